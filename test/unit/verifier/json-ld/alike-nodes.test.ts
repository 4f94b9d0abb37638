import { describe, expect, it } from 'vitest'
import { ALIKE_STEPS } from '../../../../src/verifier/json-ld/alike-nodes'
import { canonicalForm } from '../../../../src/verifier/json-ld/canonical-form'
import { canonicalize } from '../../../../src/verifier/json-ld/canonicalize'
import { Statements } from '../../../../src/verifier/json-ld/statements'
import type { JsonObject } from '../../../../src/verifier/verification'
import { fakeVerification } from '../fake-verification'
import { badge } from '../signing'
import { independentForm } from './independent-form'

const document = badge('did:example:issuer')
const times = (length: number, create: (at: number) => JsonObject) =>
  Array.from({ length }, (_, at) => create(at))
const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'
const ALIGNMENT = { type: ['Alignment'], targetName: 'A', targetUrl: 'https://a.example/' }

function withResults(...result: JsonObject[]): JsonObject {
  return { ...document, credentialSubject: { type: ['AchievementSubject'], result } }
}

const resultOf = (...alignment: JsonObject[]) => ({ type: ['Result'], value: 'B', alignment })

const DOCUMENTS: [string, JsonObject][] = [
  ['alike nodes under an id', { ...document, evidence: times(7, () => ({ type: ['Evidence'] })) }],
  ['200 alike results', withResults(...times(200, () => resultOf()))],
  ['results with a part each', withResults(...times(20, () => resultOf(ALIGNMENT)))],
  ['two alike parts of one', withResults(...times(3, () => resultOf(ALIGNMENT, ALIGNMENT)))],
  [
    'four alike parts of one',
    withResults(...times(2, () => resultOf(...times(4, () => ALIGNMENT)))),
  ],
  [
    'alike subjects whose results differ',
    {
      ...document,
      credentialSubject: times(3, () => ({
        type: ['AchievementSubject'],
        result: times(5, (at) => ({ ...resultOf(ALIGNMENT), value: `${at}` })),
      })),
    },
  ],
]

describe('alike blank nodes', () => {
  it.each(DOCUMENTS)('%s: have the labels that rdf-canonize gives', async (_, value) => {
    for (const digest of ['SHA-256', 'SHA-384'] as const)
      expect(await canonicalize(value, fakeVerification(), digest)).toBe(
        await independentForm(value, { digest }),
      )
  })

  it('have them in the graphs of proofs, too', async () => {
    const proof = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofValue: 'z1' }
    const { id: _, ...bare } = document
    const parts = times(3, () => ({
      ...bare,
      type: ['VerifiableCredential'],
      proof: [proof, proof],
    }))
    const clr = {
      ...document,
      credentialSubject: { type: ['ClrSubject'], verifiableCredential: parts },
    }
    const contexts = [document['@context'], CLR].flat() as string[]
    const whole = { ...clr, '@context': contexts, type: ['VerifiableCredential', 'ClrCredential'] }
    const form = await canonicalize(whole, fakeVerification())
    expect(form).toMatch(/DataIntegrityProof> _:c14n\d+ \.\n/)
    expect(form).toBe(await independentForm(whole))
  })

  it('a record of 64 badges whose proofs are alike is no matter', async () => {
    const verificationMethod = 'did:example:issuer#1'
    const proof = {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: '2026-01-01T00:00:00Z',
      verificationMethod,
      proofPurpose: 'assertionMethod',
    }
    const parts = times(64, (at) => ({
      id: `urn:badge:${at}`,
      type: ['VerifiableCredential'],
      proof,
    }))
    const clr = {
      '@context': [document['@context'], CLR].flat() as string[],
      type: ['VerifiableCredential', 'ClrCredential'],
      credentialSubject: { type: ['ClrSubject'], verifiableCredential: parts },
    }
    expect(await canonicalize(clr, fakeVerification())).toBe(await independentForm(clr))
  })

  it('a thousand alike results with a part each are no matter', async () => {
    const large = withResults(...times(1_000, () => resultOf(ALIGNMENT)))
    expect(await canonicalize(large, fakeVerification())).toContain('_:c14n2000')
  })

  it('are given up beyond a number of steps, whatever the clock says', () => {
    const nodes = (count: number) => {
      const statements = new Statements()
      for (let at = 0; at < count; at++)
        statements.add('<urn:a>', '<urn:b>', statements.blankNode())
      return statements
    }
    expect(canonicalForm(nodes(ALIKE_STEPS), 'SHA-256')).toContain(`_:c14n${ALIKE_STEPS - 1} `)
    expect(() => canonicalForm(nodes(ALIKE_STEPS + 1), 'SHA-256')).toThrow('too many alike')
  })

  it.each([
    [
      'ten alike parts of two alike results',
      withResults(...times(2, () => resultOf(...times(10, () => ALIGNMENT)))),
    ],
    [
      'many alike parts of many',
      withResults(...times(400, () => resultOf(...times(8, () => ALIGNMENT)))),
    ],
  ])('%s cannot be told apart in time', async (_, value) => {
    expect(await canonicalize(value, fakeVerification())).toEqual({
      reason: { code: 'json-ld-invalid', params: { detail: 'too many alike blank nodes' } },
    })
  })
})

import { contexts as citizenshipContexts } from '@digitalbazaar/citizenship-context'
import { describe, expect, it } from 'vitest'
import { canonicalize } from '../../src/verifier/json-ld/canonicalize'
import { verifyDataIntegrity } from '../../src/verifier/proofs/data-integrity'
import { canonicalJson } from '../../src/verifier/proofs/jcs'
import { relabelQuads } from '../../src/verifier/proofs/relabel-quads'
import { asString } from '../../src/verifier/reading/json-values'
import type { JsonObject } from '../../src/verifier/verification'
import { fakeVerification } from '../unit/verifier/fake-verification'
import { ECDSA } from './expected/w3c-vc-di-ecdsa'
import { corpusJson, corpusText, describeFolder, exampleContexts, hasCorpus } from './w3c-corpus'

describeFolder('w3c-vc-di-ecdsa', ECDSA)

const contexts = { ...exampleContexts(), ...Object.fromEntries(citizenshipContexts) }
const file = (path: string) => corpusJson(`w3c-vc-di-ecdsa/${path}`)
const text = (path: string) => corpusText(`w3c-vc-di-ecdsa/${path}`)

describe.runIf(hasCorpus('w3c-vc-di-ecdsa'))('W3C vc-di-ecdsa, step by step', () => {
  const verification = fakeVerification({}, { contexts })

  it.each([
    ['p256', 'SHA-256', ''],
    ['p384', 'SHA-384', ''],
    ['p256', 'SHA-256', 'employ/'],
    ['p384', 'SHA-384', 'employ/'],
  ] as const)(
    'ecdsa-rdfc-2019 on %s with %s: %scanonDoc, proofCanon',
    async (curve, digest, part) => {
      const name = `ECDSA${curve.toUpperCase()}`
      const folder = `ecdsa-rdfc-2019-${curve}/${part}`
      const { proof: _, ...document } = file(`${folder}signed${name}.json`)
      const options = file(`${folder}proofConfig${name}.json`)
      const canonical = (json: JsonObject) => canonicalize(json, verification, digest)
      expect(await canonical(document)).toBe(text(`${folder}canonDoc${name}.txt`))
      expect(await canonical(options)).toBe(text(`${folder}proofCanon${name}.txt`))
    },
  )

  it.each(['p256', 'p384'])('ecdsa-jcs-2019 on %s: canonDoc, proofCanon', (curve) => {
    const name = `JCSECDSA${curve.toUpperCase()}`
    const folder = `ecdsa-jcs-2019-${curve}/`
    const { proof: _, ...document } = file(`${folder}signed${name}.json`)
    expect(canonicalJson(document)).toBe(text(`${folder}canonDoc${name}.txt`))
    const options = file(`${folder}proofConfig${name}.json`)
    expect(canonicalJson(options)).toBe(text(`${folder}proofCanon${name}.txt`))
  })

  it.each(['employ', 'prc'])(
    'ecdsa-sd-2023, %s: the statements are those of the standard',
    async (part) => {
      const folder = `ecdsa-sd-2023/${part}/`
      const { proof: _, ...document } = file(`${folder}derivedRevealDocument.json`)
      const { labelMap } = file(`${folder}verifyDerivedProofValue.json`)
      const labels = new Map(labelMap as unknown as [string, string][])
      const quads = await canonicalize(document, verification)
      expect(relabelQuads(quads as string, labels)).toEqual(file(`${folder}verifyNQuads.json`))
    },
  )

  it.each(['employ', 'prc'])('ecdsa-sd-2023, %s: altered, reduced, extended', async (part) => {
    const signed = file(`ecdsa-sd-2023/${part}/derivedRevealDocument.json`)
    const { validUntil: _, ...reduced } = signed
    const changes = [
      reduced,
      { ...signed, validUntil: '2099-12-16T23:59:59Z' },
      { ...signed, name: 'x' },
    ]
    const issuer = asString((signed.issuer as JsonObject).id)!
    for (const document of changes) {
      const { checks } = await verifyDataIntegrity(document, issuer, verification)
      expect(checks[0]).toMatchObject({ outcome: 'failed', reasons: [{ code: 'altered' }] })
    }
  })

  it.each(['employ', 'prc'])(
    'ecdsa-sd-2023, %s: the base proof is refused by name',
    async (part) => {
      const base = file(`ecdsa-sd-2023/${part}/addSignedSDBase.json`)
      const issuer = asString((base.issuer as JsonObject).id)!
      const { authenticity, checks } = await verifyDataIntegrity(base, issuer, verification)
      expect(authenticity).toBe('unknown')
      expect(checks[0].reasons[0]?.code).toBe('proof-base-refused')
    },
  )
})

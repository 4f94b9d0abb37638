/**
 * A JCS suite covers the JSON, whatever it means. An honest issuer may say in linked data what nobody
 * finds who reads the JSON by its names.
 */
import { describe, expect, it } from 'vitest'
import { verifyBadge } from '../../../../src/verifier/index'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { NOW } from '../fake-verification'
import { badge, ed25519 } from '../signing'
import { judgeDocument } from './judge-document'
import { ecdsaKey, suiteProof, type KeySigner } from './suite-signing'

const key = await ed25519(7)
const { validUntil: _, ...document } = badge(key.did)
const contexts = document['@context'] as JsonValue[]
const CREDENTIALS = 'https://www.w3.org/2018/credentials#'
const ENDED = '2020-01-01T00:00:00Z'

async function sign(
  unsigned: JsonObject,
  signer: KeySigner = key,
  suite = 'eddsa-jcs-2022',
  more: JsonObject = {},
): Promise<JsonObject> {
  return { ...unsigned, proof: await suiteProof(unsigned, signer, suite, more) }
}

const UNREAD: [string, JsonObject, string][] = [
  ['under its IRI', { [`${CREDENTIALS}validUntil`]: ENDED }, 'another name for a term'],
  ['under a shortened IRI', { 'cred:validUntil': ENDED }, 'another name for a term'],
  [
    'under a name of its own',
    { '@context': [...contexts, { until: `${CREDENTIALS}validUntil` }], until: ENDED },
    'a context of its own',
  ],
  [
    'in a context that nobody knows',
    { '@context': [...contexts, 'https://college.example/terms'], until: ENDED },
    'https://college.example/terms',
  ],
  ['beside itself', { '@included': [{ id: document.id!, validUntil: ENDED }] }, '@included'],
  [
    'in another object with its id',
    { refreshService: { id: document.id!, type: 'Other', validUntil: ENDED } },
    'the id of the credential',
  ],
  [
    'in a context further in',
    {
      evidence: {
        '@context': { at: '@id', until: `${CREDENTIALS}validUntil` },
        at: document.id!,
        until: ENDED,
      },
    },
    'a context of its own',
  ],
  ['after a context that takes all others away', { '@context': [...contexts, null] }, 'a context'],
]

describe('what an issuer says where nobody looks for it', () => {
  it.each(UNREAD)('%s', async (_, changes, detail) => {
    const found = await judgeDocument(await sign({ ...document, ...changes }), key.did)
    expect(found).toMatchObject({
      authenticity: 'holds',
      questionable: true,
      proof: 'warned perhaps-not-read signature-holds',
      params: { detail: expect.stringContaining(detail) as string },
      asked: [],
    })
  })

  it('makes a badge one to look at, under ECDSA as well', async () => {
    const signer = await ecdsaKey('P-256')
    const own = { ...badge(signer.did), 'cred:validUntil': ENDED }
    const signed = await sign(own, signer, 'ecdsa-jcs-2019')
    const report = await verifyBadge(
      { text: JSON.stringify(signed) },
      { fetch: () => Promise.reject(new Error('closed')), now: () => NOW },
    )
    expect(report).toMatchObject({ verdict: 'attention', reason: 'perhaps-not-read' })
  })

  it('the contexts that count are those that were signed', async () => {
    const honest = await sign(document, key, 'eddsa-jcs-2022', { '@context': contexts })
    const longer = { ...honest, '@context': [...contexts, 'https://attacker.example/'] }
    expect(await judgeDocument(longer, key.did)).toMatchObject({ questionable: false })
    const odd: JsonObject = { ...document, '@context': [...contexts, 'https://college.example/'] }
    const signed = await sign(odd, key, 'eddsa-jcs-2022', { '@context': odd['@context']! })
    expect(await judgeDocument(signed, key.did)).toMatchObject({ questionable: true })
  })
})

describe('what every reader finds', () => {
  it.each<[string, JsonObject]>([
    ['a badge', {}],
    ['an end', { validUntil: '2030-06-01T00:00:00Z' }],
    ['a term that no context defines', { honours: 'summa' }],
    ['text with its language', { name: { '@value': 'Schwei\u00dfen', '@language': 'de' } }],
  ])('%s', async (_, changes) => {
    expect(await judgeDocument(await sign({ ...document, ...changes }), key.did)).toMatchObject({
      authenticity: 'holds',
      questionable: false,
      proof: 'passed signature-holds',
    })
  })
})

import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { badge, ed25519, makeProof, signDocument } from '../signing'
import { judgeDocument as verify } from './judge-document'
import { suiteProof } from './suite-signing'

const key = await ed25519(1)
const attacker = await ed25519(2)
const cosigner = await ed25519(3)
const signed = await signDocument(badge(key.did), key)
const proofOf = (document: JsonObject): JsonObject => document.proof as JsonObject

describe('several proofs', () => {
  const document = badge(key.did)

  it('one that holds and is the issuer’s is enough; the others are said', async () => {
    const proof = [await makeProof(document, attacker), await makeProof(document, key)]
    const unknown = { type: 'DataIntegrityProof', cryptosuite: 'bbs-2023', proofValue: 'u' }
    expect(await verify({ ...document, proof: [unknown, ...proof] }, key.did)).toMatchObject({
      authenticity: 'holds',
      questionable: false,
      proof: 'passed signature-holds proof-not-supported signature-holds',
      key: 'passed key-is-issuer key-not-issuers',
    })
  })

  it('none of them by the issuer', async () => {
    const proof = [await makeProof(document, attacker), await makeProof(document, cosigner)]
    expect(await verify({ ...document, proof }, key.did)).toMatchObject({
      authenticity: 'fails',
      key: 'failed key-not-issuers key-not-issuers',
    })
  })

  it('one that cannot be judged leaves it open', async () => {
    const unknown = { type: 'BbsBlsSignature2020', proofValue: 'x' }
    const proof = [await makeProof(document, attacker), unknown]
    expect(await verify({ ...document, proof }, key.did)).toMatchObject({
      authenticity: 'unknown',
      proof: 'unknown proof-not-supported signature-holds',
      params: { suite: 'BbsBlsSignature2020' },
    })
  })

  it('the document is altered under all of them', async () => {
    const proof = [await makeProof(document, cosigner), await makeProof(document, key)]
    expect(await verify({ ...document, name: 'x', proof }, key.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered altered',
    })
  })

  it.each<[string, JsonValue, string]>([
    ['none', [], 'unknown no-proof'],
    ['text', 'proof', 'unknown proof-malformed'],
    ['a list with text', [proofOf(signed), 'proof'], 'unknown proof-malformed'],
    ['too many', new Array<JsonValue>(11).fill(proofOf(signed)), 'unknown proof-malformed'],
    ['an empty one', [{}], 'unknown proof-not-supported'],
  ])('%s', async (_, proof, expected) => {
    expect(await verify({ ...signed, proof }, key.did)).toMatchObject({
      authenticity: 'unknown',
      proof: expected,
    })
  })
})

describe('a chain of proofs', () => {
  const document = badge(key.did)

  async function chain() {
    const first = await makeProof(document, cosigner, { options: { id: 'urn:proof:1' } })
    const options = { id: 'urn:proof:2', previousProof: 'urn:proof:1' }
    const second = await makeProof(document, key, { options, previous: [first] })
    return [first, second] as const
  }

  it('holds where every link holds', async () => {
    expect(await verify({ ...document, proof: [...(await chain())] }, key.did)).toMatchObject({
      authenticity: 'holds',
    })
  })

  it('the proof that is continued is part of what is signed', async () => {
    const [first, second] = await chain()
    const other = await makeProof(document, attacker, { options: { id: 'urn:proof:1' } })
    expect(await verify({ ...document, proof: [other, second] }, key.did)).toMatchObject({
      authenticity: 'fails',
    })
    const { previousProof: _, ...unchained } = second
    expect(await verify({ ...document, proof: [first, unchained] }, key.did)).toMatchObject({
      authenticity: 'fails',
    })
  })

  it.each(['eddsa-jcs-2022', 'eddsa-rdfc-2022'])(
    'holds under %s, over another suite',
    async (last) => {
      const first = await makeProof(document, cosigner, { options: { id: 'urn:proof:1' } })
      const second = await suiteProof(document, cosigner, 'eddsa-jcs-2022', { id: 'urn:proof:2' })
      const previousProof = ['urn:proof:2', 'urn:proof:1']
      const secured = { ...document, proof: [second, first] }
      const third = await suiteProof(secured, key, last, { previousProof })
      // Wherever they stand: JSON signs them in the order in which they are named.
      const chained = { ...document, proof: [third, first, second] }
      expect(await verify(chained, key.did)).toMatchObject({ authenticity: 'holds' })
      const altered = { ...second, created: '2026-01-02T00:00:00Z' }
      const cut = { ...document, proof: [third, first, altered] }
      expect(await verify(cut, key.did)).toMatchObject({ authenticity: 'fails' })
      const unchained = { ...document, proof: [{ ...third, previousProof: 'urn:proof:1' }, first] }
      expect(await verify(unchained, key.did)).toMatchObject({ authenticity: 'fails' })
    },
  )

  it('a link that is missing, or leads back, leaves it open', async () => {
    const [first, second] = await chain()
    expect(await verify({ ...document, proof: [second] }, key.did)).toMatchObject({
      authenticity: 'unknown',
      params: { property: 'previousProof' },
    })
    const circle = { ...first, previousProof: 'urn:proof:2' }
    expect(await verify({ ...document, proof: [circle, second] }, key.did)).toMatchObject({
      authenticity: 'unknown',
    })
  })

  it('a chain made to be slow is not followed', async () => {
    const proofs: JsonObject[] = []
    for (let at = 0; at < 5; at++) {
      const previousProof = proofs.map(({ id }) => id!)
      const options = { id: `urn:proof:${at}`, ...(at > 0 && { previousProof }) }
      const choices = { options, ...(at > 0 && { previous: [...proofs] }) }
      proofs.push(await makeProof(document, cosigner, choices))
    }
    expect(await verify({ ...document, proof: proofs.slice(0, 4) }, cosigner.did)).toMatchObject({
      authenticity: 'holds',
    })
    const last = await verify({ ...document, proof: proofs }, cosigner.did)
    expect(last.proof).toMatch(/proof-malformed/)
  })

  it('proofs that each continue another choice of proofs are not all looked into', async () => {
    const [one, two] = [
      await makeProof(document, cosigner, { options: { id: 'urn:proof:1' } }),
      await makeProof(document, cosigner, { options: { id: 'urn:proof:2' } }),
    ]
    const options = { previousProof: 'urn:proof:1' }
    const last = await makeProof(document, key, { options, previous: [one] })
    const others = Array.from({ length: 3 }, () => ({ ...last, previousProof: 'urn:proof:2' }))
    const proofs = (count: number) => [one, two, ...others.slice(0, count), last]
    expect(await verify({ ...document, proof: proofs(2) }, key.did)).toMatchObject({
      authenticity: 'holds',
    })
    expect(await verify({ ...document, proof: proofs(3) }, key.did)).toMatchObject({
      authenticity: 'unknown',
    })
  })

  it('an earlier proof that does not hold breaks it', async () => {
    const forged = { ...(await makeProof(document, cosigner)), id: 'urn:proof:1' }
    const options = { id: 'urn:proof:2', previousProof: 'urn:proof:1' }
    const second = await makeProof(document, key, { options, previous: [forged] })
    expect(await verify({ ...document, proof: [forged, second] }, key.did)).toMatchObject({
      authenticity: 'fails',
    })
  })
})

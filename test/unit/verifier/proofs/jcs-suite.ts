/** What holds for `eddsa-jcs-2022` and `ecdsa-jcs-2019`: they sign the same text with other keys. */
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../../src/verifier/http/json'
import { LIMITS } from '../../../../src/verifier/http/limits'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { badge, ed25519 } from '../signing'
import { resistsAlteration, resistsOtherSignatures, withProof } from './attacks'
import { judgeDocument } from './judge-document'
import { ecdsaKey, suiteProof, type KeySigner } from './suite-signing'

interface JcsCase {
  suite: string
  key: KeySigner
  /** The suite that signs the N-Quads with the same keys. */
  renamed: string
}

export async function describeJcsSuite({ suite, key, renamed }: JcsCase): Promise<void> {
  const document = badge(key.did)
  const context = document['@context'] as JsonValue[]
  const sign = async (unsigned: JsonObject, more: JsonObject = {}) => ({
    ...unsigned,
    proof: await suiteProof(unsigned, key, suite, more),
  })
  const signed = await sign(document)
  const judge = (changed: JsonObject) => judgeDocument(changed, key.did)

  resistsAlteration(signed, key.did)
  resistsOtherSignatures(signed, key.did)

  it('covers what no context defines', async () => {
    const honoured = await sign({ ...document, honours: 'summa' })
    expect(await judge(honoured)).toMatchObject({ authenticity: 'holds' })
    expect(await judge({ ...honoured, honours: 'cum' })).toMatchObject({ authenticity: 'fails' })
    expect(await judge({ ...signed, honours: 'summa' })).toMatchObject({ authenticity: 'fails' })
  })

  it('covers a context that is written out, and one that is not known here', async () => {
    for (const added of [{ honours: 'https://college.example/honours' }, 'https://c.example/']) {
      const odd = await sign({ ...document, '@context': [...context, added] })
      expect(await judge(odd)).toMatchObject({ authenticity: 'holds', asked: [] })
      expect(await judge({ ...odd, '@context': context })).toMatchObject({ authenticity: 'fails' })
    }
  })

  it('a value is not a list of that value, as it is in RDF', async () => {
    const listed = { ...signed, validUntil: [document.validUntil!] }
    expect(await judge(listed)).toMatchObject({ authenticity: 'fails' })
  })

  it('the order of members does not matter, that of a list does', async () => {
    const reversed = Object.fromEntries(Object.entries(signed).reverse())
    expect(await judge(reversed)).toMatchObject({ authenticity: 'holds' })
    const turned = { ...signed, type: [...(document.type as string[])].reverse() }
    expect(await judge(turned)).toMatchObject({ authenticity: 'fails' })
  })

  it('two spellings of one letter are two texts', async () => {
    const composed = await sign({ ...document, name: 'Caf\u00e9' })
    expect(await judge(composed)).toMatchObject({ authenticity: 'holds' })
    const decomposed = { ...composed, name: 'Cafe\u0301' }
    expect(await judge(decomposed)).toMatchObject({ authenticity: 'fails' })
  })

  it('half a surrogate pair and a number without end have no spelling', async () => {
    const endless = parsed('{"score":1e400}')
    for (const odd of [{ name: 'x\ud800' }, { 'x\udc00': 1 }, endless]) {
      expect(await judge({ ...signed, ...odd })).toMatchObject({
        authenticity: 'unknown',
        proof: 'unknown property-invalid',
      })
    }
  })

  it('of a name that stands twice, what was signed is what is read', async () => {
    const twice = JSON.stringify(signed).replace('{', '{"name":"Welding, level 3",')
    expect(await judge(parsed(twice))).toMatchObject({ authenticity: 'holds' })
    const swapped = `${JSON.stringify(signed).slice(0, -1)},"name":"Welding, level 3"}`
    expect(await judge(parsed(swapped))).toMatchObject({ authenticity: 'fails' })
  })

  it(`renamed to ${renamed}, in both directions`, async () => {
    const { authenticity } = await judge(withProof(signed, { cryptosuite: renamed }))
    expect(authenticity).toBe('fails')
    const rdf = { ...document, proof: await suiteProof(document, key, renamed) }
    expect(await judge(rdf)).toMatchObject({ authenticity: 'holds' })
    expect(await judge(withProof(rdf, { cryptosuite: suite }))).toMatchObject({
      authenticity: 'fails',
    })
  })

  describe('a proof with contexts of its own', () => {
    it('holds where the document has them', async () => {
      const own = await sign(document, { '@context': context })
      expect(await judge(own)).toMatchObject({ authenticity: 'holds' })
    })

    it('holds where names of others were added behind them', async () => {
      const own = await sign(document, { '@context': context })
      const longer = { ...own, '@context': [...context, 'https://w3id.org/security/v2'] }
      expect(await judge(longer)).toMatchObject({ authenticity: 'holds' })
    })

    it('is left open where definitions were added', async () => {
      const own = await sign(document, { '@context': context })
      const longer = { ...own, '@context': [...context, { '@language': 'la' }] }
      expect(await judge(longer)).toMatchObject({
        authenticity: 'unknown',
        proof: 'unknown inline-context',
      })
    })

    it.each<[string, JsonValue]>([
      ['fewer', context.slice(0, 1)],
      ['none', []],
      ['others before', ['https://attacker.example/', ...context]],
      ['another order', [...context].reverse()],
    ])('fails where the document has %s', async (_, changed) => {
      const own = await sign(document, { '@context': context })
      expect(await judge({ ...own, '@context': changed })).toMatchObject({
        authenticity: 'fails',
        proof: 'failed proof-malformed',
        params: { property: '@context' },
      })
    })
  })

  it('a key of another type under this suite', async () => {
    const wrong = key.alg === 'EdDSA' ? await ecdsaKey('P-256') : await ed25519(6)
    const own = badge(wrong.did)
    const proof = await suiteProof(own, wrong, suite)
    expect(await judgeDocument({ ...own, proof }, wrong.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
    })
  })
}

function parsed(json: string): JsonObject {
  const read = parseJson(json, LIMITS)
  if ('reason' in read) throw new Error(read.reason.code)
  return read.value as JsonObject
}

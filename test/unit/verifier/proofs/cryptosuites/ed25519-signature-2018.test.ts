import { describe, expect, it } from 'vitest'
import { encodeBase64url } from '../../../../../src/verifier/keys/base64url'
import type { JsonObject } from '../../../../../src/verifier/verification'
import { badge, ed25519 } from '../../signing'
import { withProof } from '../attacks'
import { judgeDocument } from '../judge-document'
import { detachedJws, ecdsaKey, hashData, proofOptions, type KeySigner } from '../suite-signing'

const TYPE = 'Ed25519Signature2018'
const key = await ed25519(1)

/** The context of VC 1.1 knows the suite. */
const CONTEXTS_1 = [
  'https://www.w3.org/2018/credentials/v1',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
]

/** The same badge on VC data model 1.1. */
function badge1(issuer: string): JsonObject {
  const { validFrom, validUntil, ...rest } = badge(issuer)
  return {
    ...rest,
    '@context': CONTEXTS_1,
    issuanceDate: validFrom!,
    expirationDate: validUntil!,
  }
}

async function sign(
  document: JsonObject,
  signer: KeySigner = key,
  header?: JsonObject,
): Promise<JsonObject> {
  const options = proofOptions('', signer, { type: TYPE, cryptosuite: null })
  const data = await hashData(document, options, 'SHA-256')
  return { ...document, proof: { ...options, jws: await detachedJws(data, signer, header) } }
}

const document = badge1(key.did)
const signed = await sign(document)
const jws = (signed.proof as JsonObject).jws as string
const [header, , signature] = jws.split('.') as [string, string, string]
const judge = (changed: JsonObject) => judgeDocument(changed, key.did)

describe('Ed25519Signature2018', () => {
  it('holds', async () => {
    expect(await judge(signed)).toMatchObject({
      authenticity: 'holds',
      params: { suite: TYPE },
      asked: [],
    })
  })

  it.each<[string, JsonObject]>([
    ['a claim altered', { ...signed, name: 'Welding, level 3' }],
    ['the end altered', { ...signed, expirationDate: '2040-06-01T00:00:00Z' }],
    ['the time of the proof altered', withProof(signed, { created: '2026-01-02T00:00:00Z' })],
    ['a challenge given to the proof', withProof(signed, { challenge: 'x' })],
  ])('%s', async (_, changed) => {
    expect(await judge(changed)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
      asked: [],
    })
  })

  it('the context of the suite serves a credential of version 2.0', async () => {
    const own = 'https://w3id.org/security/suites/ed25519-2018/v1'
    const version2 = badge(key.did)
    const contexts = [...(version2['@context'] as string[]), own]
    const newer = await sign({ ...version2, '@context': contexts })
    expect(await judge(newer)).toMatchObject({ authenticity: 'holds' })
  })

  it.each<[string, JsonObject]>([['another order', { crit: ['b64'], b64: false, alg: 'EdDSA' }]])(
    'a header with %s holds',
    async (_, other) => {
      expect(await judge(await sign(document, key, other))).toMatchObject({ authenticity: 'holds' })
    },
  )

  it.each<[string, JsonObject]>([
    ['no word on its payload', { alg: 'EdDSA' }],
    ['an encoded payload', { alg: 'EdDSA', b64: true, crit: ['b64'] }],
    ['`b64` that is not critical', { alg: 'EdDSA', b64: false }],
    ['another critical member', { alg: 'EdDSA', b64: false, crit: ['b64', 'exp'], exp: 1 }],
    ['`crit` that is text', { alg: 'EdDSA', b64: false, crit: 'b64' }],
    ['one member more', { alg: 'EdDSA', b64: false, crit: ['b64'], kid: 'x' }],
    ['no algorithm', { alg: 'none', b64: false, crit: ['b64'] }],
    ['an algorithm of shared secrets', { alg: 'HS256', b64: false, crit: ['b64'] }],
    ['another algorithm', { alg: 'ES256', b64: false, crit: ['b64'] }],
  ])('a header with %s, though it is signed', async (_, other) => {
    expect(await judge(await sign(document, key, other))).toMatchObject({
      authenticity: 'fails',
      proof: 'failed proof-malformed',
      params: { property: 'jws' },
    })
  })

  const shorter = encodeBase64url(Buffer.from(signature, 'base64url').subarray(1))
  const longer = encodeBase64url(Buffer.from([...Buffer.from(signature, 'base64url'), 0]))
  it.each<[string, unknown]>([
    ['no signature', `${header}..`],
    ['a truncated signature', `${header}..${shorter}`],
    ['an extended signature', `${header}..${longer}`],
    ['a payload of its own', `${header}.e30.${signature}`],
    ['a part too many', `${jws}.`],
    ['two parts', `${header}.${signature}`],
    ['padding', `${header}..${signature}==`],
    ['no header', `..${signature}`],
    ['a header that is a list', `W10..${signature}`],
    ['a header without end', `${'e30'.repeat(100_000)}..${signature}`],
    ['no text', 7],
  ])('a jws with %s', async (_, value) => {
    expect(await judge(withProof(signed, { jws: value as string }))).toMatchObject({
      authenticity: 'fails',
      proof: 'failed proof-malformed',
    })
  })

  it('a proof without jws; one with a value beside it', async () => {
    const { jws: _, ...proof } = signed.proof as JsonObject
    expect(await judge({ ...signed, proof })).toMatchObject({ authenticity: 'fails' })
    const twice = withProof(signed, { signatureValue: 'x' })
    expect(await judge(twice)).toMatchObject({ authenticity: 'unknown' })
  })

  it('the header is part of what is signed', async () => {
    const turned = encodeBase64url(Buffer.from('{"crit":["b64"],"b64":false,"alg":"EdDSA"}'))
    const changed = withProof(signed, { jws: `${turned}..${signature}` })
    expect(await judge(changed)).toMatchObject({ authenticity: 'fails', proof: 'failed altered' })
  })

  it('an ECDSA key under this suite', async () => {
    const wrong = await ecdsaKey('P-256')
    expect(await judgeDocument(await sign(badge1(wrong.did), wrong), wrong.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
    })
  })

  it('renamed to Ed25519Signature2020', async () => {
    const renamed = withProof(signed, { type: 'Ed25519Signature2020' })
    expect((await judge(renamed)).authenticity).toBe('fails')
  })
})

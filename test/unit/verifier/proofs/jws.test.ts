import { describe, expect, it } from 'vitest'
import { encodeBase64url } from '../../../../src/verifier/keys/base64url'
import { importJwk, type PublicKey } from '../../../../src/verifier/keys/public-key'
import { JWS_ALGORITHMS, parseCompactJws, verifyJws } from '../../../../src/verifier/proofs/jws'
import type { JsonObject } from '../../../../src/verifier/verification'
import { ecdsa, ed25519, rsa, signJws, type Signer } from '../signing'

const key = await ed25519(1)

function encode(header: string, payload = '{"a":1}', signature = 'AAAA'): string {
  return (
    [header, payload].map((part) => encodeBase64url(Buffer.from(part))).join('.') + `.${signature}`
  )
}

function parsed(text: string) {
  const jws = parseCompactJws(text)
  if ('reason' in jws) throw new Error(JSON.stringify(jws.reason))
  return jws
}

async function publicKey(jwk: JsonObject): Promise<PublicKey> {
  const imported = await importJwk(jwk)
  if ('reason' in imported) throw new Error(JSON.stringify(imported.reason))
  return imported
}

describe('parseCompactJws', () => {
  it('reads header, payload and the bytes that were signed', async () => {
    const text = await signJws({ name: 'Müller 学' }, key, { kid: 'k' })
    const jws = parsed(text)
    expect(jws).toMatchObject({
      header: { alg: 'EdDSA', kid: 'k' },
      algorithm: 'EdDSA',
      payload: { name: 'Müller 学' },
      payloadText: '{"name":"Müller 学"}',
    })
    expect(new TextDecoder().decode(jws.signingInput)).toBe(text.slice(0, text.lastIndexOf('.')))
    expect(jws.signature).toHaveLength(64)
  })

  it.each(['none', 'None', 'NONE', 'HS256', 'HS384', 'HS512', 'hs256'])('refuses %s', (alg) => {
    expect(parseCompactJws(encode(JSON.stringify({ alg })))).toEqual({
      reason: { code: 'algorithm-refused', params: { algorithm: alg } },
    })
  })

  it('reads what it cannot verify: that is no reason to call it wrong', () => {
    expect(parsed(encode('{"alg":"PS512"}')).algorithm).toBe('PS512')
    expect(JWS_ALGORITHMS).not.toContain('PS512')
  })

  it.each<[string, string]>([
    ['an empty text', ''],
    ['two parts', 'e30.e30'],
    ['five parts, as an encrypted token has', 'e30.e30.e30.e30.e30'],
    ['a header that is no JSON', encode('{"alg":')],
    ['a header that is a list', encode('["alg"]')],
    ['a header without algorithm', encode('{}')],
    ['an algorithm that is a list', encode('{"alg":["none"]}')],
    ['a payload that is no JSON', encode('{"alg":"EdDSA"}', 'text')],
    ['a payload that is no object', encode('{"alg":"EdDSA"}', '"text"')],
    ['a critical extension', encode('{"alg":"EdDSA","crit":["exp"],"exp":1}')],
    ['an empty list of critical extensions', encode('{"alg":"EdDSA","crit":[]}')],
    ['an unencoded payload', encode('{"alg":"EdDSA","b64":false,"crit":["b64"]}')],
    ['an unencoded payload that is not called critical', encode('{"alg":"EdDSA","b64":false}')],
    ['a name twice', encode('{"alg":"EdDSA","kid":"a","kid":"b"}')],
    ['a name twice, spelled differently', encode('{"alg":"EdDSA","kid":"a","k\\u0069d":"b"}')],
    ['a name twice further inside', encode('{"alg":"EdDSA","jwk":{"x":"a","x":"b"}}')],
    ['no signature', encode('{"alg":"EdDSA"}', '{}', '')],
    ['a signature with padding', encode('{"alg":"EdDSA"}', '{}', 'QQ==')],
    ['a signature with stray bits', encode('{"alg":"EdDSA"}', '{}', 'QR')],
    ['a signature in base64', encode('{"alg":"EdDSA"}', '{}', '+/+/')],
    ['white space', `${encode('{"alg":"EdDSA"}')}\n`],
    ['text that is no UTF-8', `${encodeBase64url(Uint8Array.of(0x7b, 0xff, 0x7d))}.e30.AAAA`],
    ['JSON too deep', encode('{"alg":"EdDSA"}', `{"a":${'['.repeat(70)}${']'.repeat(70)}}`)],
    ['a prototype', encode('{"alg":"EdDSA"}', '{"__proto__":{"issuer":"x"}}')],
  ])('refuses %s', (_, text) => {
    expect(parseCompactJws(text)).toMatchObject({ reason: { code: 'proof-malformed' } })
  })

  it('the same name in different objects, or as a value, is fine', () => {
    const header = '{"alg":"EdDSA","jwk":{"alg":"EdDSA","kid":"alg"},"x5c":["alg","alg"]}'
    expect(parsed(encode(header)).algorithm).toBe('EdDSA')
  })
})

describe('verifyJws', () => {
  const signers: [string, () => Promise<Signer>][] = [
    ['RS256', () => rsa()],
    ['ES256', () => ecdsa('P-256')],
    ['ES384', () => ecdsa('P-384')],
    ['ES512', () => ecdsa('P-521')],
    ['EdDSA', () => ed25519(3)],
  ]

  it.each(signers)('%s: holds, and for nothing else', async (alg, create) => {
    const signer = await create()
    const text = await signJws({ claim: 1 }, signer)
    const own = await publicKey(signer.publicJwk)
    expect(await verifyJws(parsed(text), own)).toBe(true)
    expect(await verifyJws(parsed(text), own, ['other'])).toBe(false)
    const [head, body, signature] = text.split('.')
    const other = encodeBase64url(Buffer.from('{"claim":2}'))
    expect(await verifyJws(parsed(`${head}.${other}.${signature}`), own)).toBe(false)
    const shorter = encodeBase64url(Buffer.from(signature!, 'base64url').subarray(1))
    expect(await verifyJws(parsed(`${head}.${body}.${shorter}`), own)).toBe(false)
    expect(await verifyJws(parsed(text), await publicKey((await create()).publicJwk))).toBe(
      alg === 'EdDSA',
    )
  })

  it('a key is used with the algorithm that it was made for, and no other', async () => {
    const keys = await Promise.all(signers.map(async ([, create]) => create()))
    for (const signer of keys)
      for (const other of keys.filter((each) => each !== signer)) {
        const jws = parsed(await signJws({ claim: 1 }, { ...signer, alg: other.alg }))
        expect(await verifyJws(jws, await publicKey(signer.publicJwk))).toBe(false)
        expect(await verifyJws(jws, await publicKey(other.publicJwk))).toBe(false)
      }
  })

  it('an algorithm is no member of every object', async () => {
    const jws = parsed(encode('{"alg":"toString"}'))
    expect(await verifyJws(jws, await publicKey(key.publicJwk), ['toString'])).toBe(false)
  })

  it('an ECDSA signature in DER is none: JOSE has the two numbers side by side', async () => {
    const signer = await ecdsa('P-256')
    const der: Signer = {
      ...signer,
      sign: async (data) => derOf(await signer.sign(data)),
    }
    const jws = parsed(await signJws({ claim: 1 }, der))
    expect(await verifyJws(jws, await publicKey(signer.publicJwk))).toBe(false)
  })

  it('a signature of zeros is none', async () => {
    const signer = await ecdsa('P-256')
    const zeros: Signer = { ...signer, sign: () => Promise.resolve(new Uint8Array(64)) }
    const jws = parsed(await signJws({ claim: 1 }, zeros))
    expect(await verifyJws(jws, await publicKey(signer.publicJwk))).toBe(false)
  })
})

function derOf(signature: Uint8Array): Uint8Array {
  const integer = (part: Uint8Array) => {
    const content = part[0]! & 0x80 ? [0, ...part] : [...part]
    return [0x02, content.length, ...content]
  }
  const content = [...integer(signature.subarray(0, 32)), ...integer(signature.subarray(32))]
  return Uint8Array.from([0x30, content.length, ...content])
}

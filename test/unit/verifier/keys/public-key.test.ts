import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { encodeBase58 } from '../../../../src/verifier/keys/base58'
import { decompressPoint } from '../../../../src/verifier/keys/compressed-point'
import {
  importJwk,
  importMethod,
  importMultikey,
  importPem,
} from '../../../../src/verifier/keys/public-key'
import type { JsonObject } from '../../../../src/verifier/verification'
import { ecdsa, ed25519, rsa } from '../signing'

const CURVES = [
  ['P-256', [0x80, 0x24], 32],
  ['P-384', [0x81, 0x24], 48],
  ['P-521', [0x82, 0x24], 66],
] as const

/** A point in compressed form, from the coordinates of its JWK. */
function compressed({ x, y }: JsonObject): Uint8Array {
  const [first, second] = [x, y].map((part) => Buffer.from(part as string, 'base64url'))
  return Uint8Array.from([2 + (second!.at(-1)! & 1), ...first!])
}

const notSupported = (type: string) => ({ reason: { code: 'key-not-supported', params: { type } } })

describe('importMultikey', () => {
  it('reads Ed25519', async () => {
    const { multikey, publicJwk } = await ed25519(1)
    const key = await importMultikey(multikey)
    expect(key).toMatchObject({ type: 'Ed25519' })
    expect(key).toHaveProperty('identity', JSON.stringify(sorted(publicJwk)))
  })

  it.each(CURVES)('reads %s, and means the same key as its JWK', async (curve, prefix) => {
    for (let count = 0; count < 4; count++) {
      const { publicJwk } = await ecdsa(curve)
      const multikey = `z${encodeBase58(Uint8Array.from([...prefix, ...compressed(publicJwk)]))}`
      const key = await importMultikey(multikey)
      const fromJwk = await importJwk(publicJwk)
      expect(key).toMatchObject({ type: curve })
      expect('identity' in key && 'identity' in fromJwk && key.identity === fromJwk.identity).toBe(
        true,
      )
    }
  })

  it.each<[string, number[]]>([
    ['an unknown prefix', [0xeb, 0x01, ...new Array<number>(32).fill(1)]],
    ['a prefix that is no minimal varint', [0xed, 0x81, 0x00, ...new Array<number>(32).fill(1)]],
    ['a key too short', [0xed, 0x01, ...new Array<number>(31).fill(1)]],
    ['a key too long', [0xed, 0x01, ...new Array<number>(33).fill(1)]],
    ['a secret key', [0x80, 0x26, ...new Array<number>(32).fill(1)]],
    ['a point that is not on the curve', [0x80, 0x24, 2, ...new Array<number>(32).fill(0xff)]],
    ['a point with a wrong sign', [0x80, 0x24, 5, ...new Array<number>(32).fill(1)]],
    ['nothing', []],
  ])('refuses %s', async (_, bytes) => {
    const multikey = `z${encodeBase58(Uint8Array.from(bytes))}`
    expect(await importMultikey(multikey)).toEqual(notSupported('Multikey'))
  })

  it('refuses garbage', async () => {
    for (const text of ['', 'z', 'z0OIl', 'mAAAA', '🔑', `z${'2'.repeat(100_000)}`])
      expect(await importMultikey(text)).toEqual(notSupported('Multikey'))
  })
})

describe('decompressPoint', () => {
  it.each(CURVES)('%s: no second coordinate for half of all first ones', (curve, _, size) => {
    const found = Array.from({ length: 40 }, (_, x) => {
      const bytes = new Uint8Array(size + 1)
      bytes.set([2], 0)
      bytes.set([x], size)
      return decompressPoint(curve, bytes) !== undefined
    }).filter(Boolean).length
    expect(found).toBeGreaterThan(8)
    expect(found).toBeLessThan(32)
  })
})

describe('importJwk', () => {
  it('ignores private members, and everything that is not the key', async () => {
    const { publicJwk, privateKey } = await ed25519(2)
    const { d } = await crypto.subtle.exportKey('jwk', privateKey)
    const plain = await importJwk(publicJwk)
    const full = await importJwk({ ...publicJwk, d: d!, kid: 'k', x5c: ['no'], use: 'sig' })
    expect(full).toHaveProperty('identity', 'identity' in plain ? plain.identity : '')
  })

  it.each<[string, JsonObject, string]>([
    ['a key for encryption', { use: 'enc' }, 'JsonWebKey'],
    ['a key that may not verify', { key_ops: ['sign'] }, 'JsonWebKey'],
    ['a key for another algorithm', { alg: 'ES256' }, 'JsonWebKey'],
    ['another curve', { crv: 'X25519' }, 'JsonWebKey'],
    ['a symmetric key', { kty: 'oct', k: 'AAAA' }, 'JsonWebKey'],
    ['a member that is no base64url', { x: 'AAAA=' }, 'Ed25519'],
    ['a member that is missing', { x: null }, 'Ed25519'],
    ['a coordinate too short', { x: 'AAAA' }, 'Ed25519'],
  ])('refuses %s', async (_, changes, type) => {
    const { publicJwk } = await ed25519(2)
    expect(await importJwk({ ...publicJwk, ...changes })).toEqual(notSupported(type))
  })

  it('refuses a point that is not on the curve', async () => {
    const { publicJwk } = await ecdsa('P-256')
    const other = await ecdsa('P-256')
    const mixed = { ...publicJwk, y: other.publicJwk.y! }
    expect(await importJwk(mixed)).toEqual(notSupported('P-256'))
  })

  it('refuses a number that is spelled with leading zeros: it would be another key by its text', async () => {
    const { publicJwk } = await rsa()
    const n = Buffer.concat([Buffer.alloc(1), Buffer.from(publicJwk.n as string, 'base64url')])
    const padded = { ...publicJwk, n: n.toString('base64url') }
    expect(await importJwk(padded)).toEqual(notSupported('RSA'))
  })

  it('refuses RSA below 2048 bits', async () => {
    expect(await importJwk((await rsa(1024)).publicJwk)).toEqual(notSupported('RSA'))
    expect(await importJwk((await rsa(2048)).publicJwk)).toMatchObject({ type: 'RSA' })
  })
})

describe('importPem', () => {
  const pem = (key: KeyObject, type: 'spki' | 'pkcs1' = 'spki') =>
    key.export({ type, format: 'pem' }).toString()
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

  it('reads SubjectPublicKeyInfo and PKCS #1 as the same RSA key', async () => {
    const spki = await importPem(pem(publicKey))
    const pkcs1 = await importPem(`Text before.\r\n${pem(publicKey, 'pkcs1')}`)
    expect(spki).toMatchObject({ type: 'RSA' })
    expect(pkcs1).toHaveProperty('identity', 'identity' in spki ? spki.identity : '')
  })

  it.each([
    ['Ed25519', generateKeyPairSync('ed25519').publicKey],
    ['P-256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey],
    ['P-384', generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey],
    ['P-521', generateKeyPairSync('ec', { namedCurve: 'P-521' }).publicKey],
  ])('reads %s', async (type, key) => {
    expect(await importPem(pem(key))).toMatchObject({ type })
  })

  it('means the same key as its JWK', async () => {
    const { publicJwk } = await rsa()
    const key = createPublicKey({ key: publicJwk as Record<string, string>, format: 'jwk' })
    const [fromPem, fromJwk] = [await importPem(pem(key)), await importJwk(publicJwk)]
    expect(fromPem).toHaveProperty('identity', 'identity' in fromJwk ? fromJwk.identity : '')
  })

  it.each<[string, string, string]>([
    ['text', 'no key', 'PEM'],
    [
      'another curve',
      pem(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey),
      'PUBLIC KEY',
    ],
    [
      'RSA below 2048 bits',
      pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey),
      'RSA',
    ],
    [
      'a certificate',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      'CERTIFICATE',
    ],
    ['a broken key', pem(publicKey).replace('MII', 'MIJ'), 'RSA'],
    ['no base64', '-----BEGIN PUBLIC KEY-----\nA===A\n-----END PUBLIC KEY-----', 'PEM'],
  ])('refuses %s', async (_, text, type) => {
    expect(await importPem(text)).toEqual(notSupported(type))
  })
})

describe('importMethod', () => {
  it('names the type of what it cannot read', async () => {
    expect(await importMethod({ type: 'Bls12381G2Key2020' })).toEqual(
      notSupported('Bls12381G2Key2020'),
    )
    expect(await importMethod({})).toEqual(notSupported(''))
  })
})

function sorted(jwk: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(jwk).sort(([a], [b]) => (a < b ? -1 : 1)))
}

import { describe, expect, it } from 'vitest'
import { decodeBase58, encodeBase58 } from '../../../../src/verifier/keys/base58'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { badge, ed25519, signDocument } from '../signing'
import { judgeDocument as verify } from './judge-document'

const key = await ed25519(1)
const proofOf = (document: JsonObject): JsonObject => document.proof as JsonObject
const signed = await signDocument(badge(key.did), key)

describe('the options of a proof', () => {
  const signWith = (options: JsonObject) => signDocument(badge(key.did), key, { options })

  it.each<[string, JsonObject, string, string]>([
    ['another purpose', { proofPurpose: 'authentication' }, 'fails', 'failed proof-purpose-wrong'],
    ['no purpose', { proofPurpose: null }, 'fails', 'failed proof-purpose-wrong'],
    ['no method', { verificationMethod: null }, 'unknown', 'unknown proof-malformed'],
    ['a relative method', { verificationMethod: '#k1' }, 'unknown', 'unknown proof-malformed'],
    ['a date of its own making', { created: 'yesterday' }, 'unknown', 'unknown proof-malformed'],
    ['a date to come', { created: '2027-01-01T00:00:00Z' }, 'unknown', 'unknown proof-malformed'],
    ['an end that is no date', { expires: 'never' }, 'unknown', 'unknown proof-malformed'],
  ])('%s', async (_, options, authenticity, proof) => {
    const written = { ...proofOf(signed), ...options }
    const document = { ...signed, proof: withoutNulls(written) }
    expect(await verify(document, key.did)).toMatchObject({ authenticity, proof })
  })

  it('neither date need be there, and clocks differ a little', async () => {
    for (const created of [null, '2026-01-15T12:04:00Z', '2026-01-15T12:00:00'])
      expect(await verify(await signWith({ created }), key.did)).toMatchObject({
        authenticity: 'holds',
      })
  })

  it('expired', async () => {
    expect(
      await verify(await signWith({ expires: '2026-01-15T11:00:00Z' }), key.did),
    ).toMatchObject({
      authenticity: 'holds',
      questionable: true,
      proof: 'warned proof-expired signature-holds',
      params: { date: '2026-01-15T11:00:00Z' },
    })
    expect(
      await verify(await signWith({ expires: '2026-01-15T13:00:00Z' }), key.did),
    ).toMatchObject({
      questionable: false,
    })
  })

  it('what is about a presentation is said and changes nothing', async () => {
    const options = { domain: 'college.example', challenge: 'x' }
    const document = await signWith(options)
    expect(await verify(document, key.did)).toMatchObject({
      authenticity: 'holds',
      questionable: false,
      proof: 'passed signature-holds proof-member-ignored proof-member-ignored',
    })
    const other = { ...document, proof: { ...proofOf(document), domain: 'other.example' } }
    expect(await verify(other, key.did)).toMatchObject({ proof: 'failed altered' })
  })

  it('expired and altered is altered', async () => {
    const document = await signWith({ expires: '2026-01-15T11:00:00Z' })
    expect(await verify({ ...document, name: 'x' }, key.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
    })
  })
})

describe('the value of a proof', () => {
  const withValue = (proofValue: JsonValue): JsonObject => ({
    ...signed,
    proof: { ...proofOf(signed), proofValue },
  })
  const value = decodeBase58((proofOf(signed).proofValue as string).slice(1))!

  it.each<[string, JsonValue]>([
    ['nothing', null],
    ['a number', 7],
    ['no multibase', 'abc'],
    ['base58 with foreign characters', 'z0OIl'],
    ['another base', `u${Buffer.from(value).toString('base64url')}`],
    ['too short', `z${encodeBase58(value.subarray(1))}`],
    ['too long', `z${encodeBase58(Uint8Array.from([...value, 0]))}`],
    ['without end', `z${'2'.repeat(100_000)}`],
  ])('%s', async (_, proofValue) => {
    expect(await verify(withValue(proofValue), key.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed proof-malformed',
      params: { property: 'proofValue' },
    })
  })

  it('one bit of difference', async () => {
    const flipped = Uint8Array.from(value)
    flipped[0]! ^= 1
    expect(await verify(withValue(`z${encodeBase58(flipped)}`), key.did)).toMatchObject({
      proof: 'failed altered',
    })
  })

  it('RFC 8032, section 5.1.7: an S that is not reduced is refused', async () => {
    // The order of the group. S + L satisfies the same equation, which would give each signature a twin.
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const s = littleEndian(value.subarray(32)) + order
    const twin = Uint8Array.from([...value.subarray(0, 32), ...bytesOf(s)])
    expect(await verify(withValue(`z${encodeBase58(twin)}`), key.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
    })
  })

  it('a signature of zeros', async () => {
    expect(await verify(withValue(`z${encodeBase58(new Uint8Array(64))}`), key.did)).toMatchObject({
      proof: 'failed altered',
    })
  })
})

function withoutNulls(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null))
}

function littleEndian(bytes: Uint8Array): bigint {
  return [...bytes].reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n)
}

function bytesOf(value: bigint): number[] {
  return Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & 255n))
}

import { describe, expect, it } from 'vitest'
import { KEYS_KEPT } from '../../../../src/verifier/keys/kept-keys'
import {
  importJwk,
  importMethod,
  importMultikey,
  keysKept,
} from '../../../../src/verifier/keys/public-key'
import type { JsonObject } from '../../../../src/verifier/verification'
import { ecdsa, ed25519 } from '../signing'

const keyOf = async (jwk: JsonObject) => {
  const key = await importJwk(jwk)
  if ('reason' in key) throw new Error('not a key')
  return key
}

describe('keys that were imported', () => {
  it('are not imported again, however they are written', async () => {
    const { publicJwk, multikey } = await ed25519(1)
    const key = await keyOf(publicJwk)
    expect(await importMethod({ publicKeyMultibase: multikey })).toBe(key)
    expect(await keyOf({ ...publicJwk, kid: 'other', alg: 'EdDSA' })).toBe(key)
  })

  it('are refused all the same where they are dedicated to something else', async () => {
    const { publicJwk } = await ed25519(1)
    await keyOf(publicJwk)
    expect(await importJwk({ ...publicJwk, use: 'enc' })).toHaveProperty('reason')
    expect(await importJwk({ ...publicJwk, alg: 'ES256' })).toHaveProperty('reason')
    expect(await importJwk({ ...publicJwk, crv: 'Ed448' })).toHaveProperty('reason')
  })

  it('are not found by what is a key in another form only', async () => {
    const { publicJwk, multikey } = await ed25519(1)
    const { identity } = await keyOf(publicJwk)
    expect(await importMultikey(multikey)).not.toHaveProperty('reason')
    expect(await importMultikey(identity)).toHaveProperty('reason')
  })

  it('are told apart by every member', async () => {
    const { publicJwk } = await ecdsa('P-256')
    await keyOf(publicJwk)
    // The same x with another y is no point of the curve.
    expect(await importJwk({ ...publicJwk, y: publicJwk.x! })).toHaveProperty('reason')
  })

  it('have a number', async () => {
    const first = (await ed25519(1)).publicJwk
    const key = await keyOf(first)
    for (let seed = 2; seed <= KEYS_KEPT + 1; seed++) await keyOf((await ed25519(seed)).publicJwk)
    const kept = keysKept()
    expect(await keyOf(first)).not.toBe(key)
    expect(keysKept()).toBe(kept)
  })

  it('have a number in every form', async () => {
    for (let seed = 1; seed <= KEYS_KEPT + 1; seed++)
      await importMultikey((await ed25519(seed)).multikey)
    const kept = keysKept()
    await importMultikey((await ed25519(KEYS_KEPT + 2)).multikey)
    expect(keysKept()).toBe(kept)
    expect(kept).toBe(2 * KEYS_KEPT)
  })
})

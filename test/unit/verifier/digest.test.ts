import { describe, expect, it } from 'vitest'
import { digestHex, hexOf, sha256 } from '../../../src/verifier/digest'

const ABC = new TextEncoder().encode('abc')

/** FIPS 180-2, appendices A.1 and B.1. */
const SHA1_OF_ABC = 'a9993e364706816aba3e25717850c26c9cd0d89d'
const SHA256_OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

describe('digests', () => {
  it('are the ones of the standard', async () => {
    expect(await sha256(ABC)).toBe(SHA256_OF_ABC)
    expect(await digestHex('SHA-1', ABC)).toBe(SHA1_OF_ABC)
  })

  it('are of a part of a buffer where that was given', async () => {
    const part = new TextEncoder().encode('xabcx').subarray(1, 4)
    expect(await sha256(part)).toBe(SHA256_OF_ABC)
    expect(hexOf(part)).toBe('616263')
  })

  it('are lower case, two digits a byte', () => {
    expect(hexOf(Uint8Array.of(0, 0x0a, 0xff))).toBe('000aff')
    expect(hexOf(Uint8Array.of(0, 0x0a, 0xff).buffer)).toBe('000aff')
  })
})

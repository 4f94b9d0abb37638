import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase58, encodeBase58 } from '../../../../src/verifier/keys/base58'
import { decodeBase64 } from '../../../../src/verifier/keys/base64'
import { decodeBase64url, encodeBase64url } from '../../../../src/verifier/keys/base64url'
import { decodeMultibase } from '../../../../src/verifier/keys/multibase'

const DIGITS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const bytes = () => fc.uint8Array({ maxLength: 100 })

describe('base64url', () => {
  it('is what Node makes of it', () => {
    fc.assert(
      fc.property(bytes(), (data) => {
        const text = Buffer.from(data).toString('base64url')
        expect(encodeBase64url(data)).toBe(text)
        expect(decodeBase64url(text)).toEqual(data)
      }),
    )
  })

  it('has one spelling for each value', () => {
    for (const text of ['QQ==', 'QQ=', 'Q Q', 'QQ\n', 'Q', 'QR', 'QUJ', '+A', '/A', 'ä'])
      expect(decodeBase64url(text), text).toBeUndefined()
    expect(decodeBase64url('QQ')).toEqual(Uint8Array.of(0x41))
    expect(decodeBase64url('QUI')).toEqual(Uint8Array.of(0x41, 0x42))
  })
})

describe('base64', () => {
  it('is what Node makes of it, in lines as PEM and XML have it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), (data) => {
        const lines = Buffer.from(data).toString('base64').replace(/.{20}/g, '$&\r\n\t')
        expect(decodeBase64(lines)).toEqual(data)
      }),
    )
  })

  it('gives no bytes for nothing, and for what it is not', () => {
    for (const text of ['', ' \n', 'Q', 'Q===', 'QQ-_', 'ä'])
      expect(decodeBase64(text), text).toBeUndefined()
  })
})

describe('base58', () => {
  it('gives back what it took', () => {
    fc.assert(
      fc.property(bytes(), (data) => {
        expect(decodeBase58(encodeBase58(data))).toEqual(data)
      }),
    )
  })

  it('knows the examples of the Internet-Draft (draft-msporny-base58)', () => {
    expect(encodeBase58(Buffer.from('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U')
    expect(encodeBase58(Buffer.from('0000287fb4cd', 'hex'))).toBe('11233QC4')
  })

  it('means the number that it writes, with its leading zeros', () => {
    for (const text of [
      '',
      '1',
      '2',
      '11',
      '1z',
      'zzzzz',
      'zzzzzz',
      '1111z1111',
      '5Q'.repeat(60),
    ]) {
      const number = Array.from(text).reduce(
        (sum, one) => sum * 58n + BigInt(DIGITS.indexOf(one)),
        0n,
      )
      const hex = number === 0n ? '' : number.toString(16)
      const zeros = '00'.repeat(/^1*/.exec(text)?.[0].length ?? 0)
      const whole = zeros + (hex.length % 2 === 0 ? hex : `0${hex}`)
      expect(Buffer.from(decodeBase58(text) ?? []).toString('hex'), text).toBe(whole)
    }
  })

  it('refuses other characters and text without end', () => {
    for (const text of ['0', 'O', 'I', 'l', ' 2', '2\n', '+', 'é'])
      expect(decodeBase58(text), text).toBeUndefined()
    expect(decodeBase58('2'.repeat(1_000_000))).toBeUndefined()
  })
})

describe('multibase', () => {
  it('reads z and u, and nothing else', () => {
    const data = Uint8Array.of(1, 2, 3)
    expect(decodeMultibase(`z${encodeBase58(data)}`)).toEqual(data)
    expect(decodeMultibase(`u${encodeBase64url(data)}`)).toEqual(data)
    for (const text of ['f010203', 'mAQID', 'Z4h2', '', 'AQID'])
      expect(decodeMultibase(text), text).toBeUndefined()
  })
})

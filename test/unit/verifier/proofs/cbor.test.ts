import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCbor } from '../../../../src/verifier/proofs/cbor'
import { encodeCbor } from './selective-signing'

const decode = (hex: string) => decodeCbor(Uint8Array.from(Buffer.from(hex, 'hex')))

describe('decodeCbor', () => {
  // RFC 8949, appendix A.
  it.each<[string, unknown]>([
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['1903e8', 1000],
    ['1a000f4240', 1_000_000],
    ['1affffffff', 4_294_967_295],
    ['40', new Uint8Array()],
    ['4401020304', Uint8Array.of(1, 2, 3, 4)],
    ['80', []],
    ['83010203', [1, 2, 3]],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
    ['a0', new Map()],
    [
      'a201020304',
      new Map([
        [1, 2],
        [3, 4],
      ]),
    ],
  ])('%s', (hex, value) => {
    expect(decode(hex)).toEqual(value)
  })

  it.each([
    ['nothing', ''],
    ['a negative number', '20'],
    ['text', '6161'],
    ['a tag', 'c000'],
    ['a float', 'f93c00'],
    ['null', 'f6'],
    ['a number of 64 bits', '1b0000000000000001'],
    ['a reserved length', '1c'],
    ['bytes of indefinite length', '5f4101ff'],
    ['a list of indefinite length', '9f01ff'],
    ['a map of indefinite length', 'bf0101ff'],
    ['a stop code', 'ff'],
    ['a number cut off', '19ff'],
    ['bytes cut off', '4201'],
    ['a list cut off', '8201'],
    ['a map cut off', 'a101'],
    ['a list of four billion', '9affffffff00'],
    ['bytes of four gigabytes', '5affffffff00'],
    ['a map of four billion', 'baffffffff0000'],
    ['a key twice', 'a201010102'],
    ['a key that is bytes', 'a1410101'],
    ['a key that is text', 'a1616101'],
    ['two values', '0000'],
    ['lists in lists in lists', '818181818100'],
  ])('refuses %s', (_, hex) => {
    expect(decode(hex)).toBeUndefined()
  })

  it('refuses deep nesting without following it', () => {
    expect(decodeCbor(new Uint8Array(1_000_000).fill(0x81))).toBeUndefined()
  })

  it('gives no view of the bytes that it read', () => {
    const bytes = Uint8Array.of(0x42, 1, 2)
    expect((decodeCbor(bytes) as Uint8Array).buffer.byteLength).toBe(2)
  })

  it('reads what was written, and never throws for what was not', () => {
    const number = fc.nat(0xffff)
    const bytes = fc.uint8Array({ maxLength: 300 })
    const map = fc.uniqueArray(fc.tuple(number, bytes), { selector: ([key]) => key })
    const value = fc.oneof(
      fc.array(bytes),
      map.map((members) => new Map(members)),
      number,
    )
    fc.assert(
      fc.property(fc.array(value), (values) => {
        expect(decodeCbor(Uint8Array.from(encodeCbor(values)))).toEqual(
          values.map((item) => (Array.isArray(item) ? item.map((part) => part.slice()) : item)),
        )
      }),
    )
    fc.assert(fc.property(fc.uint8Array(), (noise) => void decodeCbor(noise.slice())))
  })
})

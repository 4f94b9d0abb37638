import { crc32 as nodeCrc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { crc32 } from '../../../../src/verifier/unbake/crc32'
import { indexOf, picture } from './png-files'

describe('crc32', () => {
  it('gives the check value of the algorithm', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  })

  it('gives the CRC of an empty IEND chunk, as in every PNG', () => {
    expect(crc32(new TextEncoder().encode('IEND'))).toBe(0xae426082)
  })

  it('covers the range asked for only', () => {
    expect(crc32(new TextEncoder().encode('xxIENDyy'), 2, 6)).toBe(0xae426082)
  })

  it('takes what is left of four bytes one by one, wherever it begins', () => {
    const bytes = Uint8Array.from({ length: 41 }, (_, at) => (at * 89 + 7) & 0xff)
    for (let from = 0; from < 5; from++)
      for (let to = from; to <= bytes.length; to++)
        expect(crc32(bytes, from, to)).toBe(nodeCrc32(bytes.subarray(from, to)))
  })

  it('reads no further than the bytes there are', () => {
    const whole = new TextEncoder().encode('IEND and more')
    expect(crc32(whole.subarray(0, 4), 0, 9)).toBe(0xae426082)
  })

  it('agrees with the CRC that pngjs writes', () => {
    const png = picture()
    const at = indexOf(png, 'IDAT')
    const length = new DataView(png.buffer).getUint32(at - 4)
    const written = new DataView(png.buffer).getUint32(at + 4 + length)
    expect(crc32(png, at, at + 4 + length)).toBe(written)
  })
})

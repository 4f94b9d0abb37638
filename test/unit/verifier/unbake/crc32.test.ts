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

  it('agrees with the CRC that pngjs writes', () => {
    const png = picture()
    const at = indexOf(png, 'IDAT')
    const length = new DataView(png.buffer).getUint32(at - 4)
    const written = new DataView(png.buffer).getUint32(at + 4 + length)
    expect(crc32(png, at, at + 4 + length)).toBe(written)
  })
})

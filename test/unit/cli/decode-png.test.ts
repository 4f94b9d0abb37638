import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { decodePng } from '../../../src/cli/decode-png'
import { pngOfSize } from '../verifier/artwork/picture-files'

function picture(width = 3, height = 2): Uint8Array {
  const png = new PNG({ width, height })
  png.data.fill(200)
  return new Uint8Array(PNG.sync.write(png))
}

describe('pixels of a PNG', () => {
  it('are red, green, blue and alpha', async () => {
    const decoded = await decodePng(picture(), 'png')
    expect(decoded).toMatchObject({ width: 3, height: 2 })
    expect(Array.from(decoded?.data ?? [])).toEqual(new Array(24).fill(200))
  })

  it('come from a part of a larger buffer, too', async () => {
    const bytes = picture()
    const larger = new Uint8Array(bytes.length + 10)
    larger.set(bytes, 7)
    expect(await decodePng(larger.subarray(7, 7 + bytes.length), 'png')).toMatchObject({ width: 3 })
  })
})

describe('not decoded', () => {
  it.each(['jpeg', 'gif', 'webp'] as const)('a picture of type %s', async (type) => {
    expect(await decodePng(picture(), type)).toBeUndefined()
  })

  it('more pixels than any badge has', async () => {
    expect(await decodePng(pngOfSize(4096, 1025), 'png')).toBeUndefined()
  })

  it('an interlaced one, which would be inflated without a bound', async () => {
    const interlaced = picture()
    interlaced[28] = 1
    expect(await decodePng(interlaced, 'png')).toBeUndefined()
  })

  it('a broken one: that is said, and ends nothing', async () => {
    await expect(decodePng(picture().subarray(0, 45), 'png')).rejects.toThrow()
    expect(await decodePng(new Uint8Array(4), 'png')).toBeUndefined()
  })
})

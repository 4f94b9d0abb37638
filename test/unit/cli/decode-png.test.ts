import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { decodePng } from '../../../src/cli/decode-png'
import { pngChunk } from '../../../src/verifier/unbake/bake'
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

describe('a gamma of its own', () => {
  const samples = [10, 128, 254]
  const after = async (gamma: number, ...others: Uint8Array[]) => {
    const png = new PNG({ width: 3, height: 1 })
    png.data.set(samples.flatMap((sample) => [sample, sample, sample, 128]))
    const file = PNG.sync.write(png)
    const value = new Uint8Array(4)
    new DataView(value.buffer).setUint32(0, gamma)
    const chunks = [pngChunk('gAMA', value), ...others]
    const bytes = Buffer.concat([file.subarray(0, 33), ...chunks, file.subarray(33)])
    const decoded = await decodePng(bytes, 'png')
    return [0, 4, 8, 3].map((at) => decoded?.data[at])
  }

  it.each([
    ['the usual one', 45455, [...samples, 128]],
    ['none', 0, [...samples, 128]],
    // What Chromium and Firefox show, up to 2 of 255.
    ['1', 100_000, [59, 186, 255, 128]],
    ['one that hides all but white', 1_000, [0, 0, 213, 128]],
  ])('is applied as browsers do: %s', async (_, gamma, shown) => {
    expect(await after(gamma)).toEqual(shown)
  })

  it('counts for nothing beside a colour space', async () => {
    expect(await after(1_000, pngChunk('sRGB', Uint8Array.of(0)))).toEqual([...samples, 128])
  })
})

describe('what browsers show in other ways than by one gamma', () => {
  const file = Buffer.from(picture())
  const gamma = (value: number) => {
    const data = Buffer.alloc(4)
    data.writeUInt32BE(value)
    return pngChunk('gAMA', data)
  }
  const primaries = (...values: number[]) => {
    const data = Buffer.alloc(4 * values.length)
    values.forEach((value, at) => data.writeUInt32BE(value, 4 * at))
    return pngChunk('cHRM', data)
  }
  const sRgb = (...data: number[]) => pngChunk('sRGB', Uint8Array.from(data))
  const decoded = (before: Uint8Array[], behind: Uint8Array[] = []) => {
    const parts = [file.subarray(0, 33), ...before, file.subarray(33, -12)]
    return decodePng(Buffer.concat([...parts, ...behind, file.subarray(-12)]), 'png')
  }

  it.each<[string, Uint8Array[], Uint8Array[]]>([
    ['a gamma behind the samples', [], [gamma(1_000)]],
    ['two gammas', [gamma(45_455), gamma(1_000)], []],
    ['a gamma that not all count', [gamma(10)], []],
    ['a colour space behind the samples', [gamma(1_000)], [sRgb(0)]],
    ['a colour space that is too long', [gamma(1_000), sRgb(0, 0)], []],
    ['an intent that there is none of', [gamma(1_000), sRgb(4)], []],
    ['a profile', [pngChunk('iCCP', Uint8Array.of(0, 0))], []],
    ['code points of video', [pngChunk('cICP', Uint8Array.of(9, 16, 0, 1))], []],
    [
      'other primaries',
      [primaries(31_270, 32_900, 64_000, 33_000, 21_000, 71_000, 15_000, 6_000)],
      [],
    ],
  ])('is not compared: %s', async (_, before, behind) => {
    expect(await decoded(before, behind)).toBeUndefined()
  })

  it('and the usual primaries are', async () => {
    const usual = primaries(31_269, 32_899, 63_999, 33_001, 30_000, 60_000, 15_000, 5_999)
    expect(await decoded([gamma(45_455), usual])).toMatchObject({ width: 3 })
    expect(await decoded([sRgb(0), gamma(1), primaries(1)])).toMatchObject({ width: 3 })
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

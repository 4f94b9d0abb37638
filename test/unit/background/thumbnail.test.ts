import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { thumbnailOf } from '../../../src/background/thumbnail'
import { plainPng } from './test-badges'

let decoded: number
let drawn: [number, number][]

beforeEach(() => {
  decoded = 0
  drawn = []
  vi.stubGlobal('createImageBitmap', () => {
    decoded++
    return Promise.resolve({ width: 400, height: 200, close: () => undefined })
  })
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      constructor(
        readonly width: number,
        readonly height: number,
      ) {}
      getContext() {
        const draw = (_: unknown, __: number, ___: number, width: number, height: number) => {
          drawn.push([width, height])
        }
        return { drawImage: draw }
      }
      convertToBlob() {
        return Promise.resolve(new Blob(['small']))
      }
    },
  )
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A PNG that claims this size. */
function claiming(width: number, height: number): Uint8Array {
  const bytes = plainPng()
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}

const svg = (bytes: number) =>
  new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${' '.repeat(bytes)}</svg>`)

describe('a thumbnail', () => {
  it('is a PNG of at most 96 pixels a side', async () => {
    expect(await thumbnailOf(plainPng())).toBe(`data:image/png;base64,${btoa('small')}`)
    expect(drawn).toEqual([[96, 48]])
  })

  it.each([
    [4097, 10],
    [10, 4097],
    [0xffffffff, 0xffffffff],
    [0, 10],
  ])('is not made of a PNG that claims %d × %d pixels', async (width, height) => {
    expect(await thumbnailOf(claiming(width, height))).toBeUndefined()
    expect(decoded).toBe(0)
  })

  it('is the drawing itself where that is an SVG of at most 64 kB', async () => {
    expect(await thumbnailOf(svg(10))).toMatch(/^data:image\/svg\+xml;base64,/)
    expect(await thumbnailOf(svg(64_000))).toBeUndefined()
  })

  it('is not made of anything else', async () => {
    expect(await thumbnailOf(new TextEncoder().encode('{"a":1}'))).toBeUndefined()
    expect(await thumbnailOf(new Uint8Array([0xff, 0xd8, 0xff]))).toBeUndefined()
    expect(decoded).toBe(0)
  })

  it('is missing where the picture is broken', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('broken')))
    expect(await thumbnailOf(plainPng())).toBeUndefined()
  })
})

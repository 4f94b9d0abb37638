import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { decodePicture } from '../../../src/background/decode-picture'

let types: string[]
let drawn: [number, number][]
let closed: number

/** Stands in for the browser's decoder and canvas, which Node has not. */
beforeEach(() => {
  types = []
  drawn = []
  closed = 0
  vi.stubGlobal('createImageBitmap', (blob: Blob) => {
    types.push(blob.type)
    return Promise.resolve({ width: 1024, height: 512, close: () => closed++ })
  })
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      constructor(
        readonly width: number,
        readonly height: number,
      ) {}
      getContext() {
        return {
          drawImage: (_: unknown, __: number, ___: number, width: number, height: number) => {
            drawn.push([width, height])
          },
          getImageData: (_: number, __: number, width: number, height: number) => ({
            data: new Uint8ClampedArray(width * height * 4),
          }),
        }
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

describe('a decoded picture', () => {
  it('has at most 256 pixels a side, and a thumbnail of at most 96', async () => {
    const decoded = await decodePicture(new Uint8Array(4), 'webp')
    expect(decoded).toMatchObject({ width: 256, height: 128 })
    expect(decoded?.data).toHaveLength(256 * 128 * 4)
    expect(decoded?.thumbnail).toBe(`data:image/png;base64,${btoa('small')}`)
    expect(drawn).toEqual([
      [256, 128],
      [96, 48],
    ])
  })

  it('is decoded as what its content is, and given free', async () => {
    await decodePicture(new Uint8Array(4), 'jpeg')
    expect({ types, closed }).toEqual({ types: ['image/jpeg'], closed: 1 })
  })

  it('is given free also where it cannot be read', async () => {
    // An arrow function is no constructor.
    vi.stubGlobal('OffscreenCanvas', () => undefined)
    await expect(decodePicture(new Uint8Array(4), 'png')).rejects.toThrow()
    expect(closed).toBe(1)
  })
})

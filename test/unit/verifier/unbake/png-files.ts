import { PNG } from 'pngjs'
import { bakePng, pngChunk } from '../../../../src/verifier/unbake/bake'

export const LIMITS = {
  imageBytes: 10_000_000,
  bakedTextBytes: 1_000_000,
  jsonBytes: 1_000_000,
  sealedBytes: 4_000_000,
}

export const JSON_TEXT = '{"id":"https://issuer.example/a/1","name":"オープンバッジ – Café 🎓"}'

/** A real picture, written by pngjs, with no text in it. */
export function picture(width = 16, height = 16): Uint8Array {
  const png = new PNG({ width, height })
  for (let at = 0; at < png.data.length; at++) png.data[at] = (at * 31) % 256
  return new Uint8Array(PNG.sync.write(png))
}

export function baked(text = JSON_TEXT): Uint8Array {
  return bakePng(picture(), text, { keyword: 'openbadges' })
}

export function concat(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** The same bytes over and over. */
export function repeated(bytes: Uint8Array, times: number): Uint8Array {
  const all = new Uint8Array(bytes.length * times)
  for (let at = 0; at < all.length; at += bytes.length) all.set(bytes, at)
  return all
}

/** The picture with chunks put in right after IHDR, as given. */
export function withChunks(...chunks: Uint8Array[]): Uint8Array {
  const png = picture()
  return concat(png.subarray(0, 33), ...chunks, png.subarray(33))
}

/** An iTXt chunk with fields as given, right or wrong. */
export function itxt(keyword: string, fields: number[], content: Uint8Array): Uint8Array {
  return pngChunk('iTXt', concat(bytesOf(keyword), Uint8Array.of(0, ...fields), content))
}

/** The same file with one 32-bit integer overwritten. */
export function withUint32(file: Uint8Array, at: number, value: number): Uint8Array {
  const copy = file.slice()
  new DataView(copy.buffer).setUint32(at, value)
  return copy
}

export function indexOf(file: Uint8Array, ascii: string): number {
  return Buffer.from(file).indexOf(ascii)
}

import { sniff } from '../verifier/unbake/sniff'
import { toBase64 } from './base64'

/** Longest side, in pixels. */
const MOST_PIXELS = 96
/** A larger drawing has no thumbnail; it is not worth storing. */
const MOST_SVG_BYTES = 64_000
/** A picture of more pixels a side is not decoded: its file may be tiny and its pixels gigabytes. */
const MOST_SIDE = 4096

/** Where IHDR states width and height (PNG, third edition, section 11.2.1). */
const WIDTH_AT = 16
const HEIGHT_AT = 20

/**
 * A small picture of a badge as a data URL, for use in `<img>` only: there an SVG runs no script and
 * loads nothing. Undefined where none can or should be made.
 */
export async function thumbnailOf(bytes: Uint8Array): Promise<string | undefined> {
  const kind = sniff(bytes)
  if (kind === 'svg') {
    return bytes.length <= MOST_SVG_BYTES
      ? `data:image/svg+xml;base64,${toBase64(bytes)}`
      : undefined
  }
  if (kind !== 'png' || !hasModestSize(bytes)) return undefined
  try {
    return await scaledDown(bytes)
  } catch {
    return undefined
  }
}

function hasModestSize(bytes: Uint8Array): boolean {
  if (bytes.length < HEIGHT_AT + 4) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return [WIDTH_AT, HEIGHT_AT].every((at) => {
    const side = view.getUint32(at)
    return side > 0 && side <= MOST_SIDE
  })
}

async function scaledDown(bytes: Uint8Array): Promise<string | undefined> {
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/png' })
  const bitmap = await createImageBitmap(blob)
  const scale = Math.min(1, MOST_PIXELS / Math.max(bitmap.width, bitmap.height))
  const width = Math.max(1, Math.round(bitmap.width * scale))
  const height = Math.max(1, Math.round(bitmap.height * scale))
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const small = await canvas.convertToBlob({ type: 'image/png' })
  return `data:image/png;base64,${toBase64(new Uint8Array(await small.arrayBuffer()))}`
}

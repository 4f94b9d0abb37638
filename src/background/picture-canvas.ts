import { toBase64 } from './base64'

/** A picture drawn so that its longest side has at most so many pixels; the caller closes it. */
export function drawnWithin(bitmap: ImageBitmap, mostPixels: number): OffscreenCanvas {
  const scale = Math.min(1, mostPixels / Math.max(bitmap.width, bitmap.height))
  const width = Math.max(1, Math.round(bitmap.width * scale))
  const height = Math.max(1, Math.round(bitmap.height * scale))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context) {
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, width, height)
  }
  return canvas
}

/** Decodes a file whose size was looked at before. */
export function bitmapOf(bytes: Uint8Array, type: string): Promise<ImageBitmap> {
  return createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: `image/${type}` }))
}

/** As a PNG data URL: pixels alone, nothing else of the file they came from. */
export async function asDataUrl(canvas: OffscreenCanvas): Promise<string> {
  const png = await canvas.convertToBlob({ type: 'image/png' })
  return `data:image/png;base64,${toBase64(new Uint8Array(await png.arrayBuffer()))}`
}

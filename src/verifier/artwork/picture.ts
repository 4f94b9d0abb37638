import { sniff } from '../unbake/sniff'
import { isAnimated } from './animated'
import { pictureSize } from './picture-size'
import type { Pixels } from './pixels'

/** Kinds of files that have pixels; a drawing (SVG) has none until it is drawn. */
export type RasterType = 'png' | 'jpeg' | 'gif' | 'webp'

/** What an environment made of a picture's file. */
export interface DecodedPicture extends Pixels {
  /** PNG data URL, small: for people to look at. */
  thumbnail?: string
}

/** Undefined where it cannot be decoded. */
export type DecodePicture = (
  bytes: Uint8Array,
  type: RasterType,
) => Promise<DecodedPicture | undefined>

/** Why there are no pixels. */
export type NoPixels = 'drawing' | 'animated' | 'too-large' | 'not-decoded' | 'incomplete'

/** A picture of more pixels a side is not decoded: its file may be tiny and its pixels gigabytes. */
const MOST_SIDE = 4096

/** The type of a picture that may be decoded; else why not. Nothing of it is decoded to know. */
export function decodableType(bytes: Uint8Array): { type: RasterType } | { why: NoPixels } {
  const type = sniff(bytes)
  if (type === 'svg') return { why: 'drawing' }
  if (!isRaster(type)) return { why: 'not-decoded' }
  const size = pictureSize(bytes, type)
  if (size === undefined) return { why: 'not-decoded' }
  const sides = [size.width, size.height]
  if (sides.some((side) => side > MOST_SIDE)) return { why: 'too-large' }
  return sides.includes(0) ? { why: 'not-decoded' } : { type }
}

/** The picture, decoded for comparison; what cannot or must not be is said, never guessed. */
export async function decodePicture(
  bytes: Uint8Array,
  decode: DecodePicture,
): Promise<DecodedPicture | { why: NoPixels }> {
  const decodable = decodableType(bytes)
  if ('why' in decodable) return decodable
  if (isAnimated(bytes, decodable.type)) return { why: 'animated' }
  try {
    const decoded = await decode(bytes, decodable.type)
    return decoded && isWhole(decoded) ? decoded : { why: 'not-decoded' }
  } catch {
    return { why: 'not-decoded' }
  }
}

function isWhole({ width, height, data }: Pixels): boolean {
  return width > 0 && height > 0 && data.length === width * height * 4
}

function isRaster(type: string): type is RasterType {
  return ['png', 'jpeg', 'gif', 'webp'].includes(type)
}

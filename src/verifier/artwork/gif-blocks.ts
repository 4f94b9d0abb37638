/** What a block of a GIF begins with (GIF89a, appendix A). */
export const IMAGE = 0x2c
export const EXTENSION = 0x21
export const TRAILER = 0x3b
const GRAPHIC_CONTROL = 0xf9

/** Where the first block begins: behind the logical screen and its colours. */
export function firstBlock(bytes: Uint8Array): number {
  return 13 + tableBytes(bytes[10])
}

/** Of the colours that follow a screen or an image with these flags. */
export function tableBytes(flags = 0): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1)
}

/** Each part of the data says its length in a byte; one of no length is the last. */
export function pastParts(bytes: Uint8Array, start: number): number {
  let at = start
  for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) at += 1 + length
  return at + 1
}

/**
 * A graphic control extension that says that it has fewer than its four bytes (GIF89a, section 23): browsers read four all
 * the same, and go on elsewhere than others.
 */
export function isReadDifferently(bytes: Uint8Array, extension: number): boolean {
  return bytes[extension + 1] === GRAPHIC_CONTROL && bytes[extension + 2] !== 4
}

/** Where the first image begins for every reader; undefined: nowhere. */
export function firstImage(bytes: Uint8Array): number | undefined {
  for (let at = firstBlock(bytes); at < bytes.length;) {
    if (bytes[at] === IMAGE) return at
    if (bytes[at] === TRAILER) return undefined
    const isExtension = bytes[at] === EXTENSION
    if (isExtension && isReadDifferently(bytes, at)) return undefined
    // GIF87a has readers look for the next image past what is no block; others end here.
    at = isExtension ? pastParts(bytes, at + 2) : at + 1
  }
  return undefined
}

import { PNG } from 'pngjs'
import { pngChunk } from '../../src/verifier/unbake/bake'

/** libpng's default, and so the size of the IDAT chunks of most PNGs on the web, in bytes. */
const IDAT_BYTES = 8_192

/** A picture of 512 by 512 pixels of noise: a file of about 1 MB in about 130 chunks. */
export function megabytePng(): Uint8Array {
  const png = new PNG({ width: 512, height: 512 })
  let state = 1
  for (let at = 0; at < png.data.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    png.data[at] = state >>> 24
  }
  return withSmallIdats(PNG.sync.write(png))
}

/** pngjs writes one IDAT chunk, between IHDR (which ends at byte 33) and IEND. */
function withSmallIdats(file: Buffer): Uint8Array {
  const data = file.subarray(33 + 8, file.length - 12 - 4)
  const idats: Uint8Array[] = []
  for (let at = 0; at < data.length; at += IDAT_BYTES) {
    idats.push(pngChunk('IDAT', data.subarray(at, at + IDAT_BYTES)))
  }
  return new Uint8Array(Buffer.concat([file.subarray(0, 33), ...idats, file.subarray(-12)]))
}

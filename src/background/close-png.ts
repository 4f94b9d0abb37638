import { chunkHeaderAt, PNG_SIGNATURE_BYTES, viewOf } from '../verifier/unbake/png-chunks'
import { sniff } from '../verifier/unbake/sniff'

/** Length 0, type IEND, its CRC (PNG, third edition, section 11.2.5). */
const IEND = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]

/**
 * The whole chunks at the beginning of a PNG as a PNG of their own; null for any other file.
 * What was deliberately not read of a file must not be judged as damage to it.
 */
export function closePng(head: Uint8Array): Uint8Array | null {
  if (sniff(head) !== 'png') return null
  const view = viewOf(head)
  let end = PNG_SIGNATURE_BYTES
  for (let chunk; (chunk = chunkHeaderAt(view, end)); end = chunk.next) {
    if (chunk.next > head.length) break
  }
  const closed = new Uint8Array(end + IEND.length)
  closed.set(head.subarray(0, end))
  closed.set(IEND, end)
  return closed
}

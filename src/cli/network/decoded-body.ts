import type { IncomingMessage } from 'node:http'
import { pipeline, type Duplex, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'

/** Codings that are asked for (RFC 9110, section 8.4.1); `x-gzip` is gzip's other name. */
const DECODERS = new Map<string, () => Duplex>([
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['br', () => createBrotliDecompress()],
])

/**
 * Reads a body and stops at `maxBytes` decoded bytes, so that neither a large answer nor a small one
 * that inflates without end fills the memory.
 *
 * @throws the stream's error where the body breaks off or is not in the coding that it claims
 */
export async function decodedBody(
  response: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of decoded(response) as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= maxBytes) break
  }
  // A copy of its own: Node's small buffers share memory, which cannot be handed to another thread.
  const bytes = new Uint8Array(Math.min(length, maxBytes))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, bytes.length - at), at)
    at += chunk.length
  }
  return bytes
}

function decoded(response: IncomingMessage): Readable {
  const coding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (coding === 'identity' || coding === '') return response
  const decoder = DECODERS.get(coding)?.()
  if (decoder === undefined) {
    response.destroy()
    throw new Error(`Content coding "${coding}" was not asked for`)
  }
  // Its errors reach the reader through the decoder.
  return pipeline(response, decoder, () => undefined)
}

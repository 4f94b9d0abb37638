/** The whole body, or why there is none. */
export type Body = { bytes: Uint8Array<ArrayBuffer> } | { tooLarge: true }

/**
 * Reads a body and stops the moment it has become too large. What counts are decoded bytes, so
 * neither a compressed bomb nor a wrong `Content-Length` gets past.
 *
 * @param maxBytes most bytes that are kept
 * @param aborted rejects when nobody waits for the body any more
 */
export async function readBody(
  response: Response,
  maxBytes: number,
  aborted: Promise<never>,
): Promise<Body> {
  const body = response.body as ReadableStream<Uint8Array> | null
  if (!body) return { bytes: new Uint8Array(0) }
  if (declaredLength(response) > maxBytes) {
    discard(body)
    return { tooLarge: true }
  }
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), aborted])
      if (done) return { bytes: joined(chunks, length) }
      length += value.byteLength
      if (length > maxBytes) return { tooLarge: true }
      chunks.push(value)
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}

/** Lets go of a body that nobody will read, so that its connection ends. */
export function discard(body: ReadableStream | null): void {
  body?.cancel().catch(() => undefined)
}

/** RFC 9110 section 8.6; 0 where absent or malformed, since then only counting tells. */
function declaredLength(response: Response): number {
  const declared = response.headers.get('content-length') ?? ''
  return /^\d+$/.test(declared) ? Number(declared) : 0
}

function joined(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

/** Bytes turned into text at once: `String.fromCharCode` takes its arguments from the stack. */
const PIECE = 32_768

export function toBase64(bytes: Uint8Array): string {
  let latin1 = ''
  for (let at = 0; at < bytes.length; at += PIECE) {
    latin1 += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  }
  return btoa(latin1)
}

/** Null where the text is no base64. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    const latin1 = atob(text)
    return Uint8Array.from(latin1, (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

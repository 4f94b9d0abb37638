/**
 * Base64 (RFC 4648, section 4) as XML and PEM write it, with white space in it (XML Schema 1.0, part 2, section
 * 3.2.16; RFC 7468, section 2).
 *
 * @returns `undefined` where the text is no base64, or of no bytes
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s+/g, '')), (one) => one.charCodeAt(0))
    return bytes.length === 0 ? undefined : bytes
  } catch {
    return undefined
  }
}

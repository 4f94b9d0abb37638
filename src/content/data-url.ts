/**
 * The bytes of a `data:` URL, decoded here since a page's `connect-src` may forbid to fetch it.
 * Undefined where it is malformed. Source: Fetch standard, section "data: URLs".
 */
export function dataUrlBytes(url: string): Uint8Array | undefined {
  const comma = url.indexOf(',')
  if (!url.startsWith('data:') || comma < 0) return undefined
  const isBase64 = /;\s*base64\s*$/i.test(url.slice(0, comma))
  const hash = url.indexOf('#', comma)
  const body = url.slice(comma + 1, hash < 0 ? undefined : hash)
  try {
    return isBase64 ? base64Bytes(percentDecode(body)) : latin1Bytes(percentDecode(body))
  } catch {
    return undefined
  }
}

/** A string of bytes: `%XX` becomes one of them, and what is not ASCII becomes UTF-8. */
function percentDecode(text: string): string {
  const ascii = text.replace(/[^\0-\x7f]+/g, encodeURIComponent)
  return ascii.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

function base64Bytes(text: string): Uint8Array {
  return latin1Bytes(atob(text.replace(/\s+/g, '')))
}

function latin1Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index)
  return bytes
}

/** Captured: what tells two of one page apart. A fragment does not, and is the page's to choose. */
const BLOB = /^blob:.*?([\w-]*)(#.*)?$/

/**
 * The address by which the worker knows what a page has made of bytes: a `blob:` URL leads nowhere outside
 * its page. Any other as it is. No data URL of a page can have that name: it is of no kind of image, and in
 * URLs as browsers write them there is no such mark (URL standard, C0 control percent-encode set).
 */
export function knownAddress(url: string): string {
  return url.replace(BLOB, 'data:blob»$1,')
}

/** What a file or a text is by its content; its name and media type are never believed. */
export type Sniffed =
  | 'png'
  | 'svg'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'json'
  | 'jws'
  | 'sd-jwt'
  | 'cose'
  | 'url'
  | 'html'
  | 'elm-2'
  | 'pdf'
  | 'unknown'

/** Where a signature stands in a file; `.` stands for any byte. */
const SIGNATURES: [Sniffed, signature: string][] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF8'],
  ['webp', 'RIFF....WEBP'],
  ['pdf', '%PDF-'],
  // COSE_Sign1 (RFC 9052, section 4.2): tag 18, then a list of four. No text begins like this.
  ['cose', '\xd2\x84'],
]

/** Markup is told by its first element: what precedes it may not be longer than this, in bytes. */
const PROLOG_BYTES = 65_536

/** A longer text is neither a token nor an address that we would read, in bytes. */
const TOKEN_BYTES = 2_000_000

const COMPACT_JWS = /^([\w-]+)\.[\w-]+\.[\w-]*$/
const BLANK_START = /^[\s\0\uFEFF]+/

/** An object or a list of JSON, and neither RTF (`{\rtf1`) nor a section of settings (`[main]`). Zeros are those of UTF-16. */
const JSON_START = /^(?:\{[\s\0]*["}]|\[[\s\0]*(?:[[{"\]\d-]|true|false|null))/

export function sniff(bytes: Uint8Array): Sniffed {
  for (const [kind, signature] of SIGNATURES) if (startsWith(bytes, signature)) return kind
  const prolog = decode(bytes.subarray(0, PROLOG_BYTES))
  if (/^[<{[]/.test(prolog.replace(BLANK_START, ''))) return sniffText(prolog)
  return bytes.length > TOKEN_BYTES ? 'unknown' : sniffText(decode(bytes))
}

export function sniffText(text: string): Sniffed {
  const content = text.replace(BLANK_START, '')
  if (content.startsWith('<')) return sniffMarkup(content)
  if (JSON_START.test(content)) return 'json'
  const token = content.trim()
  if (/^https?:\/\/\S+$/i.test(token)) return 'url'
  return COSE_TEXT.test(token) ? 'cose' : sniffToken(token)
}

/**
 * COSE_Sign1 as text: the bytes `d2 84`, then a byte string, in base64, base64url (with or without the
 * prefix of a multibase) or hexadecimal; or a `data:` URL that says so.
 */
const COSE_TEXT =
  /^(?:[mMuU]?0oR[A-Zab][\w+/-]{12,}={0,2}|[fF]?[dD]284[45][\da-fA-F]{8,}|data:application\/v[cp]\+cose[;,]\S*)$/

/** SD-JWT: an issuer-signed JWT, then disclosures, each part ended by `~` (RFC 9901, section 4). */
function sniffToken(token: string): Sniffed {
  const tilde = token.indexOf('~')
  const header = COMPACT_JWS.exec(tilde < 0 ? token : token.slice(0, tilde))?.[1]
  if (header === undefined || !isJsonObject(header)) return 'unknown'
  return tilde < 0 ? 'jws' : 'sd-jwt'
}

function isJsonObject(base64url: string): boolean {
  try {
    const value: unknown = JSON.parse(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

/** The first element, or the document type that announces it, past comments and instructions. */
function sniffMarkup(text: string): Sniffed {
  let at = 0
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++
    const closing = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : ''
    if (closing === '') break
    const end = text.indexOf(closing, at + (closing === '-->' ? 4 : 2))
    if (end < 0) return 'unknown'
    at = end + closing.length
  }
  const root = /^<(?:!doctype\s+)?(?:[\w.-]+:)?([\w-]+)/i.exec(text.slice(at, at + 200))?.[1]
  if (root === 'svg') return 'svg'
  if (root === 'europassCredential') return isOfElm2(text, at) ? 'elm-2' : 'unknown'
  return /^(html|head|body)$/i.test(root ?? '') ? 'html' : 'unknown'
}

/** A root element with a dozen names of namespaces and schemas, in characters. */
const LONGEST_TAG = 4_000

/** The namespace of ELM 2, which names a format and is asked for nowhere. */
function isOfElm2(text: string, at: number): boolean {
  const tag = text.slice(at, at + LONGEST_TAG)
  const end = tag.indexOf('>')
  return /=\s?["']http:\/\/data\.europa\.eu\/snb["']/.test(end < 0 ? tag : tag.slice(0, end))
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  if (bytes.length < signature.length) return false
  for (let at = 0; at < signature.length; at++) {
    const expected = signature.charAt(at)
    if (expected !== '.' && expected.charCodeAt(0) !== bytes[at]) return false
  }
  return true
}

/** UTF-16 is recognised so that it can be refused by name. */
function decode(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

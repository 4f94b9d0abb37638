/** Names of members that a JWS in JSON has beside its payload (RFC 7515, sections 7.2.1 and 7.2.2). */
const SIGNATURES = ['signatures', 'signature']

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = [0x7b, 0x5b]
const CLOSING = [0x7d, 0x5d]
const COLON = 0x3a
const BLANKS = [0x20, 0x09, 0x0a, 0x0d]

/** `verifiableCredential` is the longest name that anybody looks for. */
const LONGEST_NAME = 20

/** Whether JSON has the outline of a sealed document; what is no JSON may have it, too. */
export function isSealedJson(bytes: Uint8Array): boolean {
  const names = memberNames(bytes)
  return names.has('payload') && SIGNATURES.some((name) => names.has(name))
}

/** Short names of the members that an object has itself. One pass over the bytes, nothing is parsed. */
export function memberNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>()
  let depth = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === QUOTE) {
      const end = endOfString(bytes, at)
      if (depth === 1 && isName(bytes, end)) addShort(names, bytes.subarray(at + 1, end))
      at = end
    } else if (OPENING.includes(byte)) depth++
    else if (CLOSING.includes(byte)) depth--
  }
  return names
}

/** Index of the quotation mark that ends the string which starts at `start`, or the end of all. */
function endOfString(bytes: Uint8Array, start: number): number {
  let at = start + 1
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1
  return at
}

function isName(bytes: Uint8Array, end: number): boolean {
  let at = end + 1
  while (BLANKS.includes(bytes[at] ?? 0)) at++
  return bytes[at] === COLON
}

function addShort(names: Set<string>, name: Uint8Array): void {
  if (name.length <= LONGEST_NAME) names.add(String.fromCharCode(...name))
}

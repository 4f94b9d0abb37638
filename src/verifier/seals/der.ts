/** DER (X.690), as much as it takes to cut out what was signed exactly as it stands. */

/** One element: the tag octet, what is in it, and all of it. */
export interface DerElement {
  tag: number
  content: Uint8Array<ArrayBuffer>
  whole: Uint8Array<ArrayBuffer>
}

export const DER = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  sequence: 0x30,
  set: 0x31,
  /** Constructed, context-specific: `[0]` … */
  context: (number: number) => 0xa0 | number,
} as const

/** The elements that follow each other in these bytes; `undefined` where they are not whole DER. */
export function readElements(bytes: Uint8Array<ArrayBuffer>): DerElement[] | undefined {
  const elements: DerElement[] = []
  for (let at = 0; at < bytes.length;) {
    const element = elementAt(bytes, at)
    if (element === undefined) return undefined
    elements.push(element)
    at += element.whole.length
  }
  return elements
}

/** The one element that these bytes are; `undefined` also where something follows it. */
export function readElement(bytes: Uint8Array<ArrayBuffer>): DerElement | undefined {
  const element = elementAt(bytes, 0)
  return element?.whole.length === bytes.length ? element : undefined
}

/** The children of a constructed element of this tag; none of any other. */
export function childrenOf(element: DerElement | undefined, tag: number): DerElement[] {
  return element?.tag === tag ? (readElements(element.content) ?? []) : []
}

/** X.690, sections 8.1.3 and 10.1: lengths are definite, and in the fewest octets. */
function elementAt(bytes: Uint8Array<ArrayBuffer>, at: number): DerElement | undefined {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined
  const octets = first < 0x80 ? 0 : first & 0x7f
  if (first === 0x80 || octets > 4) return undefined
  let length = octets === 0 ? first : 0
  for (let index = 0; index < octets; index++) length = length * 256 + (bytes[at + 2 + index] ?? 0)
  const isShortest = octets === 0 || (length >= 0x80 && length >= 256 ** (octets - 1))
  const start = at + 2 + octets
  if (!isShortest || start + length > bytes.length) return undefined
  return {
    tag,
    content: bytes.subarray(start, start + length),
    whole: bytes.subarray(at, start + length),
  }
}

/**
 * Standard base64 of one DER sequence (RFC 7515, section 4.1.6: "not base64url-encoded"), of at most so many
 * bytes.
 */
export function decodeDer(text: unknown, most: number): Uint8Array<ArrayBuffer> | undefined {
  if (typeof text !== 'string' || text.length > (most * 4) / 3 + 4) return undefined
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return undefined
  const binary = atob(text)
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  return btoa(binary) === text && bytes[0] === DER.sequence && isWhole(bytes) ? bytes : undefined
}

/** The octets of a BIT STRING that is a whole number of them, as signatures are. */
export function wholeBits(element: DerElement | undefined): Uint8Array<ArrayBuffer> | undefined {
  const isWholeNumber = element?.tag === DER.bitString && element.content[0] === 0
  return isWholeNumber ? element.content.subarray(1) : undefined
}

/** Deeper than anything that is embedded in a seal. */
const DEEPEST = 32
const CONSTRUCTED = 0x20

/**
 * Is it one element, and in it whole elements down to the last? Libraries read past a wrong length, so that
 * what is not signed could be written in many ways.
 */
function isWhole(bytes: Uint8Array<ArrayBuffer>): boolean {
  let level = [readElement(bytes)]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === DEEPEST) return false
    const next: (DerElement | undefined)[] = []
    for (const element of level) {
      if (element === undefined) return false
      if ((element.tag & CONSTRUCTED) === 0) continue
      for (const child of readElements(element.content) ?? [undefined]) next.push(child)
    }
    level = next
  }
  return true
}

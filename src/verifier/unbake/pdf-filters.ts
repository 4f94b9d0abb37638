import { inflate, inflateBeginning } from './inflate'

/** What undoing the filters of a stream came to. */
export type Unfiltered =
  { ok: true; bytes: Uint8Array } | { ok: false; why: 'broken' | 'too-large' | 'not-supported' }

type Filter = (bytes: Uint8Array, limit: number) => Unfiltered

/** ISO 32000-1, section 7.4, by their names and the short ones that inline images have. */
const FILTERS: ReadonlyMap<string, Filter> = new Map([
  ['FlateDecode', inflate],
  ['Fl', inflate],
  ['ASCIIHexDecode', fromHexadecimal],
  ['AHx', fromHexadecimal],
  ['ASCII85Decode', fromAscii85],
  ['A85', fromAscii85],
])

/** Nobody needs more than one to compress and one to make text of it. */
const MOST_FILTERS = 2

/** Undoes filters one after the other; none of them gives more than `limit` bytes. */
export function unfilter(data: Uint8Array, filters: string[], limit: number): Unfiltered {
  if (filters.length > MOST_FILTERS) return { ok: false, why: 'not-supported' }
  let bytes = data
  for (const name of filters) {
    const undone = FILTERS.get(name)?.(bytes, limit)
    if (undone === undefined) return { ok: false, why: 'not-supported' }
    if (!undone.ok) return undone
    bytes = undone.bytes
  }
  return bytes.length > limit ? { ok: false, why: 'too-large' } : { ok: true, bytes }
}

/** The first bytes of what filters leave, without the work of undoing them; undefined where that is not to be had. */
export function beginningOf(data: Uint8Array, filters: string[]): Uint8Array | undefined {
  const [filter, ...others] = filters
  if (filter === undefined) return data.subarray(0, LONGEST_BEGINNING)
  return FILTERS.get(filter) === inflate && others.length === 0 ? inflateBeginning(data) : undefined
}

/** Bytes. */
const LONGEST_BEGINNING = 2_048

const BLANKS = [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]
const END_OF_HEXADECIMAL = 0x3e

/** Section 7.4.2: pairs of digits up to `>`; a last one alone counts as if 0 followed it. */
function fromHexadecimal(data: Uint8Array, limit: number): Unfiltered {
  if (data.length > 4 * limit + BLANKS.length) return { ok: false, why: 'too-large' }
  const digits: number[] = []
  for (const byte of data) {
    if (byte === END_OF_HEXADECIMAL) break
    if (BLANKS.includes(byte)) continue
    const digit = Number.parseInt(String.fromCharCode(byte), 16)
    if (Number.isNaN(digit)) return { ok: false, why: 'broken' }
    digits.push(digit)
  }
  const bytes = new Uint8Array(Math.ceil(digits.length / 2))
  digits.forEach((digit, at) => {
    bytes[at >> 1] = (bytes[at >> 1] ?? 0) | (at % 2 === 0 ? digit << 4 : digit)
  })
  return { ok: true, bytes }
}

const TILDE = 0x7e
const ZERO_GROUP = 0x7a
const FIRST_OF_85 = 0x21

/** Section 7.4.3: five characters from `!` to `u` for four bytes, `z` for four zeros, up to `~>`. */
function fromAscii85(data: Uint8Array, limit: number): Unfiltered {
  const bytes: number[] = []
  let group: number[] = []
  for (const byte of data) {
    if (byte === TILDE) break
    if (BLANKS.includes(byte)) continue
    if (bytes.length > limit) return { ok: false, why: 'too-large' }
    if (byte === ZERO_GROUP && group.length === 0) {
      bytes.push(0, 0, 0, 0)
      continue
    }
    const digit = byte - FIRST_OF_85
    if (digit < 0 || digit > 84) return { ok: false, why: 'broken' }
    group.push(digit)
    if (group.length < 5) continue
    const four = fourBytes(group)
    if (four === undefined) return { ok: false, why: 'broken' }
    bytes.push(...four)
    group = []
  }
  if (group.length === 1) return { ok: false, why: 'broken' }
  if (group.length > 1) {
    const last = fourBytes([...group, 84, 84, 84].slice(0, 5))
    if (last === undefined) return { ok: false, why: 'broken' }
    bytes.push(...last.slice(0, group.length - 1))
  }
  return { ok: true, bytes: Uint8Array.from(bytes) }
}

function fourBytes(group: number[]): number[] | undefined {
  const value = group.reduce((sum, digit) => sum * 85 + digit, 0)
  if (value > 0xffffffff) return undefined
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) & 0xff)
}

/**
 * Text that somebody else wrote, with one form of line break and without what cannot be seen: control
 * characters, and those that turn the direction of what follows them around. ZWJ and ZWNJ stay, since
 * scripts need them.
 */
import { replacePieces, signTable, type Piece } from './text-pieces'

export function cleanText(text: string): string {
  const wellFormed = text.toWellFormed()
  // Most texts are clean, which an expression tells much faster than a walk.
  return UNCLEAN.test(wellFormed) ? replacePieces(wellFormed, SIGNS, pieceAt) : wellFormed
}

function pieceAt(text: string, at: number, code: number): Piece | undefined {
  const next = text.charCodeAt(at + 1)
  if (code === TAGS) return isTag(next) ? { end: at + 2, text: '' } : undefined
  const isBreak = LINE_BREAKS[code] === 1 && !(code === CARRIAGE_RETURN && next === LINE_FEED)
  return { end: at + 1, text: isBreak ? '\n' : '' }
}

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const BREAKS = '\r\v\f\u0085\u2028\u2029'
const LINE_BREAKS = signTable(BREAKS)

/** U+E0000 to U+E007F, letters that cannot be seen: the first code unit of them all, and the second ones. */
const TAGS = 0xdb40
function isTag(second: number): boolean {
  return second >= 0xdc00 && second <= 0xdc7f
}

/** First and last code unit of what cannot be seen. */
const INVISIBLE = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [TAGS, TAGS],
] as const

const SIGNS = signTable(BREAKS)
for (const [first, last] of INVISIBLE) SIGNS.fill(1, first, last + 1)

const ranges = INVISIBLE.map((range) => range.map(escaped).join('-'))
const UNCLEAN = new RegExp(`[${BREAKS}${ranges.join('')}]`)

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`
}

/** Where in a text a name of a descriptor may begin. */
import { NAME_ENDS, NAME_MAY_BEGIN } from './text-marks'
import { WHITE_SPACE } from './white-space'

/** What is known of the line that is being read. */
export interface LineSoFar {
  start: number
  /** A name stands in it already, so that further ones may follow behind a mere space. */
  led: boolean
  /** Its first name begins with a small letter, so that the others may, too. */
  small: boolean
}

/** Between two words, and before a name. */
export const MOST_BETWEEN = 12

/**
 * A name begins its line, or stands behind something that ends what was before it: a full stop, `;`, a
 * bullet, bold. In a line that a name leads a space is enough, where the name is written as one: with a
 * capital, in Japanese, or small as the first one. "at a high level: 80 %" is none.
 */
export function mayBegin(text: string, start: number, line: LineSoFar): boolean {
  if (leadsLine(text, start, line)) return true
  if (standsBehindEnd(text, start, line)) return true
  if (!line.led || (BEFORE_NAMES[text.charCodeAt(start - 1)] ?? 0) < SPACE) return false
  return line.small || !SMALL_LETTER.test(text.charAt(start))
}

export const SMALL_LETTER = /\p{Ll}/u

/** Behind what ends something, with nothing but spaces and opening signs between. */
function standsBehindEnd(text: string, start: number, line: LineSoFar): boolean {
  const least = Math.max(line.start, start - MOST_BETWEEN)
  for (let at = start - 1; at >= least; at--) {
    const code = text.charCodeAt(at)
    const found = BEFORE_NAMES[code]
    if (found === ENDS) return true
    const before = at > least ? text.charAt(at - 1) : ''
    if (code === CLOSING_BRACKET && DIGIT.test(before)) return true
    if (found === SPACE && DASHES.has(before)) return true
    if (found === 0) return false
  }
  return false
}

/** Nothing but a bullet or a number before it. */
export function leadsLine(text: string, start: number, line: LineSoFar): boolean {
  if (start === line.start) return true
  return start - line.start <= MOST_BETWEEN && !LETTER.test(text.slice(line.start, start))
}

const LETTER = /\p{L}/u
const DASHES = new Set('-–—*')
const DIGIT = /\d/
const CLOSING_BRACKET = 0x29

/** What may stand before a name, by code unit; what is none of these may not. */
const ENDS = 1
const BRACKET = 2
/** From here on a name may follow in a line that another one leads. */
const SPACE = 3
const OPENS = 4

const BEFORE_NAMES = new Uint8Array(0x10000)
const sort = (characters: string, value: number): void => {
  for (const character of characters) BEFORE_NAMES[character.charCodeAt(0)] = value
}
sort(`.。;；!！?？|｜•◦‣▪●○■□◆◇※→▶】」』${NAME_MAY_BEGIN}${NAME_ENDS}`, ENDS)
sort('[', BRACKET)
sort(WHITE_SPACE, SPACE)
sort('(（「『【"“', OPENS)

/** Finds the names of descriptors that lead a part of a text. */
import type { DescriptorId } from './descriptor-ids'
import { LONGEST_NAME, nameKey } from './descriptor-names'
import { END_OF_NAMES, endingBefore, type NameEnding } from './name-endings'
import { NAME_ENDS, NAME_MAY_BEGIN } from './text-marks'

export interface FoundName {
  descriptor: DescriptorId
  /** Where the name begins. */
  start: number
  /** Where the value before it ends: at the name, or at the bullet or number that leads it. */
  lead: number
  /** Where the name ends. */
  nameEnd: number
  /** Where its value begins. */
  valueStart: number
}

/** More than any framework has, also where each name stands there in two languages. */
export const MOST_NAMES = 100

/** What is known of the line that is being read. */
interface Line {
  start: number
  /** A name stands in it already, so that further ones may follow behind a mere space. */
  led: boolean
  /** Its first name begins with a small letter, so that the others may, too. */
  small: boolean
  /** No name reaches behind this: the line's start, or the last colon. */
  floor: number
  /** Keys of words that were looked at, in this line or another. */
  keys: Map<string, string>
}

/** @param text without markup, with its marks (`text-marks.ts`) */
export function findNames(text: string): FoundName[] {
  const found: FoundName[] = []
  const keys = new Map<string, string>()
  let line = lineAt(0, keys)
  for (let at = 0; at < text.length && found.length < MOST_NAMES; at++) {
    const sort = SORTS[text.charCodeAt(at)]
    if (sort === LINE_BREAK) line = lineAt(at + 1, keys)
    if (sort !== ENDS_NAME) continue
    const name = at === line.floor ? undefined : nameBefore(text, at, line)
    if (name !== undefined) {
      found.push(name)
      line.small = line.led ? line.small : SMALL_LETTER.test(text.charAt(name.start))
      line.led = true
    }
    line.floor = at + 1
  }
  return found
}

function lineAt(start: number, keys: Line['keys']): Line {
  return { start, led: false, small: false, floor: start, keys }
}

/** What a code unit is to a name; whatever is none of these is a part of a word. */
const BETWEEN_WORDS = 1
const NOT_IN_NAME = 2
const ENDS_NAME = 3
const LINE_BREAK = 4

/** By code unit: a text is read a megabyte at a time. */
const SORTS = new Uint8Array(0x10000)
const sort = (characters: string, value: number): void => {
  for (const character of characters) SORTS[character.charCodeAt(0)] = value
}
sort(` \t\u00A0\u3000/／-‐‑－&＆()（）[]・･,、，_*'’+${NAME_MAY_BEGIN}`, BETWEEN_WORDS)
sort('.。;；!！?？「」『』【"“”#＃<>＜＞|｜=＝•◦‣▪●○■□◆◇※→▶', NOT_IN_NAME)
// Colons in all their widths; `】` ends a name that `【` begins.
sort(`:：︓﹕】${NAME_ENDS}`, ENDS_NAME)
sort('\n', LINE_BREAK)

const SMALL_LETTER = /\p{Ll}/u

function nameBefore(text: string, end: number, line: Line): FoundName | undefined {
  const longest = longestName(text, end, line)
  if (longest === undefined) return undefined
  const { descriptor, start } = longest
  const leads = leadsLine(text, start, line)
  if (text.charAt(end) === '】' && text.charAt(start - 1) !== '【') return undefined
  // Of a row only the first cell names something, and a heading has its line to itself.
  if (text.charAt(end) === NAME_ENDS && !leads) return undefined
  const lead = leads && line.floor === line.start ? line.start : start
  return { descriptor, start, lead, nameEnd: end, valueStart: end + 1 }
}

/**
 * Word by word backwards from the colon. A name in two languages, the one in brackets or behind a slash, is
 * one name.
 */
function longestName(
  text: string,
  end: number,
  line: Line,
): { descriptor: DescriptorId; start: number } | undefined {
  let longest: { descriptor: DescriptorId; start: number } | undefined
  let named: DescriptorId | undefined
  let ending: NameEnding | undefined = END_OF_NAMES
  /** Of what stands before the longest name so far. */
  let other: NameEnding | undefined = END_OF_NAMES
  let at = end
  for (let words = 0; words < MOST_WORDS; words++) {
    const word = wordBefore(text, at, line.floor)
    if (word === undefined) break
    at = word.start
    const key = keyOf(text.slice(word.start, word.end), line.keys)
    const isOne: boolean = ending === other
    ending = ending && endingBefore(ending, key)
    other = isOne ? ending : other && endingBefore(other, key)
    if (ending === undefined && other === undefined) break
    const descriptor = ending?.named ?? sameAs(named, other?.named)
    if (key === '' || descriptor === undefined) continue
    named = descriptor
    other = END_OF_NAMES
    if (mayBegin(text, at, line)) longest = { descriptor, start: at }
  }
  return longest
}

/** The same few words stand before most colons, and taking them to one form is slow. */
function keyOf(word: string, keys: Line['keys']): string {
  const known = keys.get(word)
  if (known !== undefined) return known
  const key = nameKey(word)
  if (keys.size < MOST_KEYS) keys.set(word, key)
  return key
}

/** A text of different words is not worth more memory. */
const MOST_KEYS = 1_000

function sameAs<Value>(one: Value, other: Value): Value | undefined {
  return one === other ? one : undefined
}

/** The longest names have twelve words; some are written in both languages. */
const MOST_WORDS = 16
/** Half-width kana take two code units for one. */
const LONGEST_WORD = 2 * LONGEST_NAME
/** Between two words, and before a name. */
const MOST_BETWEEN = 12

function wordBefore(
  text: string,
  from: number,
  floor: number,
): { start: number; end: number } | undefined {
  let end = from
  while (end > Math.max(floor, from - MOST_BETWEEN) && sortBefore(text, end) === BETWEEN_WORDS)
    end--
  let start = end
  while (start > Math.max(floor, end - LONGEST_WORD) && sortBefore(text, start) === 0) start--
  return start === end ? undefined : { start, end }
}

function sortBefore(text: string, at: number): number | undefined {
  return SORTS[text.charCodeAt(at - 1)]
}

/**
 * A name begins its line, or stands behind something that ends what was before it: a full stop, `;`, a
 * bullet, bold. In a line that a name leads a space is enough, where the name is written as one: with a
 * capital, in Japanese, or small as the first one. "at a high level: 80 %" is none.
 */
function mayBegin(text: string, start: number, line: Line): boolean {
  if (leadsLine(text, start, line)) return true
  if (standsBehindEnd(text, start, line)) return true
  if (!line.led || !SPACED.test(text.charAt(start - 1))) return false
  return line.small || !SMALL_LETTER.test(text.charAt(start))
}

/** Behind what ends something, with nothing but spaces and opening signs between. */
function standsBehindEnd(text: string, start: number, line: Line): boolean {
  const least = Math.max(line.start, start - MOST_BETWEEN)
  for (let at = start - 1; at >= least; at--) {
    const sign = text.charAt(at)
    if (ENDS.has(sign)) return true
    const before = at > least ? text.charAt(at - 1) : ''
    if (sign === ')' && DIGIT.test(before)) return true
    const isSpace = SPACE.test(sign)
    if (isSpace && DASHES.has(before)) return true
    if (!isSpace && !OPENERS.has(sign)) return false
  }
  return false
}

/** Nothing but a bullet or a number before it. */
function leadsLine(text: string, start: number, line: Line): boolean {
  return start - line.start <= MOST_BETWEEN && !LETTER.test(text.slice(line.start, start))
}

const LETTER = /\p{L}/u
const OPENERS = new Set('(（[「『【"“')
const ENDS = new Set(`.。;；!！?？|｜•◦‣▪●○■□◆◇※→▶】」』${NAME_MAY_BEGIN}${NAME_ENDS}`)
const DASHES = new Set('-–—*')
const DIGIT = /\d/
const SPACE = /\s/
const SPACED = /[\s(（「『【"“]/

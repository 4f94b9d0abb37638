/** Finds the names of descriptors that lead a part of a text. */
import type { DescriptorId } from './descriptor-ids'
import { LONGEST_NAME, nameKey } from './descriptor-names'
import { leadsLine, mayBegin, MOST_BETWEEN, SMALL_LETTER, type LineSoFar } from './name-beginnings'
import { END_OF_NAMES, endingBefore, isOfNames, type NameEnding } from './name-endings'
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

/** The line that is being read. */
interface Line extends LineSoFar {
  /** No name reaches behind this: the line's start, or the last colon. */
  floor: number
  /** Words that are compared in another form than they are written in, of this line or another. */
  known: Map<string, KnownWord>
}

interface KnownWord {
  key: string
  /** What names end with it, if any. */
  alone: NameEnding | undefined
}

/** @param text without markup, with its marks (`text-marks.ts`) */
export function findNames(text: string): FoundName[] {
  const found: FoundName[] = []
  const line: Line = { start: 0, led: false, small: false, floor: 0, known: new Map() }
  for (let at = nextEnd(text, 0); at < text.length; at = nextEnd(text, at + 1)) {
    if (text.charCodeAt(at) === LINE_FEED) {
      beginLine(line, at + 1)
      continue
    }
    const name = at === line.floor ? undefined : nameBefore(text, at, line)
    if (name !== undefined) {
      if (found.push(name) === MOST_NAMES) break
      line.small = line.led ? line.small : SMALL_LETTER.test(text.charAt(name.start))
      line.led = true
    }
    line.floor = at + 1
  }
  return found
}

/** A loop of its own: most of a text is passed over here, and what else a function does would slow it down. */
function nextEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && (SORTS[text.charCodeAt(at)] ?? 0) < ENDS) at++
  return at
}

function beginLine(line: Line, start: number): void {
  line.start = start
  line.floor = start
  line.led = false
  line.small = false
}

/** What a code unit is to a name; whatever is none of these is a part of a word. */
const BETWEEN_WORDS = 1
const NOT_IN_NAME = 2
/** A name, or a line. */
const ENDS = 3

/** By code unit: a text is read a megabyte at a time. */
const SORTS = new Uint8Array(0x10000)
const sort = (characters: string, value: number): void => {
  for (const character of characters) SORTS[character.charCodeAt(0)] = value
}
sort(` \t\u00A0\u3000/／-‐‑－&＆()（）[]・･,、，_*'’+${NAME_MAY_BEGIN}`, BETWEEN_WORDS)
sort('.。;；!！?？「」『』【"“”#＃<>＜＞|｜=＝•◦‣▪●○■□◆◇※→▶', NOT_IN_NAME)
// Colons in all their widths; `】` ends a name that `【` begins; the end of a line ends what it says.
sort(`:：︓﹕】${NAME_ENDS}\n`, ENDS)

const LINE_FEED = 0x0a

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
    const wordEnd = endOfWordBefore(text, at, line.floor)
    at = startOfWord(text, wordEnd, line.floor)
    if (at === wordEnd) break
    const isPlain = isOfNames(text, at, wordEnd)
    const known = isPlain ? undefined : knownWord(text.slice(at, wordEnd), line.known)
    const isOne: boolean = ending === other
    ending = ending && longerEnding(ending, known, text, at, wordEnd)
    other = isOne ? ending : other && longerEnding(other, known, text, at, wordEnd)
    if (ending === undefined && other === undefined) break
    const descriptor = ending?.named ?? sameAs(named, other?.named)
    if (known?.key === '' || descriptor === undefined) continue
    named = descriptor
    other = END_OF_NAMES
    if (mayBegin(text, at, line)) longest = { descriptor, start: at }
  }
  return longest
}

/** @param known absent: the word is compared as it stands in the text */
function longerEnding(
  ending: NameEnding,
  known: KnownWord | undefined,
  text: string,
  start: number,
  end: number,
): NameEnding | undefined {
  if (known === undefined) return endingBefore(ending, text, start, end)
  return ending === END_OF_NAMES ? known.alone : endingBefore(ending, known.key)
}

/** The same few words stand before most colons, and taking them to one form is slow. */
function knownWord(written: string, known: Line['known']): KnownWord {
  const before = known.get(written)
  if (before !== undefined) return before
  const key = nameKey(written)
  const word = { key, alone: endingBefore(END_OF_NAMES, key) }
  if (known.size < MOST_WORDS_KEPT) known.set(written, word)
  return word
}

/** A text of different words is not worth more memory. */
const MOST_WORDS_KEPT = 1_000

function sameAs<Value>(one: Value, other: Value): Value | undefined {
  return one === other ? one : undefined
}

/** The longest names have twelve words; some are written in both languages. */
const MOST_WORDS = 16
/** Half-width kana take two code units for one. */
const LONGEST_WORD = 2 * LONGEST_NAME

function endOfWordBefore(text: string, from: number, floor: number): number {
  let end = from
  const least = Math.max(floor, from - MOST_BETWEEN)
  while (end > least && sortBefore(text, end) === BETWEEN_WORDS) end--
  return end
}

function startOfWord(text: string, end: number, floor: number): number {
  let start = end
  const least = Math.max(floor, end - LONGEST_WORD)
  while (start > least && sortBefore(text, start) === 0) start--
  return start
}

function sortBefore(text: string, at: number): number | undefined {
  return SORTS[text.charCodeAt(at - 1)]
}

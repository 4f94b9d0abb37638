/**
 * The names of descriptors, letter by letter from their ends: a text is compared with all of them in one
 * walk backwards from its colon.
 */
import type { DescriptorId } from './descriptor-ids'
import { DESCRIPTOR_KEYS } from './descriptor-names'

/** What some names end with. */
export interface NameEnding {
  /** It is a whole name. */
  named: DescriptorId | undefined
  /** The number of the letter that it begins with. */
  letter: number
  /** One of the endings that are a letter longer; the others hang on it. Most have one or two. */
  longer: NameEnding | undefined
  other: NameEnding | undefined
}

/** The end of every name. */
export const END_OF_NAMES: NameEnding = endingWith(0)
/** The endings of one letter, by its number: there are many. */
const OF_ONE_LETTER: (NameEnding | undefined)[] = [undefined]

/**
 * By code unit the number of the letter that it is in a key; 0 of what is in none, or is brought into another
 * form first. A word of these letters alone is compared as it is written: none is combined with another.
 */
const LETTERS = new Uint16Array(0x10000)

for (const [key, descriptor] of DESCRIPTOR_KEYS) {
  let ending = END_OF_NAMES
  for (let at = key.length - 1; at >= 0; at--) ending = withLonger(ending, key.charAt(at))
  ending.named = descriptor
}

function withLonger(ending: NameEnding, written: string): NameEnding {
  const letter = numberOf(written)
  const known = longerBy(letter, ending)
  if (known !== undefined) return known
  const made = endingWith(letter, ending.longer)
  ending.longer = made
  if (ending === END_OF_NAMES) OF_ONE_LETTER[letter] = made
  return made
}

function endingWith(letter: number, other?: NameEnding): NameEnding {
  return { named: undefined, letter, longer: undefined, other }
}

function numberOf(letter: string): number {
  const code = letter.charCodeAt(0)
  const known = LETTERS[code] ?? 0
  if (known > 0) return known
  const number = OF_ONE_LETTER.push(undefined) - 1
  LETTERS[code] = number
  if (/[a-z]/.test(letter)) LETTERS[letter.toUpperCase().charCodeAt(0)] = number
  return number
}

function longerBy(letter: number, ending: NameEnding): NameEnding | undefined {
  if (ending === END_OF_NAMES) return OF_ONE_LETTER[letter]
  let longer = ending.longer
  while (longer !== undefined && longer.letter !== letter) longer = longer.other
  return longer
}

/** Whether the word that begins and ends there is compared as it is written. */
export function isOfNames(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (LETTERS[text.charCodeAt(at)] === 0) return false
  return true
}

/**
 * @param text a key (`nameKey`), or one with a word from `start` to `end` that is `isOfNames`
 * @returns `undefined` where no name ends with the word and the ending behind it
 */
export function endingBefore(
  ending: NameEnding,
  text: string,
  start = 0,
  end = text.length,
): NameEnding | undefined {
  let longer: NameEnding | undefined = ending
  for (let at = end - 1; at >= start && longer !== undefined; at--)
    longer = longerBy(LETTERS[text.charCodeAt(at)] ?? 0, longer)
  return longer
}

/** Is the sealer the organisation that the credential names? */
import type { NamedParty } from './seal'
import type { PartyClaim } from './seal-finding'

/**
 * - `same`: identifiers agree, or names where there are not two identifiers to compare;
 * - `renamed`: identifiers agree, and the names do not: the credential calls the sealer something else;
 * - `unknown`: one of the two is not named.
 */
export type Sameness = 'same' | 'renamed' | 'other' | 'unknown'

/**
 * Identifiers decide over names. But a credential is free to write the sealer's own identifier beside any
 * name, so that names which contradict are said.
 */
export function compareParties(sealer: NamedParty, claim: PartyClaim): Sameness {
  const names = compareNames(sealer.organisation, claim.names)
  const identifiers = compareIdentifiers(sealer.identifier, claim.identifiers)
  if (identifiers === 'unknown') return names
  if (identifiers === 'other') return 'other'
  return names === 'other' ? 'renamed' : 'same'
}

function compareNames(name: string | undefined, claimed: string[]): 'same' | 'other' | 'unknown' {
  const own = name === undefined ? '' : plainName(name)
  const others = claimed.map(plainName).filter((other) => other !== '')
  if (own === '' || others.length === 0) return 'unknown'
  return others.includes(own) ? 'same' : 'other'
}

/**
 * A name without case, width, accents and punctuation, so that `GRAND COLLEGE OU` is `Grand College OÜ`
 * and `S.L.` is `SL`. What looks alike in another script stays another name, and so does what has another vowel
 * sign, another voicing or another letter under the same base: राम is not रमा, ハナ not バナ, Майков not Маиков.
 */
export function plainName(name: string): string {
  const letters = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßøæœłđðþ]/g, (letter) => UNDIVIDED[letter] ?? letter)
    .normalize('NFD')
  return withoutAccents(letters)
    .replace(/(?<=[\p{L}\p{M}])[.'’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** Of decomposed text; in most scripts marks are letters, and stay. */
function withoutAccents(text: string): string {
  return text
    .replace(/[\p{Variation_Selector}\u034f]+/gu, '')
    .replace(/(^|[\p{sc=Latin}\p{sc=Greek}\p{sc=Common}])\p{M}+/gu, '$1')
    .replace(POINTS, '')
    .replace(OPTIONAL, '')
}

/** What is written or left out as one pleases: points of Hebrew, signs for vowels of Arabic. */
const POINTS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]/gu

/** And so are the hamza and madda on an alef, and the dots of the Russian ё. */
const OPTIONAL = /(?<=\u0627)[\u0653-\u0655]|(?<=\u0435)\u0308/gu

/** Letters that no normalisation takes apart. */
const UNDIVIDED: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}

interface Identifier {
  /** `NTR`, `VAT` …: the register; absent where only the number stands there. */
  register?: string
  country?: string
  number: string
}

function compareIdentifiers(
  identifier: string | undefined,
  claimed: string[],
): 'same' | 'other' | 'unknown' {
  const own = identifier === undefined ? undefined : readIdentifier(identifier)
  if (own === undefined) return 'unknown'
  const found = claimed
    .map(readIdentifier)
    .filter((other) => other !== undefined)
    .map((other) => compareTwo(own, other))
  if (found.includes('same')) return 'same'
  return found.includes('other') ? 'other' : 'unknown'
}

/** Numbers of two registers say nothing about each other. */
function compareTwo(own: Identifier, other: Identifier): 'same' | 'other' | 'unknown' {
  if (own.register !== undefined && other.register !== undefined) {
    if (own.register !== other.register) return 'unknown'
    return own.country === other.country && own.number === other.number ? 'same' : 'other'
  }
  return bareForms(own).some((form) => bareForms(other).includes(form)) ? 'same' : 'other'
}

/** The number alone, or as VAT numbers are written, after the country. */
function bareForms({ country, number }: Identifier): string[] {
  return country === undefined ? [number] : [number, `${country}${number}`]
}

/** ETSI EN 319 412-1, section 5.1.4: three letters, the country, a hyphen and the number. */
function readIdentifier(text: string): Identifier | undefined {
  const plain = text.normalize('NFKC').toUpperCase().trim()
  const [, register, country, rest] = /^([A-Z]{3})([A-Z]{2})-(.+)$/.exec(plain) ?? []
  const number = (rest ?? plain).replace(/[^\p{L}\p{N}]+/gu, '')
  if (number === '') return undefined
  return register !== undefined && country !== undefined
    ? { register, country, number }
    : { number }
}

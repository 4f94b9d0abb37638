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
 * A name without case, width, diacritics and punctuation, so that `GRAND COLLEGE OU` is `Grand College OÜ`
 * and `S.L.` is `SL`. What looks alike in another script stays another name.
 */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßøæœłđðþ]/g, (letter) => UNDIVIDED[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=\p{L})[.'’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

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

import type { GivenIdentity } from '../../platform/messages'
import { nameKey } from '../../verifier/recipients/person'
import { isTelling, partsOf, plain, saysAllParts } from './plain-words'

type Person = Exclude<GivenIdentity, string>

/** Whether a label says the name or the date of birth of a person; either helps who guesses the other. */
export function saysPerson(label: string, { name, dateOfBirth }: Person): boolean {
  return saysName(label, name) || saysDate(label, dateOfBirth)
}

/** In any order, with or without accents. A short name of one word is in many labels by chance: "Canada". */
function saysName(label: string, name: string): boolean {
  const parts = partsOf(name)
  const isWord = parts.length === 1 && partsOf(nameKey(label)).includes(nameKey(name))
  const isInside = (parts.length > 1 || isTelling(name)) && plain(label).includes(plain(name))
  return isWord || isInside || saysAllParts(nameKey(label), nameKey(name))
}

/** As `10.12.1815`, `10/12/15`, `18151210`, or the day and the year with the month in words: `10 Dec 15`. */
function saysDate(label: string, dateOfBirth: string): boolean {
  const [year = '', month = '', day = ''] = dateOfBirth.trim().split('-')
  if (day === '') return false
  const numbers = partsOf(label).flatMap((part) => part.match(/\d+/g) ?? [])
  const digits = numbers.join('')
  const orders = [year, year.slice(-2)].flatMap((written) => ordersOf(written, month, day))
  if (orders.some((order) => digits.includes(order))) return true
  const placesOf = (part: string) =>
    numbers.flatMap((number, place) => (Number(number) === Number(part) ? [place] : []))
  const years = [...placesOf(year), ...placesOf(year.slice(-2))]
  // Of a person born on 17 May 1917 the 17 of a room is not both.
  return placesOf(day).some((place) => years.some((other) => other !== place))
}

function ordersOf(year: string, month: string, day: string): string[] {
  const [one, other] = [month + day, day + month]
  return [
    year + one,
    year + other,
    one + year,
    other + year,
    month + year + day,
    day + year + month,
  ]
}

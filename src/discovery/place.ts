import type { TrailSource } from '../verifier/report'
import type { Origin } from './inquiry'
import type { Recognised } from './provider'
import { asAsked } from './public-address'
import { recogniseAddress } from './recognise-address'
import { withoutRedirectors } from './redirectors'

/** Somewhere to look, out of its redirectors, and what it is recognised as. */
export interface Place {
  /** As it would be asked: public, without hints of persons. */
  url: string
  origin: Origin
  recognised?: Recognised
}

/** Nothing where an address can be no public one. */
export function placesAt(addresses: readonly string[], from: TrailSource): Place[] {
  return addresses.flatMap((address) => {
    const url = withoutRedirectors(address)
    if (url === undefined) return []
    const known = recogniseAddress(address)
    if (!known) return [{ url: asAsked(url), origin: { from } }]
    const { provider, recognised } = known
    return [{ url: asAsked(url), origin: { from, platform: provider.name }, recognised }]
  })
}

/**
 * The award that a page shows, or that is linked to beside a picture. Of several nothing says which of them is meant:
 * it may be the list of all awards of a person, or of everybody. What one platform calls an award by its record and by
 * one page is one award.
 */
export function theOnlyAward(places: readonly Place[]): Place | undefined {
  const [award, ...others] = differentAwards(places)
  const isItsPage = ({ origin, recognised }: Place): boolean =>
    recognised?.is === 'page' && origin.platform === award?.origin.platform
  const isOne = others.length === 0 || (others.length === 1 && others.every(isItsPage))
  return award && isRecord(award) && isOne ? award : undefined
}

/** Each once, those first whose record is known; of two places of one award the first. */
export function differentAwards(places: readonly Place[]): Place[] {
  const awards = new Map<string, Place>()
  const known = places.filter(standsForOne)
  for (const place of [...known.filter(isRecord), ...known.filter((each) => !isRecord(each))]) {
    const key = recordOf(place) ?? pageOf(place.url)
    if (!awards.has(key)) awards.set(key, place)
  }
  return [...awards.values()]
}

/** Is it one award, by its address alone, and known where its record is? */
export function isRecord({ recognised }: Place): boolean {
  return recognised?.is === 'award'
}

/** Does a picture there stand for it alone? Of some nothing is published. */
export function standsForOne({ recognised }: Place): boolean {
  return recognised !== undefined && recognised.is !== 'template'
}

/** Whether both are one page for people, in another language, say. */
export function isSamePage(one: string, other: string): boolean {
  return pageOf(one) === pageOf(other)
}

/** The same in another version of the format is the same. */
function recordOf({ recognised }: Place): string | undefined {
  return recognised?.is === 'award' ? recognised.at[0]?.url.replace(/&v=\d_\d/, '') : undefined
}

/** Platforms that have the identifier in the query have none in the path. */
function pageOf(address: string): string {
  const { hostname, pathname, search } = new URL(address)
  return hostname.replace(/^www\./, '') + pathname + (/\d/.test(pathname) ? '' : search)
}

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
 * The award that a page shows, or that stands beside a picture. Of several nothing says which of them is meant: it
 * may be the list of all awards of a person, or of everybody.
 *
 * @param self the page's own address, which is no award beside the one that it shows
 */
export function theOnlyAward(places: readonly Place[], self?: string): Place | undefined {
  const awards = new Map<string, Place>()
  for (const place of places) {
    const key = awardAt(place)
    if (key !== undefined && key !== self && !awards.has(key)) awards.set(key, place)
  }
  const [award, other] = awards.values()
  return other === undefined ? award : undefined
}

/** Is it one award, by its address alone? */
export function isAward({ recognised }: Place): boolean {
  return recognised?.is === 'award' || recognised?.is === 'page'
}

function awardAt({ url, recognised }: Place): string | undefined {
  if (recognised?.is === 'award') return recognised.at[0]?.url
  return recognised?.is === 'page' ? url : undefined
}

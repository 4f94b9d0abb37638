import type { Reason } from '../verifier/report'
import type { Award } from './awards'
import { groupedBy, sortedOnce } from './ordering'
import type { Contradiction, ProfileCountry, ProfileIssuer } from './profile-summary'
import { clipped, oneOf } from './shown-text'

/** Issuers once each, by the id that their badges were judged by: a name is only what somebody says. */
export function profileIssuers(awards: readonly Award[]): ProfileIssuer[] {
  return byIssuer(awards).map(([id, same]) => {
    const reasons = same.flatMap(({ report }) => report.reasons)
    const [registeredName] = sortedOnce(reasons.flatMap(registeredIn))
    const [knownAs] = sortedOnce(reasons.flatMap(knownIn))
    return {
      id,
      ...(registeredName !== undefined && { registeredName: clipped(registeredName) }),
      ...(knownAs !== undefined && { knownAs: clipped(knownAs) }),
      claimedNames: claimedNames(same),
      badges: badgesOf(same),
    }
  })
}

function registeredIn(reason: Reason): string[] {
  switch (reason.code) {
    case 'issuer-listed':
    case 'issuer-vetted':
    case 'issuer-sealed':
      return [reason.params.name]
    default:
      return []
  }
}

function knownIn(reason: Reason): string[] {
  return reason.code === 'issuer-unknown' ? [reason.params.issuer] : []
}

/** By country, and the badges that say none. */
export function profileCountries(awards: readonly Award[]): {
  countries: ProfileCountry[]
  countryUnknown: string[]
} {
  const known = awards.filter((award) => countryOf(award) !== undefined)
  return {
    countries: groupedBy(known, (award) => countryOf(award) ?? '').map(([country, same]) => ({
      country,
      badges: badgesOf(same),
    })),
    countryUnknown: badgesOf(awards.filter((award) => !known.includes(award))),
  }
}

/** ISO 3166-1 alpha-2; what stands there instead is no country. */
function countryOf({ credential }: Award): string | undefined {
  const country = credential.issuer.country?.trim().toUpperCase() ?? ''
  return /^[A-Z]{2}$/.test(country) ? country : undefined
}

/** One issuer that calls itself by several names, or is in several countries. */
export function issuerContradictions(awards: readonly Award[]): Contradiction[] {
  const issuers = byIssuer(awards)
  return [
    ...issuers.flatMap(([issuer, same]): Contradiction[] => {
      const names = claimedNames(same)
      if (names.length < 2) return []
      return [{ code: 'issuer-names-differ', issuer, names, badges: badgesOf(same) }]
    }),
    ...issuers.flatMap(([issuer, same]): Contradiction[] => {
      const countries = sortedOnce(same.flatMap((award) => countryOf(award) ?? []))
      if (countries.length < 2) return []
      return [{ code: 'issuer-countries-differ', issuer, countries, badges: badgesOf(same) }]
    }),
  ]
}

function byIssuer(awards: readonly Award[]): [string, Award[]][] {
  return groupedBy(awards, ({ report }) => report.issuer.id)
}

function claimedNames(same: readonly Award[]): string[] {
  return sortedOnce(
    same.flatMap(({ report, credential }) => {
      const name = report.issuer.claimedName ?? oneOf(credential.issuer.name)
      return name === undefined ? [] : clipped(name)
    }),
  )
}

function badgesOf(awards: readonly Award[]): string[] {
  return sortedOnce(awards.map(({ badge }) => badge))
}

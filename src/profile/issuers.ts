import { codesNamedIn } from '../verifier/descriptors/names-of-codes'
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

/** The one country that a badge says; of several nobody knows which. */
function countryOf(award: Award): string | undefined {
  const [country, ...others] = countriesIn(award)
  return others.length === 0 ? country : undefined
}

/**
 * ISO 3166-1 alpha-2, once each, from the issuer's address and the extension of SURF edubadges. What is no
 * code and no name of one country says nothing.
 */
function countriesIn({ credential, extensions }: Award): string[] {
  const stated = extensions
    .filter(({ source }) => source.type === 'InstitutionCountry')
    .map(({ values }) => values.InstitutionCountry)
  return sortedOnce([credential.issuer.country, ...stated].flatMap(countryNamedIn))
}

function countryNamedIn(text: unknown): string[] {
  const codes = typeof text === 'string' ? codesNamedIn(text, 'region') : undefined
  return codes?.size === 1 ? Array.from(codes, (code) => code.toUpperCase()) : []
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
      const countries = sortedOnce(same.flatMap(countriesIn))
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

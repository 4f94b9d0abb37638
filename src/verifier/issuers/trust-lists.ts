import type { TrustList } from '../environment'
import { reason, type Check, type IssuerStanding, type Reason, type Versions } from '../report'
import { issuerDisplay } from './identity'
import { listingsOf, type IssuerInQuestion } from './listing'
import { platformOf, PLATFORMS, type Platform } from './platforms'

export type { IssuerInQuestion } from './listing'

export interface IssuerFinding {
  standing: IssuerStanding
  check: Check
}

/**
 * Does somebody whom the user trusts vouch for this issuer? A list does so only for exactly the id that
 * it names, for as long and for what it says: neither the name that the issuer gives itself, nor its
 * host, nor a path below or above a listed one makes it listed, and no list lends anything to another.
 * Nor is anybody vouched for who is known by an origin alone: a list names issuers, not web servers.
 */
export function recogniseIssuer(
  issuer: IssuerInQuestion,
  trustLists: TrustList[],
  platforms: Platform[] = PLATFORMS,
): IssuerFinding {
  const listings = issuer.originOnly ? [] : trustLists.flatMap((list) => listingsOf(issuer, list))
  const vouching = listings.filter(({ vouches }) => vouches)
  if (vouching.length > 0) return found('listed', 'passed', reasonsOf(vouching))
  const platform = platformOf(issuer.id, platforms)
  const { claimedName } = issuer
  if (platform?.admits === 'vetted' && claimedName !== undefined && !issuer.originOnly) {
    const vetted = reason('issuer-vetted', { name: claimedName, platform: platform.name })
    return found('vetted', 'passed', [vetted])
  }
  const unknown = reason('issuer-unknown', {
    issuer: issuerDisplay(issuer.id),
    ...(claimedName !== undefined && { claimedName }),
  })
  return found('unknown', 'unknown', [unknown, ...reasonsOf(listings), ...onPlatform(platform)])
}

/** Versions of the lists that a report is judged with, by list. */
export function listVersions(trustLists: TrustList[]): Versions {
  return Object.fromEntries(
    trustLists.map(({ id, updated, sha256 }) => [
      `${LIST_PREFIX}${id}`,
      [updated, sha256].filter((part) => part !== undefined).join(' '),
    ]),
  )
}

/** The versions of a report without those of lists. */
export function withoutListVersions(versions: Versions): Versions {
  return Object.fromEntries(
    Object.entries(versions).filter(([name]) => !name.startsWith(LIST_PREFIX)),
  )
}

const LIST_PREFIX = 'list:'

function found(standing: IssuerStanding, outcome: Check['outcome'], reasons: Reason[]) {
  return { standing, check: { id: 'issuer' as const, outcome, reasons } }
}

/** Listings that a report names: a person reads no more. */
const MOST_LISTINGS = 10

function reasonsOf(listings: { reason: Reason }[]): Reason[] {
  return listings.slice(0, MOST_LISTINGS).map(({ reason: why }) => why)
}

function onPlatform(platform: Platform | undefined): Reason[] {
  if (platform === undefined || platform.admits === 'vetted') return []
  const { name, admits } = platform
  return [reason('issuer-on-platform', { platform: name, admits })]
}

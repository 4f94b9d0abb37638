/** Does one entry of a list vouch for one issuer, for these achievements, at this time? */
import type { ListedIssuer, ListingScope, TrustList } from '../environment'
import { reason, type Reason } from '../report'
import { readMoment } from '../status/moment'

/** What a list is asked about. */
export interface IssuerInQuestion {
  /** DID or URL whose control over the credential has been proven. */
  id: string
  /** What the credential calls its issuer; only ever passed on. */
  claimedName?: string | undefined
  /** The id is an origin from which the credential was read, and nothing else speaks for it. */
  originOnly?: true | undefined
  /** What the credential was awarded for. */
  achievements: { id?: string; achievementType?: string }[]
  /** When the listing must hold. */
  now: Date
}

export interface Listing {
  vouches: boolean
  reason: Reason
}

/** Everything that a list says of an issuer; nothing where it does not name this very id. */
export function listingsOf(issuer: IssuerInQuestion, list: TrustList): Listing[] {
  const id = comparable(issuer.id)
  if (id === '') return []
  return (entriesById(list).get(id) ?? []).map((entry) => judge(entry, list, issuer))
}

function judge(entry: ListedIssuer, list: TrustList, issuer: IssuerInQuestion): Listing {
  const { validFrom, validUntil } = entry
  const now = issuer.now.getTime()
  const named = { name: entry.name, list: list.name }
  // A date that cannot be read is none that holds.
  if (validUntil !== undefined && !(now <= (readMoment(validUntil)?.last ?? -Infinity)))
    return silent(reason('issuer-listing-ended', { ...named, date: validUntil }))
  if (validFrom !== undefined && !(now >= (readMoment(validFrom)?.first ?? Infinity)))
    return silent(reason('issuer-listing-not-begun', { ...named, date: validFrom }))
  if (entry.scope && !covers(entry.scope, issuer))
    return silent(reason('issuer-listing-other-scope', named))
  return { vouches: true, reason: listed(entry, list) }
}

function silent(why: Reason): Listing {
  return { vouches: false, reason: why }
}

function listed(entry: ListedIssuer, { id, name: list, updated }: TrustList): Reason {
  const { name, auditor, standard, validUntil } = entry
  const source = hostOf(id)
  return reason('issuer-listed', {
    ...{ name, list },
    ...(source !== undefined && { source }),
    ...(updated !== undefined && { updated }),
    ...(auditor !== undefined && { auditor }),
    ...(standard !== undefined && { standard }),
    ...(validUntil !== undefined && { until: validUntil }),
  })
}

/** Every achievement of the credential, or what one of them is vouched for would colour the others. */
function covers(scope: ListingScope, { achievements }: IssuerInQuestion): boolean {
  const { achievements: ids, achievementTypes: types } = scope
  const areIds = new Set(ids?.map(comparable))
  return (
    achievements.length > 0 &&
    achievements.every(({ id = '', achievementType = '' }) => {
      const byId = ids === undefined || (id !== '' && areIds.has(comparable(id)))
      return byId && (types === undefined || types.includes(achievementType))
    })
  )
}

/** Lists are long and asked often; a list is never changed, only replaced. */
const INDEXES = new WeakMap<TrustList, Map<string, ListedIssuer[]>>()

/** A `Map`: the ids are foreign, and `constructor` is the name of nobody. */
function entriesById(list: TrustList): Map<string, ListedIssuer[]> {
  const known = INDEXES.get(list)
  if (known) return known
  const index = new Map<string, ListedIssuer[]>()
  for (const entry of list.issuers) {
    const id = comparable(entry.id)
    const entries = index.get(id)
    if (entries === undefined) index.set(id, [entry])
    else entries.push(entry)
  }
  INDEXES.set(list, index)
  return index
}

/**
 * URLs as the URL standard writes them (case of scheme and host, default port, dot segments); DIDs as
 * they are (DID Core, section 3.1: only the scheme and method name are lower case, the rest counts).
 * What a browser would repair on the way (blanks, backslashes, missing slashes) is left as it is.
 */
function comparable(id: string): string {
  if (!/^https?:\/\/[^\s\\]+$/i.test(id) || !URL.canParse(id)) return id
  return new URL(id).href
}

function hostOf(id: string): string | undefined {
  return id.startsWith('https://') && URL.canParse(id) ? new URL(id).host : undefined
}

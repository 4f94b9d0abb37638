/**
 * The key of a signed Open Badges 2.0 assertion: a CryptographicKey that the issuer's own Profile lists
 * in `publicKey`, and whose `owner` is the issuer.
 */
import { sameAddress } from '../http/address'
import { earliestEnds, endsOf, endThatCame } from '../keys/key-end'
import { fetchBadgeDocument } from '../normalising/fetch-badge-document'
import { asArray, asId, asObject, asString, isObject } from '../reading/json-values'
import { reason, type KeyEnds, type Reason } from '../report'
import type { JsonObject, Verification } from '../verification'
import { declaresUnsigned } from './declared-kind'
import type { ParsedJws } from './jws'

export interface SignedAward {
  jws: ParsedJws
  assertion: JsonObject
  /** As its own address answers. */
  issuer: JsonObject
  issuerId: string
}

/** A key that speaks for the issuer, why there is none, or that it is somebody else's. */
export type Key = SigningKey | { problem: Reason } | { foreign: Reason }

export interface SigningKey {
  method: string
  pem: string
  /** The CryptographicKey that it stands in. */
  document?: JsonObject
  /** The date at which it expired by its issuer's word, as written. */
  expired?: string
  /** When it ends by the issuer's word. */
  ends?: KeyEnds
}

/**
 * The key that the assertion names must be one that the issuer's own document lists; a key that is
 * merely named, or embedded in the assertion, proves nothing.
 */
export async function keyOfProfile(
  { jws, assertion, issuer, issuerId }: SignedAward,
  verification: Verification,
): Promise<Key> {
  // Where it lies its issuer may have revoked it.
  if (declaresUnsigned(assertion)) return { problem: NOT_SIGNED }
  const listed = asArray(issuer.publicKey)
  const declared = asObject(assertion.verification)
  const named = asId(declared?.creator) ?? asString(jws.header.kid)
  const onlyKey = listed.length === 1 ? asId(listed[0]) : undefined
  const method = named ?? onlyKey
  if (method === undefined)
    return {
      problem: reason('property-missing', { property: 'verification.creator', expected: 'URL' }),
    }
  const entries = listed.filter((item) => sameAddress(asId(item) ?? '', method))
  if (entries.length === 0)
    return { foreign: reason('key-not-issuers', { issuer: issuerId, method }) }
  const claim = { method, issuerId, now: verification.now }
  const listing = entries.filter(isObject)
  const embedded = listing.find(({ publicKeyPem }) => typeof publicKeyPem === 'string')
  return embedded ? ownedKey(embedded, listing, claim) : keyAtMethod(listing, claim, verification)
}

const NOT_SIGNED = reason('property-invalid', {
  property: 'verification.type',
  expected: 'SignedBadge',
})

interface Claim {
  method: string
  issuerId: string
  now: Date
}

/** @param listing what the issuer's own document says of the key besides its address */
async function keyAtMethod(
  listing: JsonObject[],
  claim: Claim,
  verification: Verification,
): Promise<Key> {
  const fetched = await fetchBadgeDocument(claim.method, 'key', verification)
  if (!fetched.ok) return { problem: fetched.reason }
  return ownedKey(fetched.json, [...listing, fetched.json], claim)
}

/** @param said everything that says when the key ends */
function ownedKey(key: JsonObject, said: JsonObject[], { method, issuerId, now }: Claim): Key {
  const owners = asArray(key.owner).map((owner) => asId(owner) ?? '')
  const isIssuers = owners.length === 0 || owners.some((owner) => sameAddress(owner, issuerId))
  const id = asId(key)
  if (!isIssuers || (id !== undefined && !sameAddress(id, method)))
    return { foreign: reason('key-not-issuers', { issuer: issuerId, method }) }
  const given = earliestEnds(said)
  const ended = endThatCame(given, now)
  if (ended?.kind === 'revoked')
    return { foreign: reason('key-revoked', { issuer: issuerId, method, date: ended.date }) }
  const pem = asString(key.publicKeyPem)
  if (pem === undefined)
    return { problem: reason('property-missing', { property: 'publicKeyPem', expected: 'PEM' }) }
  const ends = endsOf(given)
  return {
    method,
    pem,
    document: key,
    ...(ended && { expired: ended.date }),
    ...(ends && { ends }),
  }
}

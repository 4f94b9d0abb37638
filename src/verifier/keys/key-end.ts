import { asString } from '../reading/json-values'
import { readMoment } from '../status/moment'
import type { JsonObject, JsonValue } from '../verification'

/**
 * When a key has ended or will end, by the `revoked` and `expires` of its document (Controlled
 * Identifiers 1.0, section 2.2; Open Badges 2.0 has the same words for a CryptographicKey). A revoked key
 * speaks for nobody, whenever it signed.
 */
export function endThatCame(
  { revoked, expires }: JsonObject,
  now: Date,
): { kind: 'revoked' | 'expired'; date: string } | undefined {
  const revocation = passed(revoked, now)
  if (revocation !== undefined) return { kind: 'revoked', date: revocation }
  const expiry = passed(expires, now)
  return expiry === undefined ? undefined : { kind: 'expired', date: expiry }
}

/** The earlier of the dates that are still ahead, ISO 8601. */
export function endAhead({ revoked, expires }: JsonObject): string | undefined {
  const times = [revoked, expires].flatMap((date) => momentOf(date) ?? [])
  return times.length === 0 ? undefined : new Date(Math.min(...times)).toISOString()
}

/** A date that cannot be read counts as having come: the issuer meant to end the key. */
function passed(date: JsonValue | undefined, now: Date): string | undefined {
  if (date === undefined || date === null || date === false) return undefined
  const time = momentOf(date)
  return time !== undefined && time > now.getTime() ? undefined : (asString(date) ?? '')
}

function momentOf(date: JsonValue | undefined): number | undefined {
  return typeof date === 'string' ? readMoment(date)?.first : undefined
}

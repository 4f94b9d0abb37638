import { asSet, asString, compact } from '../reading/json-values'
import type { KeyEnds } from '../report'
import { readMoment } from '../status/moment'
import type { JsonObject, JsonValue } from '../verification'

export interface KeyEnd {
  kind: 'revoked' | 'expired'
  /** As written; '' where it is no text. */
  date: string
}

/**
 * Whether a key has ended, by the `revoked` and `expires` of its document. One rule for Open Badges 2.0
 * and 3.0, at first and for a kept report: both words are those of the security vocabulary.
 *
 * "revoked: … specifying when the verification method MUST NOT be used" and "expires: … specifying when
 * the verification method SHOULD cease to be used" (Controlled Identifiers 1.0, section 2.2). Hence:
 *
 * - `revoked`: the key speaks for nobody, whenever it signed, and the badge is invalid.
 * - `expired`: the issuer's document still says that the key is its own, and keys end while badges last:
 *   authentic, and for a person to look at. The date that the badge gives itself changes nothing in either
 *   direction, since whoever holds an old key can write any date.
 *
 * @param ends a key's document, or what was kept of it
 */
export function endThatCame(ends: JsonObject | KeyEnds, now: Date): KeyEnd | undefined {
  const { revoked, expires } = ends
  const revocation = passed(revoked, now)
  if (revocation !== undefined) return { kind: 'revoked', date: revocation }
  const expiry = passed(expires, now)
  return expiry === undefined ? undefined : { kind: 'expired', date: expiry }
}

/** The ends that a key's document gives it, to be judged again later; `undefined` where it gives none. */
export function endsOf({ revoked, expires }: JsonObject): KeyEnds | undefined {
  const ends = compact<KeyEnds>({ revoked: asString(revoked), expires: asString(expires) })
  return Object.keys(ends).length > 0 ? ends : undefined
}

/** A date that cannot be read counts as having come: the issuer meant to end the key. */
function passed(date: JsonValue | undefined, now: Date): string | undefined {
  if (date === false || asSet(date).length === 0) return undefined
  const text = asString(date)
  const moment = text === undefined ? undefined : readMoment(text)
  return moment !== undefined && moment.first > now.getTime() ? undefined : (text ?? '')
}

import { saysNoEnd } from '../reading/dates'
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

/** What several documents say of the end of one key: of each word the earliest. */
export function earliestEnds(documents: readonly JsonObject[]): JsonObject {
  const earliest = (name: keyof KeyEnds): JsonObject => {
    const dates = documents.map((document) => document[name]).filter(isEnd)
    const [first] = dates.sort((a, b) => timeOf(a) - timeOf(b))
    return first === undefined ? {} : { [name]: first }
  }
  return { ...earliest('revoked'), ...earliest('expires') }
}

function passed(date: JsonValue | undefined, now: Date): string | undefined {
  if (!isEnd(date) || timeOf(date) > now.getTime()) return undefined
  return asString(date) ?? ''
}

/** Nothing, and an empty field that was written out, are no end. */
function isEnd(date: JsonValue | undefined): date is JsonValue {
  return !saysNoEnd(date) && asSet(date).length > 0
}

/** A date that cannot be read counts as having come: the issuer meant to end the key. */
function timeOf(date: JsonValue): number {
  const text = asString(date)
  return (text === undefined ? undefined : readMoment(text)?.first) ?? 0
}

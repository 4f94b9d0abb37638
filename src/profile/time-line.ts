import { readMoment } from '../verifier/status/moment'
import type { Award } from './awards'
import { byText, sortedOnce } from './ordering'
import type { ProfileTimeLine } from './profile-summary'

/** When the badges were issued; what is no date is no place in time. */
export function profileTimeLine(awards: readonly Award[]): ProfileTimeLine {
  const dated = awards.flatMap(({ badge, credential }) => {
    const at = readMoment(credential.issuedOn ?? credential.validFrom ?? '')
    if (at === undefined) return []
    const end = readMoment(credential.validUntil ?? '')
    const until = end && { until: new Date(end.last).toISOString() }
    return [{ date: new Date(at.first).toISOString(), ...until, badge }]
  })
  const known = new Set(dated.map(({ badge }) => badge))
  return {
    dated: dated.toSorted(
      (one, other) => byText(one.date, other.date) || byText(one.badge, other.badge),
    ),
    undated: sortedOnce(awards.map(({ badge }) => badge)).filter((badge) => !known.has(badge)),
  }
}

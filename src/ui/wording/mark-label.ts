import type { MarkLook } from '../../platform/port-messages'
import type { Verdict } from '../../verifier/report'
import { headlineOf, type HeadlineFacts } from './headline'
import { sentencesIn } from './sentences'
import type { Translate } from './translate'

export interface MarkFacts {
  /** Hosts that a verification would ask, as far as known; asked so far while checking. */
  hosts: readonly string[]
  /** Host whose permission is missing. */
  permissionHost?: string
  /** Of the report, once there is one. */
  report?: HeadlineFacts
}

/** The accessible name of a mark: always a full sentence. */
export function markLabel(
  look: MarkLook,
  facts: MarkFacts,
  translate: Translate,
  locale: string,
): string {
  const s = sentencesIn(translate, locale)
  switch (look) {
    case 'found':
      return facts.hosts.length === 0
        ? s.text('markFoundOffline')
        : s.text('markFound', s.list(facts.hosts))
    case 'checking':
      return s.text('markChecking')
    case 'permission-needed':
      return facts.permissionHost === undefined
        ? s.text('markPermissionUnknown')
        : s.text('markPermission', facts.permissionHost)
    default:
      return headlineOf(facts.report ?? unsaid(look), translate, locale)
  }
}

/** A mark with a verdict always comes with its report; without one it says only what is sure. */
function unsaid(verdict: Verdict): HeadlineFacts {
  return { verdict, reasons: [], issuer: { standing: 'unknown', id: '' }, holder: 'not-asked' }
}

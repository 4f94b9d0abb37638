import { withoutStop } from '../display-text'
import { issuerIdentity } from '../names'
import type { ReasonParameters } from '../../../verifier/report'
import type { Sentences } from '../sentences'
import type { ReasonTable } from './table'

export const DATES_AND_STATUS = {
  'in-force': inForce,
  expired: ({ date }, s) => s.text('reasonExpired', s.date(date)),
  'not-yet-valid': ({ date }, s) => s.text('reasonNotYetValid', s.date(date)),

  'not-revoked': ({ host }, s) => s.text('reasonNotRevoked', host),
  'not-suspended': ({ host }, s) => s.text('reasonNotSuspended', host),
  'status-informative': ({ purpose }, s) => s.text('reasonStatusInformative', purpose),
  revoked,
  gone: ({ host }, s) => s.text('reasonGone', host),
  suspended: ({ host, reason }, s) =>
    reason === undefined
      ? s.text('reasonSuspended', host)
      : s.text('reasonSuspendedBecause', host, withoutStop(reason)),
  'no-status-published': (_, s) => s.text('reasonNoStatusPublished'),
  'status-not-obtained': ({ host }, s) => s.text('reasonStatusNotObtained', host),
  'status-not-supported': ({ type }, s) => s.text('reasonStatusNotSupported', type),
  'status-list-unproven': ({ host }, s) => s.text('reasonStatusListUnproven', host),
  'status-list-foreign': ({ host, issuer, listIssuer }, s) =>
    s.text('reasonStatusListForeign', host, issuerIdentity(listIssuer), issuerIdentity(issuer)),
  'status-list-too-short': ({ host, length, minimum }, s) =>
    s.text('reasonStatusListTooShort', host, length, minimum),
  'status-index-out-of-range': ({ host, index, length }, s) =>
    s.text('reasonStatusIndexOutOfRange', index, host, length),
  'status-purpose-differs': ({ host, purpose }, s) =>
    s.text('reasonStatusPurposeDiffers', host, purpose),
  'status-list-expired': ({ host, date }, s) =>
    s.text('reasonStatusListExpired', host, s.date(date)),
  'status-list-not-yet-valid': ({ host, date }, s) =>
    s.text('reasonStatusListNotYetValid', host, s.date(date)),
  'status-list-malformed': ({ host, property, expected }, s) =>
    s.text('reasonStatusListMalformed', host, property, expected),
  'status-list-differs': ({ host, found }, s) => s.text('reasonStatusListDiffers', host, found),
  'status-list-wrong-type': ({ host, type }, s) => s.text('reasonStatusListWrongType', host, type),
  'status-message': ({ host, message }, s) => s.text('reasonStatusMessage', host, message),
  'status-stale': ({ checkedAt }, s) => s.text('reasonStatusStale', s.moment(checkedAt)),
} satisfies Partial<ReasonTable>

function inForce({ from, until }: ReasonParameters['in-force'], s: Sentences): string {
  if (until !== undefined && from !== undefined)
    return s.text('reasonInForceFromUntil', s.date(from), s.date(until))
  if (until !== undefined) return s.text('reasonInForceUntil', s.date(until))
  if (from !== undefined) return s.text('reasonInForceFrom', s.date(from))
  return s.text('reasonInForce')
}

function revoked({ date, reason }: ReasonParameters['revoked'], s: Sentences): string {
  if (date !== undefined && reason !== undefined)
    return s.text('reasonRevokedOnBecause', s.date(date), withoutStop(reason))
  if (date !== undefined) return s.text('reasonRevokedOn', s.date(date))
  if (reason !== undefined) return s.text('reasonRevokedBecause', withoutStop(reason))
  return s.text('reasonRevoked')
}

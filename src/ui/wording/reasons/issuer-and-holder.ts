import { issuerIdentity } from '../names'
import type { ReasonParameters } from '../../../verifier/report'
import type { Sentences } from '../sentences'
import type { MessageKey } from '../translate'
import type { ReasonTable } from './table'

export const ISSUER_AND_HOLDER = {
  'issuer-listed': (params, s) => listed(params, s),
  'issuer-listing-ended': ({ name, list, date }, s) =>
    s.text('reasonListingEnded', list, name, s.date(date)),
  'issuer-listing-not-begun': ({ name, list, date }, s) =>
    s.text('reasonListingNotBegun', list, name, s.date(date)),
  'issuer-listing-other-scope': ({ name, list }, s) =>
    s.text('reasonListingOtherScope', list, name),
  'issuer-vetted': ({ name, platform }, s) => s.text('reasonIssuerVetted', platform, name),
  'issuer-sealed': ({ name }, s) => s.text('reasonIssuerSealed', name),
  'issuer-unknown': ({ issuer, claimedName }, s) =>
    claimedName === undefined
      ? s.text('reasonIssuerUnknown', issuerIdentity(issuer))
      : s.text('reasonIssuerUnknownClaims', issuerIdentity(issuer), claimedName),

  'issuer-on-platform': ({ platform, admits }, s) => s.text(PLATFORMS[admits], platform),

  'holder-matches': (_, s) => s.text('reasonHolderMatches'),
  'holder-differs': (_, s) => s.text('reasonHolderDiffers'),
  'holder-not-asked': (_, s) => s.text('reasonHolderNotAsked'),
  'holder-not-comparable': ({ type }, s) =>
    type === 'none'
      ? s.text('reasonHolderNotSaid')
      : type === 'other'
        ? s.text('reasonHolderNoIdentity')
        : s.text('reasonHolderNotComparable', type),

  'endorsements-none': (_, s) => s.text('reasonEndorsementsNone'),
  'endorsements-not-checked': ({ count }, s) => s.count('reasonEndorsementsNotChecked', count),
  'endorsements-hold': ({ count, recognised }, s) => {
    if (recognised === 0) return s.count('reasonEndorsementsUnknown', count)
    if (recognised < count) return s.count('reasonEndorsementsMixed', count, recognised)
    return s.count('reasonEndorsementsHold', count)
  },
  'endorsements-fail': ({ count }, s) => s.count('reasonEndorsementsFail', count),
  'endorsement-not-one': ({ count }, s) => s.count('reasonEndorsementNotOne', count),
  'endorsements-not-in-force': ({ count }, s) => s.count('reasonEndorsementsNotInForce', count),
  'endorsement-by-issuer': ({ count }, s) => s.count('reasonEndorsementByIssuer', count),
  'endorsement-subject-differs': ({ count }, s) =>
    s.count('reasonEndorsementSubjectDiffers', count),

  'not-reached': (_, s) => s.text('reasonNotReached'),
} satisfies Partial<ReasonTable>

const PLATFORMS: Record<ReasonParameters['issuer-on-platform']['admits'], MessageKey> = {
  anybody: 'reasonPlatformAnybody',
  members: 'reasonPlatformMembers',
  undocumented: 'reasonPlatformUndocumented',
}

/** Which list, of what date and from where; who audited the issuer, against what, and until when. */
function listed(listing: ReasonParameters['issuer-listed'], s: Sentences): string {
  const { name, list, source, updated, auditor, standard, until } = listing
  const where =
    updated === undefined
      ? s.text('reasonIssuerListed', name, list)
      : s.text('reasonIssuerListedUpdated', name, list, s.date(updated))
  const sentences = [where]
  if (source !== undefined) sentences.push(s.text('reasonListedSource', source))
  if (auditor !== undefined && standard !== undefined)
    sentences.push(s.text('reasonListedAudited', auditor, standard))
  if (until !== undefined) sentences.push(s.text('reasonListedUntil', s.date(until)))
  return sentences.join(' ')
}

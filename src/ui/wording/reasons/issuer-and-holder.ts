import { issuerIdentity } from '../names'
import type { ReasonTable } from './table'

export const ISSUER_AND_HOLDER = {
  'issuer-listed': ({ name, list, updated }, s) =>
    updated === undefined
      ? s.text('reasonIssuerListed', name, list)
      : s.text('reasonIssuerListedUpdated', name, list, s.date(updated)),
  'issuer-vetted': ({ name, platform }, s) => s.text('reasonIssuerVetted', platform, name),
  'issuer-sealed': ({ name }, s) => s.text('reasonIssuerSealed', name),
  'issuer-unknown': ({ issuer, claimedName }, s) =>
    claimedName === undefined
      ? s.text('reasonIssuerUnknown', issuerIdentity(issuer))
      : s.text('reasonIssuerUnknownClaims', issuerIdentity(issuer), claimedName),

  'holder-matches': (_, s) => s.text('reasonHolderMatches'),
  'holder-differs': (_, s) => s.text('reasonHolderDiffers'),
  'holder-not-asked': (_, s) => s.text('reasonHolderNotAsked'),
  'holder-not-comparable': ({ type }, s) => s.text('reasonHolderNotComparable', type),

  'endorsements-none': (_, s) => s.text('reasonEndorsementsNone'),
  'endorsements-not-checked': ({ count }, s) => s.count('reasonEndorsementsNotChecked', count),
  'endorsements-hold': ({ count }, s) => s.count('reasonEndorsementsHold', count),
  'endorsements-fail': ({ count }, s) => s.count('reasonEndorsementsFail', count),
  'endorsement-subject-differs': ({ count }, s) =>
    s.count('reasonEndorsementSubjectDiffers', count),

  'not-reached': (_, s) => s.text('reasonNotReached'),
} satisfies Partial<ReasonTable>

import type { MarkLook } from '../../platform/port-messages'
import type { Reason, ReasonCode, Verdict, VerificationReport } from '../../verifier/report'
import type { MessageKey } from './translate'

/** How a badge looks in a list; `none` only after a right-click on something that is no badge. */
export type ChipLook = MarkLook | 'none'

export interface ChipFacts {
  /** Absent for a report by itself, which is done. */
  state?: 'found' | 'checking' | 'permission-needed' | 'done'
  verdict?: Verdict
  reasons?: Reason[]
  issuer?: VerificationReport['issuer']
  /** False: not read yet, it may be none. */
  isBadge?: boolean
}

/** Shape and text of the chip: one or two words that name the cause. */
export function chipOf({ state = 'done', verdict, reasons = [], issuer, isBadge }: ChipFacts): {
  look: ChipLook
  textKey: MessageKey
} {
  if (state === 'found' && isBadge === false) return { look: 'none', textKey: 'chipUnread' }
  if (state !== 'done') return { look: state, textKey: PASSING[state] }
  if (verdict === undefined) return { look: 'found', textKey: PASSING.found }
  // Who issued a qualified certificate has looked at whom it names.
  if (verdict === 'authentic' && issuer?.seal?.level === 'advanced-qualified-certificate')
    return { look: verdict, textKey: 'chipSealed' }
  const causes = CAUSES[verdict]
  const cause = reasons.find(({ code }) => causes[code] !== undefined)
  return { look: verdict, textKey: (cause && causes[cause.code]) ?? GENERAL[verdict] }
}

const PASSING = {
  found: 'chipFound',
  checking: 'chipChecking',
  'permission-needed': 'chipPermission',
} as const satisfies Record<string, MessageKey>

const GENERAL: Record<Verdict, MessageKey> = {
  trusted: 'chipVerified',
  authentic: 'chipIssuerUnknown',
  attention: 'chipLookCloser',
  invalid: 'chipDoesNotVerify',
  unverifiable: 'chipCouldNotCheck',
  none: 'chipNone',
}

type Causes = Partial<Record<ReasonCode, MessageKey>>

const CAUSES: Record<Verdict, Causes> = {
  trusted: {},
  authentic: {},
  attention: {
    expired: 'chipExpired',
    'not-yet-valid': 'chipNotYetValid',
    suspended: 'chipSuspended',
    'holder-differs': 'chipSomeoneElses',
    'holder-not-comparable': 'chipLookCloser',
    'artwork-differs': 'chipOtherPicture',
    'baked-copy-differs': 'chipLookCloser',
    'key-not-for-assertions': 'chipLookCloser',
    'key-expired': 'chipLookCloser',
    'sealer-differs': 'chipOtherSealer',
    'sealer-unnamed': 'chipSealerUnclear',
    'certificate-for-tests': 'chipTestSeal',
    'seal-time-unproven': 'chipSealTime',
    'seal-time-self-declared': 'chipSealTime',
    'seal-time-none': 'chipSealTime',
    'status-message': 'chipLookCloser',
    'status-not-obtained': 'chipStatusUnknown',
    'status-not-supported': 'chipStatusUnknown',
    'status-list-unproven': 'chipStatusUnknown',
    'status-list-foreign': 'chipStatusUnknown',
    'status-list-expired': 'chipStatusUnknown',
    'status-list-not-yet-valid': 'chipStatusUnknown',
    'status-list-malformed': 'chipStatusUnknown',
    'status-list-differs': 'chipStatusUnknown',
    'status-list-wrong-type': 'chipStatusUnknown',
    'status-index-out-of-range': 'chipStatusUnknown',
    'status-purpose-differs': 'chipStatusUnknown',
    'status-stale': 'chipStatusUnknown',
  },
  invalid: {
    altered: 'chipAltered',
    revoked: 'chipRevoked',
    gone: 'chipRevoked',
    'key-not-issuers': 'chipNotIssuersKey',
    'key-revoked': 'chipKeyWithdrawn',
    'hosted-outside-scope': 'chipNotIssuersSite',
    'certificate-not-in-force-then': 'chipSealVoid',
    'certificate-revoked': 'chipSealVoid',
    'certificate-hash-differs': 'chipSealVoid',
    'chain-broken': 'chipSealVoid',
  },
  unverifiable: {},
  none: {
    'platform-certificate': 'chipNoData',
    'template-picture': 'chipTemplate',
    'link-without-credential': 'chipNoData',
  },
}

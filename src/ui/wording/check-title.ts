import type { Check, CheckId, Outcome, Reason } from '../../verifier/report'
import { sentencesIn } from './sentences'
import type { MessageKey, Translate } from './translate'

/** What a check found, in a few words; the sentences of its reasons say the rest. */
export function checkTitle(check: Check, translate: Translate, locale: string): string {
  const s = sentencesIn(translate, locale)
  const [first] = check.reasons
  if (first?.code === 'not-reached') return s.text('checkNotReached', s.text(CHECK_NAMES[check.id]))
  return s.text(ofReasons(check) ?? TITLES[check.id][check.outcome])
}

export function checkName(id: CheckId, translate: Translate): string {
  return translate(CHECK_NAMES[id])
}

export function outcomeName(outcome: Outcome, translate: Translate): string {
  return translate(OUTCOMES[outcome])
}

/** Some checks can be passed in two ways. "Not revoked" is said only where somebody said so. */
function ofReasons({ id, outcome, reasons }: Check): MessageKey | undefined {
  if (id === 'carrier' && outcome === 'passed') {
    const found = reasons.find(({ code }) => code === 'carrier-found')
    const carrier = found?.code === 'carrier-found' ? found.params.carrier : 'unknown'
    if (carrier === 'embedded') return 'checkCarrierEmbedded'
    return FILE_CARRIERS.has(carrier) ? 'checkCarrierFile' : undefined
  }
  if (id === 'proof' && outcome === 'passed' && reasons.some(isHostedCopy))
    return 'checkProofHosted'
  if (id === 'parts' && reasons[0]?.code === 'parts-none') return 'checkPartsNotApplicable'
  if (id === 'parts' && reasons[0]?.code === 'parts-unrecognised') return 'checkPartsUnrecognised'
  if (id === 'artwork' && reasons[0]?.code === 'artwork-unsure') return 'checkArtworkUnsure'
  if (id === 'endorsements') return ofEndorsements(reasons[0])
  if (id === 'key') return HOSTED_TITLES[reasons[0]?.code ?? '']
  if (id === 'status' && outcome === 'passed') {
    const codes = reasons.map(({ code }) => code)
    if (codes.includes('not-revoked')) return undefined
    return codes.includes('not-suspended') ? 'checkStatusNotSuspended' : 'checkStatusNotApplicable'
  }
  return undefined
}

/** Anybody can make a key and praise with it: "endorsed by others" is for those who are known. */
function ofEndorsements(first: Reason | undefined): MessageKey | undefined {
  if (first?.code !== 'endorsements-hold') return undefined
  const { count, recognised } = first.params
  if (recognised === 0) return 'checkEndorsementsByUnknown'
  return recognised < count ? 'checkEndorsementsMixed' : undefined
}

function isHostedCopy({ code }: Reason): boolean {
  return code === 'hosted-copy-read'
}

/** A hosted badge has no key: whether its address is the issuer's stands in the key's place. */
const HOSTED_TITLES: Record<string, MessageKey | undefined> = {
  'hosted-in-scope': 'checkKeyHosted',
  'hosted-outside-scope': 'checkKeyHostedElsewhere',
}

const FILE_CARRIERS: ReadonlySet<string> = new Set(['json', 'jws', 'pdf', 'url'])

const OUTCOMES: Record<Outcome, MessageKey> = {
  passed: 'outcomePassed',
  failed: 'outcomeFailed',
  warned: 'outcomeWarned',
  unknown: 'outcomeUnknown',
  'not-applicable': 'outcomeNotApplicable',
}

const CHECK_NAMES: Record<CheckId, MessageKey> = {
  carrier: 'checkCarrier',
  format: 'checkFormat',
  schema: 'checkSchema',
  proof: 'checkProof',
  key: 'checkKey',
  profile: 'checkProfile',
  certificate: 'checkCertificate',
  chain: 'checkChain',
  'seal-time': 'checkSealTime',
  'seal-revocation': 'checkSealRevocation',
  'trusted-list': 'checkTrustedList',
  sealer: 'checkSealer',
  accreditation: 'checkAccreditation',
  copy: 'checkCopy',
  dates: 'checkDates',
  status: 'checkStatus',
  refresh: 'checkRefresh',
  artwork: 'checkArtwork',
  issuer: 'checkIssuer',
  recipient: 'checkRecipient',
  parts: 'checkParts',
  endorsements: 'checkEndorsements',
}

const TITLES: Record<CheckId, Record<Outcome, MessageKey>> = {
  carrier: {
    passed: 'checkCarrierPassed',
    failed: 'checkCarrierFailed',
    warned: 'checkCarrierWarned',
    unknown: 'checkCarrierFailed',
    'not-applicable': 'checkCarrierFile',
  },
  format: {
    passed: 'checkFormatPassed',
    failed: 'checkFormatFailed',
    warned: 'checkFormatWarned',
    unknown: 'checkFormatUnknown',
    'not-applicable': 'checkFormatUnknown',
  },
  schema: {
    passed: 'checkSchemaPassed',
    failed: 'checkSchemaFailed',
    warned: 'checkSchemaFailed',
    unknown: 'checkSchemaUnknown',
    'not-applicable': 'checkSchemaNotApplicable',
  },
  proof: {
    passed: 'checkProofPassed',
    failed: 'checkProofFailed',
    warned: 'checkProofWarned',
    unknown: 'checkProofUnknown',
    'not-applicable': 'checkProofNotApplicable',
  },
  key: {
    passed: 'checkKeyPassed',
    failed: 'checkKeyFailed',
    warned: 'checkKeyWarned',
    unknown: 'checkKeyUnknown',
    'not-applicable': 'checkKeyNotApplicable',
  },
  profile: {
    passed: 'checkProfilePassed',
    failed: 'checkProfileFailed',
    warned: 'checkProfileWarned',
    unknown: 'checkProfileUnknown',
    'not-applicable': 'checkProfileNotApplicable',
  },
  certificate: {
    passed: 'checkCertificatePassed',
    failed: 'checkCertificateFailed',
    warned: 'checkCertificateWarned',
    unknown: 'checkCertificateUnknown',
    'not-applicable': 'checkCertificateNotApplicable',
  },
  chain: {
    passed: 'checkChainPassed',
    failed: 'checkChainFailed',
    warned: 'checkChainWarned',
    unknown: 'checkChainUnknown',
    'not-applicable': 'checkChainNotApplicable',
  },
  'seal-time': {
    passed: 'checkSealTimePassed',
    failed: 'checkSealTimeFailed',
    warned: 'checkSealTimeWarned',
    unknown: 'checkSealTimeUnknown',
    'not-applicable': 'checkSealTimeNotApplicable',
  },
  'seal-revocation': {
    passed: 'checkSealRevocationPassed',
    failed: 'checkSealRevocationFailed',
    warned: 'checkSealRevocationWarned',
    unknown: 'checkSealRevocationUnknown',
    'not-applicable': 'checkSealRevocationNotApplicable',
  },
  'trusted-list': {
    passed: 'checkTrustedListPassed',
    failed: 'checkTrustedListFailed',
    warned: 'checkTrustedListWarned',
    unknown: 'checkTrustedListUnknown',
    'not-applicable': 'checkTrustedListNotApplicable',
  },
  sealer: {
    passed: 'checkSealerPassed',
    failed: 'checkSealerFailed',
    warned: 'checkSealerWarned',
    unknown: 'checkSealerUnknown',
    'not-applicable': 'checkSealerNotApplicable',
  },
  accreditation: {
    passed: 'checkAccreditationPassed',
    failed: 'checkAccreditationFailed',
    warned: 'checkAccreditationWarned',
    unknown: 'checkAccreditationUnknown',
    'not-applicable': 'checkAccreditationNotApplicable',
  },
  copy: {
    passed: 'checkCopyPassed',
    failed: 'checkCopyFailed',
    warned: 'checkCopyWarned',
    unknown: 'checkCopyUnknown',
    'not-applicable': 'checkCopyNotApplicable',
  },
  dates: {
    passed: 'checkDatesPassed',
    failed: 'checkDatesFailed',
    warned: 'checkDatesFailed',
    unknown: 'checkDatesUnknown',
    'not-applicable': 'checkDatesNotApplicable',
  },
  status: {
    passed: 'checkStatusPassed',
    failed: 'checkStatusFailed',
    warned: 'checkStatusWarned',
    unknown: 'checkStatusUnknown',
    'not-applicable': 'checkStatusNotApplicable',
  },
  refresh: {
    passed: 'checkRefreshPassed',
    failed: 'checkRefreshFailed',
    warned: 'checkRefreshFailed',
    unknown: 'checkRefreshUnknown',
    'not-applicable': 'checkRefreshNotApplicable',
  },
  artwork: {
    passed: 'checkArtworkPassed',
    failed: 'checkArtworkWarned',
    warned: 'checkArtworkWarned',
    unknown: 'checkArtworkUnknown',
    'not-applicable': 'checkArtworkNotApplicable',
  },
  issuer: {
    passed: 'checkIssuerPassed',
    failed: 'checkIssuerUnknown',
    warned: 'checkIssuerUnknown',
    unknown: 'checkIssuerUnknown',
    'not-applicable': 'checkIssuerUnknown',
  },
  recipient: {
    passed: 'checkRecipientPassed',
    failed: 'checkRecipientFailed',
    warned: 'checkRecipientFailed',
    unknown: 'checkRecipientUnknown',
    'not-applicable': 'checkRecipientNotApplicable',
  },
  parts: {
    passed: 'checkPartsPassed',
    failed: 'checkPartsFailed',
    warned: 'checkPartsWarned',
    unknown: 'checkPartsUnknown',
    'not-applicable': 'checkPartsNotApplicable',
  },
  endorsements: {
    passed: 'checkEndorsementsPassed',
    failed: 'checkEndorsementsFailed',
    warned: 'checkEndorsementsFailed',
    unknown: 'checkEndorsementsUnknown',
    'not-applicable': 'checkEndorsementsNotApplicable',
  },
}

import type {
  Reason,
  ReasonCode,
  ReasonParameters,
  VerificationReport,
} from '../../verifier/report'
import { withoutStop } from './display-text'
import { formatName, issuerIdentity } from './names'
import { sentencesIn, type Sentences } from './sentences'
import { reasonIn } from './reasons'
import { sealSentence } from './seal'
import type { Translate } from './translate'

/** The parts of a report that a headline needs; a summary in the popup has them too. */
export type HeadlineFacts = Pick<VerificationReport, 'verdict' | 'reasons' | 'issuer' | 'holder'>

/** The sentence that answers the question, as one text: also the accessible name of a mark. */
export function headlineOf(facts: HeadlineFacts, translate: Translate, locale: string): string {
  const { lead, rest } = headlineParts(facts, translate, locale)
  return rest === undefined ? lead : `${lead} ${rest}`
}

/**
 * The headline in its two breaths: what was found, and what it leaves open.
 * Green and blue always say whether the holder was confirmed; "could not check" always says that
 * this is not a finding about the badge.
 */
export function headlineParts(
  facts: HeadlineFacts,
  translate: Translate,
  locale: string,
): { lead: string; rest?: string } {
  const s = sentencesIn(translate, locale)
  switch (facts.verdict) {
    case 'trusted':
      return { lead: trusted(facts, s), rest: holder(facts, s) }
    case 'authentic':
      return { lead: authentic(facts, s), rest: holder(facts, s) }
    case 'attention':
      return withSeal(decided(ATTENTION, facts, s, 'headlineAttention'), facts, s)
    case 'invalid':
      return decided(INVALID, facts, s, 'headlineInvalid')
    case 'unverifiable':
      return unverifiable(facts, s)
    case 'none':
      return none(facts, s)
  }
}

function trusted(facts: HeadlineFacts, s: Sentences): string {
  const parts = partsOf(facts)
  if (parts) return s.count('headlinePartsTrusted', parts.count)
  const listed = find(facts, 'issuer-listed')
  if (listed) return s.text('headlineTrustedListed', listed.name, listed.list)
  const vetted = find(facts, 'issuer-vetted')
  if (vetted) return s.text('headlineTrustedVetted', vetted.name, vetted.platform)
  const sealed = find(facts, 'issuer-sealed')
  if (sealed) return s.text('headlineTrustedSealed', sealed.name)
  return s.text('headlineTrusted', issuerIdentity(facts.issuer.id))
}

/** Names the domain or key; the claimed name only as a claim. */
function authentic(facts: HeadlineFacts, s: Sentences): string {
  const parts = partsOf(facts)
  if (parts) return s.count('headlineParts', parts.count)
  const strangers = find(facts, 'parts-unrecognised')
  if (strangers)
    return s.count(
      'headlineRecordUnrecognised',
      strangers.count,
      strangers.total,
      recognisedName(facts),
    )
  const { seal } = facts.issuer
  if (seal) return `${s.text('headlineSealed')} ${sealSentence(seal, s)}`
  const unknown = find(facts, 'issuer-unknown')
  const issuer = issuerIdentity(unknown?.issuer ?? facts.issuer.id)
  const claimedName = unknown?.claimedName ?? facts.issuer.claimedName
  return claimedName === undefined
    ? s.text('headlineAuthentic', issuer)
    : s.text('headlineAuthenticClaims', issuer, claimedName)
}

/** The name under which somebody vouches for the issuer. */
function recognisedName(facts: HeadlineFacts): string {
  const { name } = find(facts, 'issuer-listed') ??
    find(facts, 'issuer-vetted') ??
    find(facts, 'issuer-sealed') ?? { name: issuerIdentity(facts.issuer.id) }
  return name
}

/** Of a presentation, about which nothing but its parts decides. */
function partsOf({ reasons: [first] }: HeadlineFacts): { count: number } | undefined {
  return first?.code === 'parts-hold' ? first.params : undefined
}

function holder(facts: HeadlineFacts, s: Sentences): string {
  return s.text(facts.holder === 'matches' ? 'headlineHolderMatches' : 'headlineHolderOpen')
}

/** What the seal is worth is said with everything that it seals, wherever a person should look. */
function withSeal(
  { lead, rest }: { lead: string; rest?: string },
  { issuer: { seal } }: HeadlineFacts,
  s: Sentences,
): { lead: string; rest?: string } {
  const said = [rest, seal && sealSentence(seal, s)].filter((part) => part !== undefined)
  return said.length === 0 ? { lead } : { lead, rest: said.join(' ') }
}

function unverifiable(facts: HeadlineFacts, s: Sentences): { lead: string; rest?: string } {
  const award = find(facts, 'not-an-award')
  if (award)
    return { lead: s.text(award.kind === 'profile' ? 'headlineProfile' : 'headlineNotAwarded') }
  const { lead, rest } = decided(UNVERIFIABLE, facts, s, 'headlineUnverifiable')
  const saysNothing = s.text('headlineSaysNothing')
  return { lead, rest: rest === undefined ? saysNothing : `${rest} ${saysNothing}` }
}

function none(facts: HeadlineFacts, s: Sentences): { lead: string; rest?: string } {
  const award = find(facts, 'not-an-award')
  if (award)
    return { lead: s.text(award.kind === 'profile' ? 'headlineProfile' : 'headlineNotAwarded') }
  for (const reason of facts.reasons) {
    const lead = headlineFor(NONE, reason, s)
    if (lead !== undefined) return { lead }
  }
  const file = facts.reasons.some(({ code }) => NOT_AN_IMAGE.has(code))
  return { lead: s.text(file ? 'headlineNoneFile' : 'headlineNone') }
}

const NOT_AN_IMAGE: ReadonlySet<ReasonCode> = new Set([
  'file-not-recognised',
  'pdf-without-credential',
  'pdf-encrypted',
  'not-json',
  'not-a-credential',
])

type HeadlineTable = {
  [Code in ReasonCode]?: (params: ReasonParameters[Code], sentences: Sentences) => string
}

const statusUnreliable = ({ host }: { host: string }, s: Sentences): string =>
  s.text('headlineStatusUnreliable', host)

const NONE: HeadlineTable = {
  'template-picture': ({ platform }, s) => s.text('headlineTemplatePicture', platform),
  'platform-certificate': ({ platform }, s) => s.text('headlinePlatformCertificate', platform),
  'link-without-credential': ({ host }, s) => s.text('headlineLinkWithoutCredential', host),
}

const ATTENTION: HeadlineTable = {
  expired: ({ date }, s) => s.text('headlineExpired', s.date(date)),
  'not-yet-valid': ({ date }, s) => s.text('headlineNotYetValid', s.date(date)),
  suspended: ({ reason }, s) =>
    reason === undefined
      ? s.text('headlineSuspended')
      : s.text('headlineSuspendedBecause', withoutStop(reason)),
  'status-not-obtained': ({ host }, s) => s.text('headlineStatusSilent', host),
  'status-not-supported': (_, s) => s.text('headlineStatusUnknown'),
  'status-list-unproven': statusUnreliable,
  'status-list-foreign': statusUnreliable,
  'status-list-expired': statusUnreliable,
  'status-list-not-yet-valid': statusUnreliable,
  'status-list-malformed': statusUnreliable,
  'status-list-differs': statusUnreliable,
  'status-list-wrong-type': statusUnreliable,
  'status-index-out-of-range': statusUnreliable,
  'status-purpose-differs': statusUnreliable,
  'status-stale': ({ checkedAt }, s) => s.text('headlineStatusStale', s.moment(checkedAt)),
  'status-message': ({ host, message }, s) => s.text('headlineStatusMessage', host, message),
  'holder-differs': (_, s) => s.text('headlineHolderDiffers'),
  'holder-not-comparable': (_, s) => s.text('headlineHolderNotComparable'),
  'artwork-differs': (_, s) => s.text('headlineArtworkDiffers'),
  'baked-copy-differs': ({ properties }, s) => s.text('headlineCopyDiffers', s.list(properties)),
  'sealer-differs': ({ sealer, issuer }, s) => s.text('headlineSealerDiffers', sealer, issuer),
  'sealer-unnamed': (_, s) => s.text('headlineSealerUnnamed'),
  'certificate-for-tests': (_, s) => s.text('headlineSealForTests'),
  'seal-time-unproven': (_, s) => s.text('headlineSealTime'),
  'seal-time-self-declared': (_, s) => s.text('headlineSealTime'),
  'seal-time-none': (_, s) => s.text('headlineSealTime'),
  'key-expired': ({ issuer, date }, s) =>
    s.text('headlineKeyExpired', issuerIdentity(issuer), s.date(date)),
  'key-not-for-assertions': ({ issuer }, s) =>
    s.text('headlineKeyNotForAssertions', issuerIdentity(issuer)),
}

const INVALID: HeadlineTable = {
  altered: (_, s) => s.text('headlineAltered'),
  revoked: ({ date, reason }, s) => {
    if (date !== undefined && reason !== undefined)
      return s.text('headlineRevokedOnBecause', s.date(date), withoutStop(reason))
    if (date !== undefined) return s.text('headlineRevokedOn', s.date(date))
    if (reason !== undefined) return s.text('headlineRevokedBecause', withoutStop(reason))
    return s.text('headlineRevoked')
  },
  gone: ({ host }, s) => s.text('headlineGone', host),
  'key-not-issuers': ({ issuer }, s) => s.text('headlineKeyNotIssuers', issuerIdentity(issuer)),
  'key-revoked': ({ issuer }, s) => s.text('headlineKeyRevoked', issuerIdentity(issuer)),
  'hosted-outside-scope': ({ host, issuerHost }, s) =>
    s.text('headlineHostedOutsideScope', host, issuerHost),
  'certificate-not-in-force-then': ({ date }, s) => s.text('headlineSealNotInForce', s.date(date)),
  'certificate-revoked': ({ date }, s) => s.text('headlineSealRevoked', s.date(date)),
  'certificate-hash-differs': (_, s) => s.text('headlineSealCertificate'),
  'chain-broken': (_, s) => s.text('headlineSealCertificate'),
}

const silent = ({ host }: { host: string }, s: Sentences): string =>
  s.text('headlineUnreachable', host)

const UNVERIFIABLE: HeadlineTable = {
  'host-unreachable': silent,
  'host-timeout': silent,
  'http-status': ({ host, status }, s) =>
    s.text(status === 404 ? 'headlineNotFound' : 'headlineHttpStatus', host),
  'https-only': ({ host }, s) => s.text('headlineHttpsOnly', host),
  'permission-needed': ({ host }, s) => s.text('headlinePermission', host),
  'internal-failure': (_, s) => s.text('headlineInternalFailure'),
  'terms-not-signed': ({ terms }, s) => s.text('headlineTermsNotSigned', s.list(terms)),
  'unknown-context': (_, s) => s.text('headlineUnknownContext'),
  'proof-not-supported': ({ suite }, s) => s.text('headlineProofNotSupported', suite),
  'not-sealed': (_, s) => s.text('headlineNotSealed'),
  'not-issued-yet': (_, s) => s.text('headlineNotIssuedYet'),
  'format-not-supported': ({ format }, s) =>
    s.text('headlineFormatNotSupported', formatName(format, s)),
}

/** The first reason with a headline of its own; else the general one and what happened. */
function decided(
  table: HeadlineTable,
  { reasons }: HeadlineFacts,
  s: Sentences,
  otherwise: 'headlineAttention' | 'headlineInvalid' | 'headlineUnverifiable',
): { lead: string; rest?: string } {
  for (const reason of reasons) {
    const lead = headlineFor(table, reason, s)
    if (lead !== undefined) return { lead }
  }
  const [first] = reasons
  const lead = s.text(otherwise)
  return first === undefined ? { lead } : { lead, rest: reasonIn(first, s) }
}

function headlineFor<Code extends ReasonCode>(
  table: HeadlineTable,
  reason: { code: Code; params: ReasonParameters[Code] },
  s: Sentences,
): string | undefined {
  return table[reason.code]?.(reason.params, s)
}

function find<Code extends ReasonCode>(
  { reasons }: { reasons: Reason[] },
  code: Code,
): ReasonParameters[Code] | undefined {
  return reasons.find((reason) => reason.code === code)?.params as
    ReasonParameters[Code] | undefined
}

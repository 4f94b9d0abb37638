import { issuerIdentity } from '../names'
import type { ReasonTable } from './table'

export const PROOF_AND_KEY = {
  'signature-holds': ({ suite, method }, s) =>
    s.text('reasonSignatureHolds', suite, issuerIdentity(method)),
  altered: ({ suite }, s) => s.text('reasonAltered', suite),
  'no-proof': (_, s) => s.text('reasonNoProof'),
  'proof-not-supported': ({ suite }, s) => s.text('reasonProofNotSupported', suite),
  'algorithm-refused': ({ algorithm }, s) => s.text('reasonAlgorithmRefused', algorithm),
  'proof-malformed': ({ property, expected }, s) =>
    s.text('reasonProofMalformed', property, expected),
  'proof-purpose-wrong': ({ purpose }, s) => s.text('reasonProofPurposeWrong', purpose),
  'proof-expired': ({ date }, s) => s.text('reasonProofExpired', s.date(date)),
  'proof-member-ignored': ({ member }, s) => s.text('reasonProofMemberIgnored', member),
  'proof-base-refused': (_, s) => s.text('reasonProofBaseRefused'),
  'disclosed-partly': (_, s) => s.text('reasonDisclosedPartly'),
  'perhaps-withheld': ({ properties }, s) => s.text('reasonPerhapsWithheld', s.list(properties)),
  'status-perhaps-withheld': (_, s) => s.text('reasonStatusPerhapsWithheld'),
  'perhaps-not-read': ({ detail }, s) => s.text('reasonPerhapsNotRead', detail),
  'claim-differs': ({ claim }, s) => s.text('reasonClaimDiffers', claim),
  'hosted-copy-read': ({ host }, s) => s.text('reasonHostedCopyRead', host),
  'hosted-outside-scope': ({ host, issuerHost }, s) =>
    s.text('reasonHostedOutsideScope', host, issuerHost),
  'hosted-in-scope': ({ host, issuerHost }, s) =>
    host === issuerHost
      ? s.text('reasonHostedOnOwnSite', host)
      : s.text('reasonHostedInScope', host, issuerHost),
  'badge-class-elsewhere': ({ host, issuerHost }, s) =>
    s.text('reasonBadgeClassElsewhere', host, issuerHost),
  'hosted-id-differs': ({ expected, found }, s) => s.text('reasonHostedIdDiffers', expected, found),
  'baked-copy-differs': ({ properties }, s) => s.text('reasonBakedCopyDiffers', s.list(properties)),
  'baked-copy-outdated': ({ properties }, s) =>
    s.text('reasonBakedCopyOutdated', s.list(properties)),
  'baked-copy-agrees': (_, s) => s.text('reasonBakedCopyAgrees'),

  'key-is-issuer': ({ issuer }, s) => s.text('reasonKeyIsIssuer', issuerIdentity(issuer)),
  'key-listed-by-issuer': ({ issuer }, s) =>
    s.text('reasonKeyListedByIssuer', issuerIdentity(issuer)),
  'key-not-for-assertions': ({ issuer }, s) =>
    s.text('reasonKeyNotForAssertions', issuerIdentity(issuer)),
  'key-not-issuers': ({ issuer, method }, s) =>
    s.text('reasonKeyNotIssuers', method, issuerIdentity(issuer)),
  'key-revoked': ({ issuer, date }, s) =>
    s.text('reasonKeyRevoked', issuerIdentity(issuer), s.date(date)),
  'key-expired': ({ issuer, date }, s) =>
    s.text('reasonKeyExpired', issuerIdentity(issuer), s.date(date)),
  'key-not-supported': ({ type }, s) => s.text('reasonKeyNotSupported', type),
  'did-method-not-supported': ({ method }, s) => s.text('reasonDidMethodNotSupported', method),
  'issuer-document-unreadable': ({ host }, s) => s.text('reasonIssuerDocumentUnreadable', host),
} satisfies Partial<ReasonTable>

import { listCountry } from '../name-of-code'
import type { Sentences } from '../sentences'
import type { MessageKey } from '../translate'
import type { ReasonTable } from './table'

interface Listing {
  service: string
  country: string
  issued: string
}

/** A sentence that names a service, the country of its trusted list and the date of that. */
const onList =
  (key: MessageKey) =>
  ({ service, country, issued }: Listing, s: Sentences): string =>
    s.text(key, service, listCountry(country, s), s.date(issued))

export const SEALS = {
  'seal-holds': ({ algorithm, sealer }, s) => s.text('reasonSealHolds', algorithm, sealer),
  'seal-header-unknown': ({ header }, s) => s.text('reasonSealHeaderUnknown', header),
  'seals-several': ({ count, total }, s) => s.text('reasonSealsSeveral', count, total),
  'certificate-fits': ({ sealer, issuer }, s) => s.text('reasonCertificateFits', sealer, issuer),
  'certificate-malformed': (_, s) => s.text('reasonCertificateMalformed'),
  'certificate-hash-differs': (_, s) => s.text('reasonCertificateHashDiffers'),
  'certificate-not-for-seals': ({ use }, s) => s.text('reasonCertificateNotForSeals', use),
  'certificate-weak': ({ name, what }, s) => s.text('reasonCertificateWeak', name, what),
  'certificate-for-tests': ({ name }, s) => s.text('reasonCertificateForTests', name),
  'chain-whole': ({ root }, s) => s.text('reasonChainWhole', root),
  'chain-anchored': ({ root }, s) => s.text('reasonChainAnchored', root),
  'chain-incomplete': ({ issuer }, s) => s.text('reasonChainIncomplete', issuer),
  'chain-broken': ({ name }, s) => s.text('reasonChainBroken', name),
  'chain-self-signed': ({ name }, s) => s.text('reasonChainSelfSigned', name),
  'chain-not-supported': ({ name }, s) => s.text('reasonChainNotSupported', name),
  'chain-not-in-force': ({ name, date }, s) => s.text('reasonChainNotInForce', name, s.date(date)),
  'chain-revoked': ({ name, date }, s) => s.text('reasonChainRevoked', name, s.date(date)),
  'seal-time-trusted': ({ date, authority }, s) =>
    s.text('reasonSealTimeTrusted', s.date(date), authority),
  'seal-time-unproven': ({ authority, date }, s) =>
    s.text('reasonSealTimeUnproven', authority, s.date(date)),
  'seal-time-self-declared': ({ date }, s) => s.text('reasonSealTimeSelfDeclared', s.date(date)),
  'seal-time-none': (_, s) => s.text('reasonSealTimeNone'),
  'timestamp-broken': ({ authority }, s) => s.text('reasonTimestampBroken', authority),
  'certificate-not-in-force-then': ({ date, from, until }, s) =>
    s.text('reasonCertificateNotInForceThen', s.date(date), s.date(from), s.date(until)),
  'certificate-expired-since': ({ until }, s) =>
    s.text('reasonCertificateExpiredSince', s.date(until)),
  'certificate-in-force': ({ until }, s) => s.text('reasonCertificateInForce', s.date(until)),
  'certificate-not-revoked': ({ authority, date }, s) =>
    s.text('reasonCertificateNotRevoked', authority, s.date(date)),
  'certificate-revoked': ({ date }, s) => s.text('reasonCertificateRevoked', s.date(date)),
  'certificate-revoked-since': ({ date }, s) =>
    s.text('reasonCertificateRevokedSince', s.date(date)),
  'certificate-revocation-none': (_, s) => s.text('reasonCertificateRevocationNone'),
  'certificate-revocation-unproven': (_, s) => s.text('reasonCertificateRevocationUnproven'),
  'certificate-revocation-old': ({ date }, s) =>
    s.text('reasonCertificateRevocationOld', s.date(date)),
  'trusted-list-qualified': onList('reasonTrustedListQualified'),
  'trusted-list-qualified-certificate': onList('reasonTrustedListQualifiedCertificate'),
  'trusted-list-excepts-device': onList('reasonTrustedListExceptsDevice'),
  'trusted-list-excepts': onList('reasonTrustedListExcepts'),
  'trusted-list-may-except': onList('reasonTrustedListMayExcept'),
  'trusted-list-not-asked': ({ country }, s) =>
    s.text('reasonTrustedListNotAsked', listCountry(country, s)),
  'trusted-list-not-obtained': ({ country }, s) =>
    s.text('reasonTrustedListNotObtained', listCountry(country, s)),
  'trusted-list-not-signed': ({ country }, s) =>
    s.text('reasonTrustedListNotSigned', listCountry(country, s)),
  'trusted-list-stale': ({ country, date }, s) =>
    s.text('reasonTrustedListStale', listCountry(country, s), s.date(date)),
  'trusted-list-no-country': (_, s) => s.text('reasonTrustedListNoCountry'),
  'trusted-list-lacks': ({ issuer, country }, s) =>
    s.text('reasonTrustedListLacks', issuer, listCountry(country, s)),
  'trusted-list-not-granted': ({ service, country, status }, s) =>
    s.text('reasonTrustedListNotGranted', service, listCountry(country, s), status),
  'trusted-list-not-for-seals': ({ service, country }, s) =>
    s.text('reasonTrustedListNotForSeals', service, listCountry(country, s)),
  'certificate-not-qualified': ({ service }, s) => s.text('reasonCertificateNotQualified', service),
  'sealer-is-issuer': ({ name }, s) => s.text('reasonSealerIsIssuer', name),
  'sealer-unproven': ({ name }, s) => s.text('reasonSealerUnproven', name),
  'sealer-differs': ({ sealer, issuer }, s) => s.text('reasonSealerDiffers', sealer, issuer),
  'sealer-named-otherwise': ({ sealer, issuer }, s) =>
    s.text('reasonSealerNamedOtherwise', sealer, issuer),
  'issuer-named-also': ({ sealer, issuer }, s) => s.text('reasonIssuerNamedAlso', sealer, issuer),
  'sealer-unnamed': (_, s) => s.text('reasonSealerUnnamed'),
  'awarding-body-differs': ({ body, sealer }, s) =>
    s.text('reasonAwardingBodyDiffers', body, sealer),
  'not-sealed': (_, s) => s.text('reasonNotSealed'),
  'not-issued-yet': (_, s) => s.text('reasonNotIssuedYet'),
  'profile-conforms': ({ profile }, s) => s.text('reasonProfileConforms', profile),
  'profile-property-missing': ({ path }, s) => s.text('reasonProfilePropertyMissing', path),
  'accreditation-none': (_, s) => s.text('reasonAccreditationNone'),
  'accreditation-stated': ({ name, body }, s) =>
    body === undefined
      ? s.text('reasonAccreditationStated', name)
      : s.text('reasonAccreditationStatedBy', name, body),
  'accreditation-ended': ({ name, date }, s) =>
    s.text('reasonAccreditationEnded', name, s.date(date)),
} satisfies Partial<ReasonTable>

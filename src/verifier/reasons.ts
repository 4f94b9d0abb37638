/**
 * Everything that a report can state, by code, and what each code needs to become a sentence. The
 * sentences themselves are the pages'. Imported through `report.ts`.
 */
import type { NoPixels } from './artwork/picture'
import type { Carrier } from './report'

/** Reason codes and the shape of their parameters. The key is the code; nothing here is prose. */
export interface ReasonParameters {
  // ── found in the image ────────────────────────────────────────────────────────────────────
  'carrier-found': { carrier: Carrier }
  'no-badge-data': Record<string, never>
  'file-not-recognised': Record<string, never>
  /** The picture of a badge class on a platform, the same for all who have the badge. */
  'template-picture': { platform: string }
  /** What its platform publishes of it can be read, and not be verified. */
  'platform-certificate': { platform: string }
  /** Neither the address nor what the page there names holds a credential. */
  'link-without-credential': { host: string }
  'image-truncated': Record<string, never>
  'chunk-crc-wrong': { keyword: string }
  'chunk-compressed': { keyword: string }
  /** A text chunk whose fields do not follow the PNG specification. */
  'chunk-malformed': { keyword: string }
  /** `keyword` of the first; the others may have another one. */
  'chunk-repeated': { keyword: string; count: number }
  'text-not-utf8': Record<string, never>
  'inflation-failed': { keyword: string }
  'svg-doctype-refused': Record<string, never>
  'svg-malformed': Record<string, never>
  'file-too-large': { limit: number }
  'pdf-without-credential': Record<string, never>
  'pdf-encrypted': Record<string, never>
  /** Attachments of a PDF, of which `read` were opened, until one was a credential. */
  'attachments-several': { count: number; read: number }
  'text-too-large': { limit: number }

  // ── readable format ───────────────────────────────────────────────────────────────────────
  'format-recognised': { format: string }
  /** A format that is known by name and that this version does not verify. */
  'format-not-supported': { format: string }
  'not-json': Record<string, never>
  'json-too-deep': { limit: number }
  /** JSON, but of no class that a badge can have. */
  'not-a-credential': Record<string, never>
  /** A BadgeClass or an issuer Profile alone: a description, awarded to nobody. */
  'not-an-award': { kind: 'badge-class' | 'profile' }
  'property-missing': { property: string; expected: string }
  'property-invalid': { property: string; expected: string }
  'unknown-context': { url: string }
  /** A context that the document writes out itself: it could change what the signed words mean. */
  'inline-context': Record<string, never>
  /** A context in the document gives a term of the standard another meaning. */
  'term-redefined': { term: string }
  /** JSON-LD safe mode: terms that no context defines and the proof therefore does not cover. */
  'terms-not-signed': { terms: string[] }
  'json-ld-invalid': { detail: string }
  /** More than we process; `characters` are those of contexts that the document writes out itself. */
  'document-too-complex': { what: 'values' | 'contexts' | 'characters'; limit: number }

  // ── conforms to the schemas that it names ─────────────────────────────────────────────────
  'schema-none': Record<string, never>
  /** `schema`: its URL. */
  'schema-conforms': { schema: string }
  'schema-violated': { schema: string; path: string; expected: string }
  /** Schemas are never asked for; only those of the standard are known. */
  'schema-not-bundled': { url: string }
  'schema-not-supported': { type: string }
  /** Too large to be compared with a schema, or shown only in part by its holder. */
  'schema-not-compared': { schema: string }

  // ── signature, or the issuer's own site ───────────────────────────────────────────────────
  'signature-holds': { suite: string; method: string }
  altered: { suite: string }
  'no-proof': Record<string, never>
  'proof-not-supported': { suite: string }
  'algorithm-refused': { algorithm: string }
  'proof-malformed': { property: string; expected: string }
  'proof-purpose-wrong': { purpose: string }
  'proof-expired': { date: string }
  /** A member of a proof that is about presenting something, and says nothing about a credential. */
  'proof-member-ignored': { member: string }
  /** A proof that its holder discloses from, and that is for nobody else to see. */
  'proof-base-refused': Record<string, never>
  /** The holder chose which of the signed statements to show. */
  'disclosed-partly': Record<string, never>
  /** Properties that could say that it is not in force, and that its holder may have left out. */
  'perhaps-withheld': { properties: string[] }
  /** A status is shown, and the issuer let the holder choose which of them to show. */
  'status-perhaps-withheld': Record<string, never>
  /** Signed as JSON, and said in a way of JSON-LD that is not read: it may be an end or a status. */
  'perhaps-not-read': { detail: string }
  /** A JWT claim that contradicts the credential it wraps. */
  'claim-differs': { claim: string }
  'hosted-copy-read': { host: string }
  'hosted-outside-scope': { host: string; issuerHost: string }
  'hosted-in-scope': { host: string; issuerHost: string }
  /** The BadgeClass is not on the issuer's site, which speaks for its address alone. */
  'badge-class-elsewhere': { host: string; issuerHost: string }
  /** The document at the assertion's address names another `id`. */
  'hosted-id-differs': { expected: string; found: string }
  /** Deciding properties (id, recipient, achievement, issuer) differ: a person should look. */
  'baked-copy-differs': { properties: string[] }
  /** Other properties differ: only said. */
  'baked-copy-outdated': { properties: string[] }
  'baked-copy-agrees': Record<string, never>

  // ── the key belongs to the issuer ─────────────────────────────────────────────────────────
  /** The issuer is a did:key or did:jwk: the identifier itself is the key. */
  'key-is-issuer': { issuer: string }
  'key-listed-by-issuer': { issuer: string; method: string }
  'key-not-for-assertions': { issuer: string; method: string }
  'key-not-issuers': { issuer: string; method: string }
  /** The issuer's document says that the key no longer speaks for it, whenever it signed. */
  'key-revoked': { issuer: string; method: string; date: string }
  /** The issuer's document gives the key an end that has passed. */
  'key-expired': { issuer: string; method: string; date: string }
  'key-not-supported': { type: string }
  'did-method-not-supported': { method: string }
  'issuer-document-unreadable': { host: string }

  // ── network ───────────────────────────────────────────────────────────────────────────────
  'permission-needed': { host: string }
  'host-unreachable': { host: string }
  'host-timeout': { host: string; seconds: number }
  'http-status': { host: string; status: number }
  'answer-too-large': { host: string; limit: number }
  'answer-not-readable': { host: string }
  /** The host redirects to another host, which nobody consented to or which may not be asked. */
  'redirect-refused': { host: string }
  'too-many-redirects': { host: string; limit: number }
  'https-only': { host: string }
  'address-refused': { host: string }
  'too-many-hosts': { limit: number }
  'too-many-requests': { limit: number }
  'badge-timeout': { seconds: number }

  // ── the seal of a European Digital Credential ────────────────────────────────────────────
  'seal-holds': { algorithm: string; sealer: string }
  /** A critical header that is not understood: RFC 7515, section 4.1.11. */
  'seal-header-unknown': { header: string }
  /** Several seals; `count` are those that hold. */
  'seals-several': { count: number; total: number }
  'certificate-fits': { sealer: string; issuer: string }
  'certificate-malformed': Record<string, never>
  /** `x5t#S256` is not the hash of the certificate beside it. */
  'certificate-hash-differs': Record<string, never>
  /** `use`: what stands there instead of the purpose that a seal needs. */
  'certificate-not-for-seals': { use: string }
  /** A key or a hash that no longer protects: `RSA 1024`, `SHA-1`. */
  'certificate-weak': { name: string; what: string }
  'certificate-for-tests': { name: string }
  'chain-whole': { root: string }
  /** The chain ends at a certificate of the environment's anchors. */
  'chain-anchored': { root: string }
  /** Nobody has the certificate of this issuer. */
  'chain-incomplete': { issuer: string }
  /** A certificate was not signed by the one that it names as its issuer, or that one may issue none. */
  'chain-broken': { name: string }
  /** The sealer's certificate is its own issuer's: anybody can make one. */
  'chain-self-signed': { name: string }
  /** Signed by an algorithm that is not supported here. */
  'chain-not-supported': { name: string }
  /** A certificate above the sealer's was not in force when this was sealed. */
  'chain-not-in-force': { name: string; date: string }
  'chain-revoked': { name: string; date: string }
  'seal-time-trusted': { date: string; authority: string }
  'seal-time-unproven': { date: string; authority: string }
  'seal-time-self-declared': { date: string }
  'seal-time-none': Record<string, never>
  /** A timestamp that is not about this seal, or whose own signature does not hold. */
  'timestamp-broken': { authority: string }
  /** At the time of sealing the certificate was not in force. */
  'certificate-not-in-force-then': { date: string; from: string; until: string }
  /** It was in force then, and is no longer. */
  'certificate-expired-since': { until: string }
  'certificate-in-force': { until: string }
  'certificate-not-revoked': { authority: string; date: string }
  'certificate-revoked': { date: string }
  /** Revoked only after the time of sealing, which somebody vouches for. */
  'certificate-revoked-since': { date: string }
  'certificate-revocation-none': Record<string, never>
  /** Embedded answers about revocation that do not prove what they say. */
  'certificate-revocation-unproven': Record<string, never>
  /** The answer had run out before this was sealed. */
  'certificate-revocation-old': { date: string }
  'trusted-list-qualified': { service: string; country: string; issued: string }
  'trusted-list-qualified-certificate': { service: string; country: string; issued: string }
  /** Its key is on a qualified device by its own word, and by the list's it is or may be on none. */
  'trusted-list-excepts-device': { service: string; country: string; issued: string }
  /** The list takes it from the qualified certificates for seals. */
  'trusted-list-excepts': { service: string; country: string; issued: string }
  /** … or may, by criteria that are not evaluated here. */
  'trusted-list-may-except': { service: string; country: string; issued: string }
  'trusted-list-not-asked': { country: string }
  'trusted-list-not-obtained': { country: string }
  'trusted-list-not-signed': { country: string }
  'trusted-list-stale': { country: string; date: string }
  'trusted-list-no-country': Record<string, never>
  'trusted-list-lacks': { issuer: string; country: string }
  'trusted-list-not-granted': { service: string; status: string; country: string }
  'trusted-list-not-for-seals': { service: string; country: string }
  /** The service is listed, and the certificate does not call itself qualified, or not for seals. */
  'certificate-not-qualified': { service: string }
  'sealer-is-issuer': { name: string }
  /** The certificate bears the issuer's name, and nobody vouches for whoever wrote it there. */
  'sealer-unproven': { name: string }
  'sealer-differs': { sealer: string; issuer: string }
  /** The identifiers agree, and the names do not. */
  'sealer-named-otherwise': { sealer: string; issuer: string }
  /** Beside the name that the certificate bears: mostly the same in another language. */
  'issuer-named-also': { sealer: string; issuer: string }
  'sealer-unnamed': Record<string, never>
  'awarding-body-differs': { sealer: string; body: string }

  /** A European Digital Credential without a seal, which anybody can have written. */
  'not-sealed': Record<string, never>
  /** What an issuer uploads to have a credential made of it. */
  'not-issued-yet': Record<string, never>

  // ── what a European Digital Credential must have, and its accreditation ───────────────────
  'profile-conforms': { profile: string }
  /** `path`: where it should stand. */
  'profile-property-missing': { path: string }
  'accreditation-none': Record<string, never>
  /** The credential's own word. */
  'accreditation-stated': { name: string; body?: string }
  'accreditation-ended': { name: string; date: string }

  // ── dates ─────────────────────────────────────────────────────────────────────────────────
  'in-force': { from?: string; until?: string }
  expired: { date: string }
  'not-yet-valid': { date: string }

  // ── revocation and suspension ─────────────────────────────────────────────────────────────
  'not-revoked': { host: string }
  /** From a list that is about suspension alone: it does not say whether it was revoked. */
  'not-suspended': { host: string }
  /** A status entry that is about neither revocation nor suspension, e.g. `refresh`. */
  'status-informative': { purpose: string }
  revoked: { host: string; date?: string; reason?: string }
  /** HTTP 410 from the assertion's own address. */
  gone: { host: string }
  suspended: { host: string; reason?: string }
  'no-status-published': Record<string, never>
  'status-not-obtained': { host: string }
  'status-not-supported': { type: string }
  'status-list-unproven': { host: string }
  'status-list-foreign': { host: string; issuer: string; listIssuer: string }
  'status-list-too-short': { host: string; length: number; minimum: number }
  'status-index-out-of-range': { host: string; index: number; length: number }
  'status-purpose-differs': { host: string; purpose: string }
  'status-list-expired': { host: string; date: string }
  'status-list-not-yet-valid': { host: string; date: string }
  'status-list-malformed': { host: string; property: string; expected: string }
  /** The list names itself by another address than the one that was asked. */
  'status-list-differs': { host: string; found: string }
  'status-list-wrong-type': { host: string; type: string }
  'status-message': { host: string; message: string }
  /** A kept report whose status answer is too old to stand for today. */
  'status-stale': { checkedAt: string }

  // ── the picture, next to the issuer's own ─────────────────────────────────────────────────
  'artwork-alike': Record<string, never>
  /** Clearly another picture than any that the issuer made for this badge. */
  'artwork-differs': Record<string, never>
  /** Neither surely the same nor clearly another, e.g. the same in other colours. */
  'artwork-unsure': Record<string, never>
  /** The credential names no picture of its achievement. */
  'artwork-none': Record<string, never>
  /** It came as a file without a picture; what a page shows beside it nobody has handed over. */
  'artwork-not-shown': Record<string, never>
  /** Nothing here can decode pictures. */
  'artwork-not-compared': Record<string, never>
  'artwork-not-comparable': { whose: 'shown' | 'issuer'; why: NoPixels }
  'artwork-not-obtained': { host: string }

  // ── issuer recognised ─────────────────────────────────────────────────────────────────────
  /** `source`: host that the list was read from; absent: a file. `until`: end of the listing. */
  'issuer-listed': {
    name: string
    list: string
    source?: string
    updated?: string
    auditor?: string
    standard?: string
    until?: string
  }
  /** A list names the issuer, but no longer. */
  'issuer-listing-ended': { name: string; list: string; date: string }
  'issuer-listing-not-begun': { name: string; list: string; date: string }
  /** A list names the issuer, but for other achievements. */
  'issuer-listing-other-scope': { name: string; list: string }
  'issuer-vetted': { name: string; platform: string }
  'issuer-sealed': { name: string }
  /** `issuer`: the domain, the public-suffix site or the key that stands behind the badge. */
  'issuer-unknown': { issuer: string; claimedName?: string }
  /** The id is an account on a platform for issuers; whom that lets in is what `admits` says. */
  'issuer-on-platform': { platform: string; admits: 'anybody' | 'members' | 'undocumented' }

  // ── whose is it ───────────────────────────────────────────────────────────────────────────
  'holder-matches': Record<string, never>
  'holder-differs': Record<string, never>
  'holder-not-asked': Record<string, never>
  'holder-not-comparable': { type: string }

  // ── endorsements ──────────────────────────────────────────────────────────────────────────
  'endorsements-none': Record<string, never>
  'endorsements-not-checked': { count: number }
  /** `recognised`: of those, by endorsers whom somebody vouches for; of the others only a key or domain is known. */
  'endorsements-hold': { count: number; recognised: number }
  /** Endorsements that are forged, revoked, or of a key that is not their issuer's. */
  'endorsements-fail': { count: number }
  /** Embedded endorsements that are about something else than the badge they stand in. */
  'endorsement-subject-differs': { count: number }
  /** Credentials of another kind in the place of an endorsement. */
  'endorsement-not-one': { count: number }
  /** Endorsements that hold, and are expired, suspended or otherwise for a person to look at. */
  'endorsements-not-in-force': { count: number }
  /** The issuer endorses itself, which adds nothing to its word. */
  'endorsement-by-issuer': { count: number }

  // ── credentials inside a credential (CLR, presentation) ──────────────────────────────────
  'parts-none': Record<string, never>
  'parts-hold': { count: number }
  /** Parts whose issuers nobody vouches for, in a collection by an issuer whom somebody does vouch for. */
  'parts-unrecognised': { count: number; total: number }
  'parts-fail': { count: number; total: number }
  'parts-need-attention': { count: number; total: number }
  'parts-not-checked': { count: number; total: number }
  /** Parts beyond the limit are not looked at. */
  'parts-too-many': { limit: number; total: number }
  /** Parts that were issued to somebody else than the whole. */
  'part-subject-differs': { count: number }
  /** Parts of which it cannot be said whether they were issued to the one whom the whole names. */
  'part-subject-unknown': { count: number }
  /** A presentation's own signature, which answers a question that somebody else asked. */
  'holder-proof-not-judged': Record<string, never>

  // ── a newer copy, where the issuer offers one ─────────────────────────────────────────────
  'refresh-same': { host: string }
  'refresh-newer': { host: string }
  'refresh-not-obtained': { host: string }
  'refresh-not-supported': { type: string }
  /** HTTP 410 from where the issuer would offer a newer copy. */
  'refresh-gone': { host: string }

  // ── a check that was not reached because an earlier one decided ───────────────────────────
  'not-reached': Record<string, never>

  // ── this program failed, not the badge and not a host ─────────────────────────────────────
  'internal-failure': Record<string, never>
}

export type ReasonCode = keyof ReasonParameters

/** One statement: its code decides the shape of its parameters. */
export type Reason = {
  [Code in ReasonCode]: { code: Code; params: ReasonParameters[Code] }
}[ReasonCode]

/** Builds a reason; the code fixes the type of the parameters. */
export function reason<Code extends ReasonCode>(
  code: Code,
  ...[params]: Record<string, never> extends ReasonParameters[Code]
    ? [params?: ReasonParameters[Code]]
    : [params: ReasonParameters[Code]]
): Reason {
  return { code, params: params ?? {} } as Reason
}

import type { EscoLookup } from './alignments/esco-lookup'
import type { DecodePicture } from './artwork/picture'
import type { Check, Need } from './report'
import type { Limits } from './http/limits'
import type { Spent } from './http/spent'
import type { TrustedLists } from './trusted-lists/trusted-lists'

/**
 * What is to be verified. Bytes and text are sniffed by content, never believed by name or type.
 * `incomplete`: all of the credential is in the bytes, and not all of the picture. `shown`: the
 * picture that people see, where it is another one than the credential was found in.
 */
export type BadgeSource =
  | { bytes: Uint8Array; url?: string; incomplete?: boolean; shown?: ShownPicture }
  | { text: string; url?: string }
  | { url: string }

/** A picture that people see: its file, or that it could not be read whole. */
export type ShownPicture = { bytes: Uint8Array } | 'incomplete'

/** Which achievements a listing covers. Where both are given, both must hold. */
export interface ListingScope {
  /** Exact ids of achievements (BadgeClass in Open Badges 2.0). */
  achievements?: string[]
  /** Values of `achievementType`, exactly as Open Badges 3.0 spells them. */
  achievementTypes?: string[]
}

/** One issuer that a list vouches for, and how far. */
export interface ListedIssuer {
  /** DID or URL. */
  id: string
  /** What the list calls it. */
  name: string
  url?: string
  /** Who audited it, against what. */
  auditor?: string
  standard?: string
  /** When the listing holds: ISO 8601; a date alone means that whole day. */
  validFrom?: string
  validUntil?: string
  /** Absent: whatever it issues. */
  scope?: ListingScope
}

/** A list that the user trusts. `issuers/read-list.ts` reads its data forms. */
export interface TrustList {
  /** Where it came from: its URL, or `sha256:…` of the file. Never what the list says of itself. */
  id: string
  /** What the list calls itself, or how the user came to it. */
  name: string
  publisher?: string
  /** Where the list says that it is published. */
  url?: string
  licence?: string
  /** Date of the list's last change, ISO 8601. */
  updated?: string
  /** When it was read, ISO 8601. */
  retrieved?: string
  /** Hex SHA-256 of the list's text. */
  sha256?: string
  /** Issuers that the list vouches for, by exact issuer id (DID or URL). */
  issuers: ListedIssuer[]
}

/** Everything that the verifier may use of the world. It has no other way out. */
export interface VerifierEnvironment {
  /** Every byte from outside passes through this. */
  fetch: typeof globalThis.fetch
  /** Asked before each new host; absent: allowed. A refusal is listed in `report.needs`. */
  ask?(need: Need): Promise<boolean>
  now?(): Date
  /**
   * Plain identities (e-mail, URL, telephone, DID), and those of `personIdentities`, to compare with; they
   * never enter the report.
   */
  recipients?: string[]
  trustLists?: TrustList[]
  /** Where skills and occupations are looked up; absent: alignments with ESCO stay unchecked. */
  esco?: EscoLookup
  /** Certificates (DER) that seals and timestamps may end at. They make no seal a qualified one. */
  trustAnchors?: Uint8Array[]
  /** Where EU trusted lists are looked up; absent: no seal is called qualified. */
  trustedLists?: TrustedLists
  /**
   * Decodes a picture of bounded size; it may come scaled down. Absent: artwork is not compared, and nobody
   * is asked for it.
   */
  decodePicture?: DecodePicture
  /** Tests only: further JSON-LD contexts by URL. */
  contexts?: Record<string, object>
  onProgress?(check: Check): void
  signal?: AbortSignal
  limits?: Partial<Limits>
  /** What was asked for this badge before; absent: nothing. */
  spent?: Spent
}

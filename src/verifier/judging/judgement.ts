import type { Credential } from '../credential'
import {
  reason,
  type Artwork,
  type Authenticity,
  type Check,
  type CheckId,
  type Conformity,
  type Currency,
  type KeyEnds,
  type ReportKind,
  type VerificationReport,
} from '../report'
import type { SealedDocument } from '../proofs/jades'
import type { ParsedJws } from '../proofs/jws'
import type { Seal } from '../seals/seal'
import type { JsonObject, Verification } from '../verification'

/** A document of unknown format, as it came. */
export interface Document {
  /** The JSON, or the payload of the JWS or of the seal. */
  json: JsonObject
  /** Present where the document came as a compact JWS. */
  jws?: ParsedJws
  /** Present where it is the payload of a JAdES seal in JSON. */
  sealed?: SealedDocument
  /** Where it was read from, when a locator led to it rather than an image. */
  locatedAt?: string
}

/** What a format found out about a document: everything but carrier, issuer standing and holder. */
export interface Judgement {
  kind: ReportKind
  credential?: Credential
  /** DID or URL of the issuer; '' where the document names none. */
  issuerId: string
  /** The issuer is known by the origin of its site alone, on which others may write as well. */
  originOnly?: true
  authenticity: Authenticity
  currency: Currency
  conformity: Conformity
  /**
   * The checks from `format` to `status`, those that were not reached say so; and `schema` and `refresh`
   * where the format has something to say of them. `parts` and `endorsements` follow from the parts.
   */
  checks: Check[]
  /** The issuer's own picture, where the one shown is not surely the same. */
  artwork?: Artwork
  /** Of a hosted assertion, its text as the issuer's own host served it. */
  servedText?: string
  /** ISO 8601; absent where no status was asked. */
  freshUntil?: string
  /** When the proof that counts ends by its own word. */
  proofUntil?: string
  /** When the key of its proof ends by the issuer's own word. */
  keyEnds?: KeyEnds
  /** Of a sealed European Digital Credential. */
  seal?: Seal
  /** Nested credentials and endorsements, as judged by `verification.judgePart`, each with its place. */
  parts?: VerificationReport[]
  /** Of a collection: how many credentials it holds, those not looked at included. */
  partsTotal?: number
}

/** A format of credentials: one file that exports one of these, one line in `formats/index.ts`. */
export interface CredentialFormat {
  /** As in the table of supported formats in the README. */
  readonly title: string
  /** The payload of a JWS may be such a document as it stands, without the wrapping of a VC-JWT. */
  readonly signedAsIs?: true
  /** It knows what a JAdES seal is worth; whatever else is sealed is named and not judged. */
  readonly judgesSeals?: true
  /** The precise name of the document's format, e.g. `OpenBadges/2.0`; `undefined`: not mine. */
  recognise(document: Document): string | undefined
  judge(document: Document, format: string, verification: Verification): Promise<Judgement>
}

/** A check that has no outcome of its own because an earlier one decided. */
export function notReached(id: CheckId): Check {
  return { id, outcome: 'not-applicable', reasons: [reason('not-reached')] }
}

/** One check decided before anything else could be asked; the others say that they were not reached. */
export function decidedBy(check: Check, kind: ReportKind, issuerId = ''): Judgement {
  const others = (['format', 'proof', 'key', 'dates', 'status'] as const).filter(
    (id) => id !== check.id,
  )
  return {
    kind,
    issuerId,
    authenticity: check.outcome === 'failed' ? 'fails' : 'unknown',
    currency: 'unknown',
    conformity: 'conforms',
    checks: [check, ...others.map(notReached)],
  }
}

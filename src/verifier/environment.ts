import type { Check, Need } from './report'
import type { Limits } from './http/limits'

/** What is to be verified. Bytes and text are sniffed by content, never believed by name or type. */
export type BadgeSource =
  { bytes: Uint8Array; url?: string } | { text: string; url?: string } | { url: string }

/** An entry that vouches for issuers; its data form belongs to `issuers/trust-lists.ts`. */
export interface TrustList {
  /** Stable identifier: the list's URL where it has one. */
  id: string
  name: string
  /** Date of the list's last change, ISO 8601. */
  updated?: string
  /** Issuers that the list vouches for, by exact issuer id (DID or URL). */
  issuers: { id: string; name: string }[]
}

/** Everything that the verifier may use of the world. It has no other way out. */
export interface VerifierEnvironment {
  /** Every byte from outside passes through this. */
  fetch: typeof globalThis.fetch
  /** Asked before each new host; absent: allowed. A refusal is listed in `report.needs`. */
  ask?(need: Need): Promise<boolean>
  now?(): Date
  /** Plain identities (e-mail, URL, telephone, DID) to compare with; they never enter the report. */
  recipients?: string[]
  trustLists?: TrustList[]
  /** Tests only: further JSON-LD contexts by URL. */
  contexts?: Record<string, object>
  onProgress?(check: Check): void
  signal?: AbortSignal
  limits?: Partial<Limits>
}

import type { KeyKind } from '../verifier/recipients/identity-key'
import type { GivenIdentity } from './messages'

export type { KeyKind }

/** An identity of the user's as it lies in the database: nothing leads back from it but guessing. */
export interface KeptOwnIdentity {
  /** Random. */
  id: string
  kind: KeyKind
  /** What the user calls it; '' where they called it nothing. It says the identity in no spelling that we know. */
  label: string
  /** Random bytes, of this identity alone. */
  salt: Uint8Array<ArrayBuffer>
  /** Of PBKDF2 with HMAC-SHA-256. */
  rounds: number
  /** Hexadecimal. */
  hash: string
}

/** What lies in the memory of the browser until it ends, under an identity's id. */
export interface SessionIdentity {
  /** In plain words, where the user said so. */
  identity?: GivenIdentity
  /** SHA-256 of credentials that it was compared with while it was entered, and that are issued to it. */
  credentials: string[]
}

/** As pages show it. */
export interface OwnIdentity extends Pick<KeptOwnIdentity, 'id' | 'kind' | 'label'> {
  /** Hashed recipients can be compared with it until the browser ends. */
  inMemory: boolean
}

/**
 * `blank`: nothing was entered; `kind`: no address, URL, telephone number or DID; `person`: a name or a date of
 * birth is missing or cannot be read; `label`: it gives the identity away; `too-many`: as many as there may be.
 */
export type OwnIdentityProblem = 'blank' | 'kind' | 'person' | 'label' | 'too-many'

/** `known`: it was there before. `found`: badges of open pages that are issued to it. */
export type AddedOwnIdentity =
  { is: 'added' | 'known'; id: string; found: number } | { is: 'refused'; why: OwnIdentityProblem }

/**
 * Whose a badge is, as far as the user's own identities tell. `yours`: issued to one of them; `names-you`: it
 * names one of them, and it is not shown to be authentic; `others`: it names none of them, all of which could be
 * compared, and somebody of their kind instead: perhaps the user, by an address that was not entered; `unknown`:
 * that cannot be told.
 */
export type Ownership = 'yours' | 'names-you' | 'others' | 'unknown'

export interface OwnFinding {
  is: Ownership
  /** The identity that it was issued to. */
  by?: Pick<OwnIdentity, 'kind' | 'label'>
}

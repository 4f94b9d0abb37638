/** What a search is given, what it may do, and what it comes to. */
import type { TrailStep } from '../verifier/report'
import type { CredentialAddress, Unverifiable } from './provider'

/** What a page shows of one badge; absolute addresses, as the page has them. */
export interface Clues {
  /** The picture, whose bytes as shown have been read already and carry nothing. */
  image?: string
  /** Around the picture. */
  links: readonly string[]
  /** Of frames, and of elements that embed a badge (`embeds.ts`). */
  embeds?: readonly string[]
  /** Links beside the picture: whose they are nobody says. */
  beside?: readonly string[]
}

export interface CredentialRequest extends CredentialAddress {
  accept: string
  /** Most bytes that the answer may have. */
  maxBytes: number
}

/** Any answer, whatever its HTTP status; or none. `refused`: the host may not be asked. */
export type Reached =
  | { ok: true; status: number; url: string; bytes: Uint8Array; mediaType: string }
  | { ok: false; refused?: boolean }

export interface Reach {
  /** Asks under the caller's rules for consent, hosts, sizes and time. Never rejects but to end the search. */
  get(request: CredentialRequest): Promise<Reached>
  /** Is this a credential, or a file that carries one? Genuine or not is another question. */
  holdsCredential(bytes: Uint8Array): boolean | Promise<boolean>
}

export interface Finding {
  /** `url`: what finally answered. `picture`: an image that carries the credential. */
  found?: { bytes: Uint8Array; url: string; picture?: true }
  trail: TrailStep[]
  /** What the platform is known not to publish, where nothing was found. */
  unverifiable?: Unverifiable
  /** `MAXIMUM_REQUESTS` was reached before everything was looked at. */
  cutShort?: true
}

/** Requests for one badge, whatever came of them. */
export const MAXIMUM_REQUESTS = 8

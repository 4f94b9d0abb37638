/**
 * A platform on which awards are shown: how its addresses are recognised, and where from there the
 * credential is. Data, and at most a small function; nothing here asks anybody. What a platform's word
 * is worth is another matter: `verifier/issuers/platforms.ts`.
 */

/** A document to ask for. Absent `accept`: the usual one for credentials. */
export interface CredentialAddress {
  url: string
  /** Value of the Accept header, where the platform answers properly to this one alone. */
  accept?: string
  /** Where the document is JSON that only names the address of the credential: in which member. */
  named?: string
  /** Nobody named this address: that nothing is there, or not in this form, says nothing. */
  guessed?: true
}

/** Of a platform that answers with a page, or an older format, when it is offered anything else. */
export const JSON_ALONE = 'application/json'

/** For a picture that may carry its credential; no other kind can. */
export const BAKED_IMAGE = 'image/png, image/svg+xml'

/** Why there is nothing to verify behind an address that a platform is known for. */
export type Unverifiable =
  /** A certificate of a course platform, which publishes no signed or hosted credential for it. */
  | 'course-certificate'
  /** Blockcerts: anchored in a blockchain, which Touchstone does not read. */
  | 'blockcerts'

export type Recognised =
  /** One award: where its credential can be asked for, best first, never empty. */
  | { is: 'award'; at: CredentialAddress[] }
  /**
   * One award, of whose address only the page itself can tell where the credential is. `otherwise`: where it
   * can be asked for once the page has not told.
   */
  | { is: 'page'; otherwise?: CredentialAddress[] }
  /** The picture of a badge class, which is nobody's award. */
  | { is: 'template' }
  | { is: 'unverifiable'; why: Unverifiable }

export interface Provider {
  /** Name of its file: lower case and hyphens. */
  id: string
  /** As people know it. */
  name: string
  /**
   * What the content script looks for: absolute addresses of links, embeds and frames that lead to an
   * award of this platform, or to what is known to hold none. Every one of them is `recognise`d.
   */
  links: readonly RegExp[]
  /**
   * The address of a link, an embed or an image, already freed of redirectors; undefined where it is not
   * of this platform or leads to nothing of the kind.
   */
  recognise(url: URL): Recognised | undefined
}

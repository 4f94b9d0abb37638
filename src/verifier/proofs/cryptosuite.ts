import type { LineOrder } from '../json-ld/canonical-order'
import type { KeyType, PublicKey } from '../keys/public-key'
import type { Reason } from '../report'
import type { JsonObject, PartialDisclosure } from '../verification'

export type DigestName = 'SHA-256' | 'SHA-384'

/**
 * Canonical N-Quads of a JSON-LD document, or why it has none.
 *
 * @param digest the hash that tells blank nodes apart, and that their labels depend on
 * @param order of the lines; that of the standard unless told otherwise
 */
export type Canonicalize = (
  document: JsonObject,
  digest: DigestName,
  order?: LineOrder,
) => Promise<string | { reason: Reason }>

/** What a proof secures. */
export interface Secured {
  /** The document without `proof`; with the previous proofs, where the proof continues a chain. */
  document: JsonObject
  /** The proof, complete. */
  proof: JsonObject
}

/** A proof that is ready to be judged: nothing of the document can change the answer any more. */
export interface PreparedProof {
  /** Present where the holder chose what to show. */
  disclosure?: PartialDisclosure
  /** Never called with a key of another type than the suite's. */
  holdsUnder(key: PublicKey): Promise<boolean>
}

/**
 * A way to secure documents: one file in `cryptosuites/` that exports one of these, one line in
 * `cryptosuites/index.ts`.
 */
export interface Cryptosuite {
  /** As in a proof: `cryptosuite` of a DataIntegrityProof, or the `type` of an older proof. */
  readonly name: string
  /** Types of key that it signs with. */
  readonly keyTypes: readonly KeyType[]
  /** It signs the JSON, so that what is signed need not be what JSON-LD makes of it. */
  readonly signsJson?: true
  matches(proof: JsonObject): boolean
  /**
   * Fails with the reason why the document cannot be judged under this suite.
   *
   * @param order in which `canonicalize` sorts
   */
  prepare(
    secured: Secured,
    canonicalize: Canonicalize,
    order: LineOrder,
  ): Promise<PreparedProof | { reason: Reason }>
}

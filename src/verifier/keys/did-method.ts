import type { Verification } from '../verification'
import type { ResolvedDocument } from './controller-document'

/** A DID method: one file that exports one of these, one line in `keys/index.ts`. */
export interface DidMethod {
  /** The name in `did:NAME:…`. */
  readonly name: string
  /** True where the identifier itself is the key, and nobody need be asked. */
  readonly offline: boolean
  /** @param did without path, query or fragment */
  resolve(did: string, verification: Verification): Promise<ResolvedDocument>
}

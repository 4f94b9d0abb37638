import { reason } from '../report'
import type { Verification } from '../verification'
import { readControllerDocument, type ResolvedDocument } from './controller-document'
import { didJwk } from './did-jwk'
import { didKey } from './did-key'
import type { DidMethod } from './did-method'
import { didWeb } from './did-web'

/** The DID methods that can be resolved, in the order of the README's table. */
export const DID_METHODS: readonly DidMethod[] = [didKey, didWeb, didJwk]

/** `did:NAME:…` (DID 1.0, section 3.1), without path, query and fragment. */
const DID = /^did:([a-z0-9]+):[A-Za-z0-9._:%-]+$/

/** The method of a DID; `undefined` also where the text is not a DID. */
export function didMethodOf(id: string): DidMethod | undefined {
  const [, name] = DID.exec(id) ?? []
  return DID_METHODS.find((method) => method.name === name)
}

/** Is the identifier itself the key, so that nobody need be asked? */
export function isOffline(id: string): boolean {
  return didMethodOf(id)?.offline ?? false
}

/** Reads the document of an identifier: a DID by its method, an https URL from its own address. */
export function resolveIdentifier(
  id: string,
  purpose: 'issuer' | 'key',
  verification: Verification,
): Promise<ResolvedDocument> {
  if (!id.startsWith('did:')) return readControllerDocument(id, purpose, verification)
  const method = didMethodOf(id)
  if (method) return method.resolve(id, verification)
  const name = id.split(':')[1] ?? ''
  return Promise.resolve({ reason: reason('did-method-not-supported', { method: name }) })
}

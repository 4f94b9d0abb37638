import { sameAddress } from '../http/address'
import { asArray, asId } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject, Verification } from '../verification'
import { readDocumentAt, withoutFragment, type ControllerDocument } from './controller-document'
import { resolveIdentifier } from './index'
import { importJwk, importMethod, type PublicKey } from './public-key'
import { listMethods, type ListedMethod } from './verification-methods'

/**
 * `foreign`: the document lists it, but as somebody else's. `said`: what its own document says of it, by
 * which it may end.
 */
export type ListedKey =
  { key: PublicKey; said: JsonObject[] } | { foreign: true } | { reason: Reason }

/**
 * The key behind an entry of the issuer's document.
 *
 * A method that the document holds must be controlled by the issuer. One that it only refers to, or
 * that names another controller, is read from that other controller's document, which must hold it as
 * its own; it speaks for the issuer because the issuer lists it.
 */
export async function keyOfListed(
  listed: ListedMethod,
  issuer: ControllerDocument,
  verification: Verification,
): Promise<ListedKey> {
  const { id, method } = listed
  if (method !== undefined && isControlledBy(method, issuer.id)) return imported(method)
  if (method === undefined && withoutFragment(id) === issuer.id)
    return { reason: reason('key-not-supported', { type: 'reference' }) }
  const named = method === undefined ? [] : controllersOf(method)
  if (named.length > 0 && !named.includes(withoutFragment(id))) return { foreign: true }
  return id.startsWith('did:')
    ? keyOfIdentifier(id, verification)
    : keyAtAddress(id, issuer, verification)
}

/** A method of a DID, from that DID's own document. */
async function keyOfIdentifier(id: string, verification: Verification): Promise<ListedKey> {
  const document = await resolveIdentifier(withoutFragment(id), 'key', verification)
  return 'reason' in document ? document : ownMethod(id, document)
}

/**
 * A key behind an https address: a document that holds the method, the key itself (a CryptographicKey
 * of Open Badges 2.0, whose `owner` is the issuer), or a bare JWK.
 */
async function keyAtAddress(
  id: string,
  issuer: ControllerDocument,
  verification: Verification,
): Promise<ListedKey> {
  const address = withoutFragment(id)
  const answer = await readDocumentAt(address, 'key', verification)
  if ('reason' in answer) return answer
  const { json } = answer
  if (json.kty !== undefined) {
    const key = await importJwk(json)
    return 'reason' in key ? key : { key, said: [] }
  }
  const own = asId(json)
  if (own === id) return isControlledBy(json, issuer.id) ? imported(json) : { foreign: true }
  if (own === undefined || !sameAddress(withoutFragment(own), address)) return { foreign: true }
  return ownMethod(id, { id: address, json })
}

async function ownMethod(id: string, document: ControllerDocument): Promise<ListedKey> {
  const found = listMethods(document).find((entry) => entry.id === id)
  if (!found?.method || !isControlledBy(found.method, document.id)) return { foreign: true }
  return imported(found.method, found.said)
}

async function imported(method: JsonObject, said = [method]): Promise<ListedKey> {
  const key = await importMethod(method)
  return 'reason' in key ? key : { key, said }
}

/** A method without `controller` or `owner` is its document's; of several controllers each is one. */
function isControlledBy(method: JsonObject, id: string): boolean {
  if (method.controller === undefined && method.owner === undefined) return true
  return controllersOf(method).some((controller) =>
    sameAddress(withoutFragment(controller), withoutFragment(id)),
  )
}

function controllersOf(method: JsonObject): string[] {
  return asArray(method.controller ?? method.owner).flatMap((controller) => asId(controller) ?? [])
}

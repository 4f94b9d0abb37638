import { asArray, asId, asObjects, asString, isObject } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import { withoutFragment, type ControllerDocument } from './controller-document'

/** A key that a document lists. */
export interface ListedMethod {
  /** Absolute. */
  id: string
  /** The method itself; absent where the document only refers to it. */
  method?: JsonObject
  /** Every object that lists it or refers to it: each may say when it ends. */
  said: JsonObject[]
  /** Listed for making assertions, and not only for something else. */
  forAssertions: boolean
}

/** Verification relationships of a key that signs (Controlled Identifiers 1.0, section 2.3). */
const OTHER_RELATIONSHIPS = ['authentication', 'capabilityInvocation', 'capabilityDelegation']

/**
 * The keys that a document lists, those for assertions first; each id once, and where two methods share
 * one id the first counts.
 *
 * An issuer's Profile without `assertionMethod` lists its keys in `publicKey` (Open Badges 2.0) or in
 * `jwks`: these can only be there to sign with.
 */
export function listMethods(document: ControllerDocument): ListedMethod[] {
  const { id, json } = document
  const isProfile = !id.startsWith('did:') && json.assertionMethod === undefined
  const assertions = asArray(json.assertionMethod)
  const signing = [...asArray(json.publicKey), ...methodsOfKeySet(json.jwks)]
  const others = OTHER_RELATIONSHIPS.flatMap((name) => asArray(json[name]))
  const listed = new Map<string, ListedMethod>()
  const add = (values: JsonValue[], forAssertions: boolean): void => {
    for (const value of values) addMethod(listed, value, id, forAssertions)
  }
  add(assertions, true)
  add(signing, isProfile)
  add(asArray(json.verificationMethod), false)
  add(others, false)
  return [...listed.values()]
}

/** The keys of a JWK Set (RFC 7517, section 5) as methods, named by their `kid`. */
function methodsOfKeySet(keySet: JsonValue | undefined): JsonObject[] {
  const keys = isObject(keySet) ? asObjects(keySet.keys) : []
  return keys.map((publicKeyJwk, index) => {
    const kid = asString(publicKeyJwk.kid) ?? `jwk-${index}`
    return { id: isAbsolute(kid) ? kid : `#${kid}`, publicKeyJwk }
  })
}

/** Does a `kid` or `verificationMethod` name this method of this document? */
export function isNamed(listed: ListedMethod, name: string, document: ControllerDocument): boolean {
  if (isAbsolute(name)) return listed.id === name
  const jwk = listed.method?.publicKeyJwk
  if (isObject(jwk) && jwk.kid === name) return true
  return listed.id === absolute(name.startsWith('#') ? name : `#${name}`, document.id)
}

function isAbsolute(id: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(id)
}

function addMethod(
  listed: Map<string, ListedMethod>,
  value: JsonValue,
  documentId: string,
  forAssertions: boolean,
): void {
  const relative = asId(value)
  const id = relative === undefined ? undefined : absolute(relative, documentId)
  if (id === undefined) return
  const known = listed.get(id) ?? { id, said: [], forAssertions: false }
  known.forAssertions ||= forAssertions
  if (isObject(value)) known.said.push(value)
  if (isObject(value) && hasMaterial(value)) known.method ??= value
  listed.set(id, known)
}

/** `{"id": …}` alone is a reference, as a string is. */
function hasMaterial(value: JsonObject): boolean {
  return Object.keys(value).some((name) => name.startsWith('publicKey'))
}

/** Resolves a relative id against its document (DID 1.0, section 3.2.2). */
function absolute(id: string, documentId: string): string | undefined {
  if (isAbsolute(id)) return id
  if (id.startsWith('#')) return withoutFragment(documentId) + id
  return URL.canParse(id, documentId) ? new URL(id, documentId).href : undefined
}

import { reason, type KeyEnds, type Reason } from '../report'
import type { JsonObject, Verification } from '../verification'
import { readDocumentAt, withoutFragment, type ControllerDocument } from './controller-document'
import { isOffline, resolveIdentifier } from './index'
import { earliestEnds, endsOf, endThatCame } from './key-end'
import { keyOfListed } from './listed-key'
import { importJwk, importMethod, type PublicKey } from './public-key'
import { isNamed, listMethods, type ListedMethod } from './verification-methods'

/** What a proof says of its key. Nothing of it is believed. */
export interface KeyClaim {
  issuerId: string
  /** `verificationMethod` of a proof, or `kid` of a JWS: an absolute id, or a name in the document. */
  verificationMethod?: string
  /** Header `jwk` of a JWS. */
  headerJwk?: JsonObject
  /** Does the signature hold under this key? Asked where no key is named. */
  holdsUnder?: Fits
}

type Fits = (key: PublicKey) => Promise<boolean>

/**
 * `ends`: when the key ends by the issuer's word.
 *
 * - `bound`: the issuer's own document lists the key for assertions.
 * - `not-for-assertions`: it lists the key, but not, or no longer, for assertions.
 * - `foreign`: it does not list the key, or has revoked it.
 * - `unknown`: it could not be read.
 */
export type Binding =
  | { outcome: 'bound' | 'not-for-assertions'; key: PublicKey; reason: Reason; ends?: KeyEnds }
  | { outcome: 'foreign' | 'unknown'; reason: Reason }

/**
 * Decides whether a key speaks for an issuer: the only place that does.
 *
 * The issuer's identifier is resolved, and the key must be found inside what it resolves to. The
 * document that a `verificationMethod` itself names is never asked, since anybody can write one, and a
 * key is never read out of a fragment. Controlled Identifiers 1.0, section 3.3; Open Badges 3.0,
 * section 8 (the public key is that of the issuer).
 */
export async function bindKey(claim: KeyClaim, verification: Verification): Promise<Binding> {
  const { issuerId } = claim
  const purpose = issuerId.startsWith('did:') ? 'key' : 'issuer'
  const document = await resolveIdentifier(issuerId, purpose, verification)
  if ('reason' in document) return { outcome: 'unknown', reason: document.reason }
  const found = await findListed(claim, document, verification)
  if (found === undefined) return foreign(claim)
  if ('reason' in found) return { outcome: 'unknown', reason: found.reason }
  const resolved = await keyOfListed(found, document, verification)
  if ('foreign' in resolved) return foreign(claim)
  if ('reason' in resolved) return { outcome: 'unknown', reason: resolved.reason }
  if (!(await isSameKey(claim.headerJwk, resolved.key))) return foreign(claim)
  return judgeListing(claim, found, resolved, verification.now)
}

/** The key of a did:key or did:jwk method: known without asking anybody, and not yet bound. */
export async function offlineKey(
  claim: KeyClaim,
  verification: Verification,
): Promise<PublicKey | undefined> {
  const { verificationMethod, headerJwk } = claim
  const did = withoutFragment(verificationMethod ?? '')
  if (verificationMethod !== undefined && isOffline(did)) {
    const document = await resolveIdentifier(did, 'key', verification)
    if ('reason' in document) return undefined
    const found = matching(listMethods(document), verificationMethod, document)
    const resolved = found && (await keyOfListed(found, document, verification))
    return resolved && 'key' in resolved ? resolved.key : undefined
  }
  const key = headerJwk && (await importJwk(headerJwk))
  return key && 'identity' in key ? key : undefined
}

async function findListed(
  claim: KeyClaim,
  document: ControllerDocument,
  verification: Verification,
): Promise<ListedMethod | { reason: Reason } | undefined> {
  const found = await search(claim, document, verification)
  if (isListed(found)) return found
  const published = await publishedKeySet(document, verification)
  if (published === undefined)
    return found ?? (listsNothing(document) ? unreadable(document.id) : anyOf(claim, document))
  if ('reason' in published) return published
  const { address, jwks } = published
  const { id, json } = document
  const withSet = { id, json: { ...json, jwks } }
  const ofIssuer = await search(claim, withSet, verification)
  if (isListed(ofIssuer)) return ofIssuer
  // A `kid` may name its key by the address of the set as well; for what, the issuer says.
  const isProfile = json.assertionMethod === undefined
  const set = isProfile ? { jwks } : { jwks, assertionMethod: [] }
  const named = await search(claim, { id: address, json: set }, verification)
  return isListed(named) ? named : (ofIssuer ?? named ?? found ?? anyOf(claim, withSet))
}

function isListed(found: ListedMethod | { reason: Reason } | undefined): found is ListedMethod {
  return found !== undefined && 'id' in found
}

/** Where an https document says which keys speak for it; an empty list there says that none does. */
const KEY_LISTS = ['assertionMethod', 'verificationMethod', 'publicKey', 'jwks']

/** A Profile that has no list of keys denies none; a DID document without methods does. */
function listsNothing(document: ControllerDocument): boolean {
  const { id, json } = document
  const isSilent = KEY_LISTS.every((name) => json[name] === undefined)
  return isSilent && !id.startsWith('did:') && listMethods(document).length === 0
}

function unreadable(address: string): { reason: Reason } {
  const host = URL.canParse(address) ? new URL(address).host : ''
  return { reason: reason('issuer-document-unreadable', { host }) }
}

/**
 * By name; else by the key of the header; else, where neither is said, the one under which the signature
 * holds, or the only one there is.
 */
async function search(
  claim: KeyClaim,
  document: ControllerDocument,
  verification: Verification,
): Promise<ListedMethod | { reason: Reason } | undefined> {
  const methods = listMethods(document)
  const { verificationMethod, headerJwk, holdsUnder } = claim
  const named = verificationMethod && matching(methods, verificationMethod, document)
  if (named) return named
  if (headerJwk) {
    const [here, elsewhere] = [methods.filter(isHere), methods.filter((each) => !isHere(each))]
    const fits: Fits = (key) => isSameKey(headerJwk, key)
    const found = await holding(here.slice(0, MOST_COMPARED), headerJwk)
    if (found === undefined && here.length > MOST_COMPARED) return { reason: UNNAMED }
    return found ?? firstThat(fits, elsewhere, document, verification)
  }
  if (verificationMethod !== undefined) return undefined
  if (holdsUnder === undefined) return methods.length === 1 ? methods[0] : undefined
  const inOrder = methods.toSorted((a, b) => effort(a) - effort(b))
  return firstThat(holdsUnder, inOrder, document, verification)
}

function isHere({ method }: ListedMethod): boolean {
  return method !== undefined
}

/** Those for assertions first; of these, those for which nobody else is asked. */
function effort(listed: ListedMethod): number {
  return (listed.forAssertions ? 0 : 2) + (isHere(listed) ? 0 : 1)
}

/** Where none fits, one that could not be read, or that is one too many, leaves it open. */
async function firstThat(
  fits: Fits,
  methods: ListedMethod[],
  document: ControllerDocument,
  verification: Verification,
): Promise<ListedMethod | { reason: Reason } | undefined> {
  let open: { reason: Reason } | undefined
  for (const listed of methods.slice(0, MOST_TRIED)) {
    const resolved = await keyOfListed(listed, document, verification)
    if ('key' in resolved && (await fits(resolved.key))) return listed
    if ('reason' in resolved) open ??= resolved
  }
  return open ?? (methods.length > MOST_TRIED ? { reason: UNNAMED } : undefined)
}

/** Keys of an issuer that are tried where a proof does not name its key. */
const MOST_TRIED = 20

/** Keys in a document among which that of a header is looked for: a point that is compressed takes a millisecond. */
const MOST_COMPARED = 100

const UNNAMED = reason('property-missing', { property: 'kid', expected: 'the name of a key' })

/** Where no key is named, and the signature holds under none: not even under this one. */
function anyOf(
  { verificationMethod, headerJwk, holdsUnder }: KeyClaim,
  document: ControllerDocument,
): ListedMethod | undefined {
  const isTried = verificationMethod === undefined && headerJwk === undefined && holdsUnder
  return isTried ? listMethods(document)[0] : undefined
}

function matching(
  methods: ListedMethod[],
  name: string,
  document: ControllerDocument,
): ListedMethod | undefined {
  // A did:key or did:jwk has one method only, and some issuers write the DID alone.
  if (name === document.id && isOffline(name)) return methods[0]
  return methods.find((listed) => isNamed(listed, name, document))
}

async function holding(
  methods: ListedMethod[],
  headerJwk: JsonObject,
): Promise<ListedMethod | undefined> {
  for (const listed of methods) {
    const key = listed.method && (await importMethod(listed.method))
    if (key && 'identity' in key && (await isSameKey(headerJwk, key))) return listed
  }
  return undefined
}

/**
 * The JWK Set that an issuer's Profile points to. Only its own origin is asked; that a key is not in a
 * set which was not read proves nothing.
 */
async function publishedKeySet(
  { id, json }: ControllerDocument,
  verification: Verification,
): Promise<{ address: string; jwks: JsonObject } | { reason: Reason } | undefined> {
  if (json.jwks_uri === undefined || id.startsWith('did:')) return undefined
  const address = typeof json.jwks_uri === 'string' ? json.jwks_uri : ''
  if (!URL.canParse(address) || new URL(address).origin !== new URL(id).origin)
    return unreadable(URL.canParse(address) ? address : id)
  const answer = await readDocumentAt(address, 'key', verification)
  return 'reason' in answer ? answer : { address, jwks: answer.json }
}

async function isSameKey(headerJwk: JsonObject | undefined, key: PublicKey): Promise<boolean> {
  if (headerJwk === undefined) return true
  const header = await importJwk(headerJwk)
  return 'identity' in header && header.identity === key.identity
}

function judgeListing(
  { issuerId: issuer }: KeyClaim,
  listed: ListedMethod,
  { key, said }: { key: PublicKey; said: JsonObject[] },
  now: Date,
): Binding {
  const named = { issuer, method: listed.id }
  // The issuer may end a key wherever its document lists it, and also one that is kept elsewhere.
  const given = earliestEnds([...listed.said, ...said])
  const ended = endThatCame(given, now)
  if (ended?.kind === 'revoked')
    return { outcome: 'foreign', reason: reason('key-revoked', { ...named, date: ended.date }) }
  const ends = endsOf(given)
  const known = { key, ...(ends && { ends }) }
  const unfit = ended
    ? reason('key-expired', { ...named, date: ended.date })
    : listed.forAssertions
      ? undefined
      : reason('key-not-for-assertions', named)
  if (unfit) return { ...known, outcome: 'not-for-assertions', reason: unfit }
  const why = isOffline(issuer)
    ? reason('key-is-issuer', { issuer })
    : reason('key-listed-by-issuer', named)
  return { ...known, outcome: 'bound', reason: why }
}

function foreign({ issuerId, verificationMethod, headerJwk }: KeyClaim): Binding {
  const method = verificationMethod ?? (headerJwk ? 'jwk' : '')
  return { outcome: 'foreign', reason: reason('key-not-issuers', { issuer: issuerId, method }) }
}

import { readText } from '../http/json'
import { OPEN_BADGES_2_CONTEXT } from '../normalising/vocabulary'
import { asId, asObject, asString, contextUrls } from '../reading/json-values'
import { isSignedType, ISSUER_KEYS } from '../reading/open-badges-1'
import { reason } from '../report'
import type { JsonObject, Verification } from '../verification'
import { inScope } from './hosted-scope'
import { keyOfProfile, type Key, type SignedAward } from './key-of-profile'

const ACCEPT = 'application/x-pem-file, text/plain'

/**
 * The key of a signed Open Badges 1.0 or 1.1 assertion: the PEM at its `verify.url`. Nothing but the
 * address says whose key it is, so it has to be on the issuer's own site: same host, same tenant, within
 * the scope that the issuer gives itself, also where it finally answers.
 *
 * An issuer that says which keys are its own has no others, however old the badge pretends to be.
 */
export async function keyAtAddress(award: SignedAward, verification: Verification): Promise<Key> {
  const { assertion, issuer, issuerId } = award
  const { http, limits } = verification
  const declared = asObject(assertion.verification)
  const type = asString(declared?.type) ?? ''
  if (!isSignedType(type))
    return { problem: reason('property-invalid', { property: 'verify.type', expected: 'signed' }) }
  const method = asId(declared?.creator)
  if (method === undefined)
    return { problem: reason('property-missing', { property: 'verify.url', expected: 'URL' }) }
  if (namesItsKeys(issuer)) return keyOfProfile(award, verification)
  if (!inScope(method, issuerId, issuer))
    return { foreign: reason('key-not-issuers', { issuer: issuerId, method }) }
  const options = { accept: ACCEPT, maxBytes: limits.jsonBytes }
  const answer = await http.get({ url: method, purpose: 'key' }, options)
  if (!answer.ok) return { problem: answer.reason }
  const { host } = new URL(answer.url)
  if (answer.status !== 200)
    return { problem: reason('http-status', { host, status: answer.status }) }
  if (!inScope(answer.url, issuerId, issuer))
    return { problem: reason('redirect-refused', { host: new URL(method).host }) }
  const read = readText(answer)
  if ('reason' in read) return { problem: read.reason }
  const pem = read.text.trim()
  return isPem(pem) ? { method, pem } : { problem: reason('answer-not-readable', { host }) }
}

/** A Profile of 2.0 without a key denies every key; in 1.0 there is no place to name one. */
function namesItsKeys(issuer: JsonObject): boolean {
  return (
    contextUrls(issuer).some((url) => OPEN_BADGES_2_CONTEXT.test(url)) ||
    ISSUER_KEYS.some((name) => issuer[name] !== undefined)
  )
}

/** PEM from end to end: a page on which anybody may write could hold a key as well. */
function isPem(text: string): boolean {
  return (
    text.startsWith('-----BEGIN ') && text.endsWith('-----') && text.split('-----').length === 5
  )
}

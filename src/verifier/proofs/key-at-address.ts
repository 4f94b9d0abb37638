import { readText } from '../http/json'
import { asId, asObject, asString } from '../reading/json-values'
import { isSignedType } from '../reading/open-badges-1'
import { reason } from '../report'
import type { Verification } from '../verification'
import { inScope } from './hosted-scope'
import type { Key, SignedAward } from './signed-assertion'

const ACCEPT = 'application/x-pem-file, text/plain'

/**
 * The key of a signed Open Badges 1.0 or 1.1 assertion: the PEM at its `verify.url`. Nothing but the
 * address says whose key it is, so it has to be on the issuer's own site: same host, same tenant, also
 * where it finally answers.
 */
export async function keyAtAddress(
  { assertion, issuerId }: SignedAward,
  { http, limits }: Verification,
): Promise<Key> {
  const declared = asObject(assertion.verification)
  const type = asString(declared?.type) ?? ''
  if (!isSignedType(type))
    return { problem: reason('property-invalid', { property: 'verify.type', expected: 'signed' }) }
  const method = asId(declared?.creator)
  if (method === undefined)
    return { problem: reason('property-missing', { property: 'verify.url', expected: 'URL' }) }
  if (!inScope(method, issuerId, {}))
    return { foreign: reason('key-not-issuers', { issuer: issuerId, method }) }
  const options = { accept: ACCEPT, maxBytes: limits.jsonBytes }
  const answer = await http.get({ url: method, purpose: 'key' }, options)
  if (!answer.ok) return { problem: answer.reason }
  const { host } = new URL(answer.url)
  if (answer.status !== 200)
    return { problem: reason('http-status', { host, status: answer.status }) }
  if (!inScope(answer.url, issuerId, {}))
    return { problem: reason('redirect-refused', { host: new URL(method).host }) }
  const read = readText(answer)
  if ('reason' in read) return { problem: read.reason }
  const pem = read.text.trim()
  return isPem(pem) ? { method, pem } : { problem: reason('answer-not-readable', { host }) }
}

/** PEM from end to end: a page on which anybody may write could hold a key as well. */
function isPem(text: string): boolean {
  return (
    text.startsWith('-----BEGIN ') && text.endsWith('-----') && text.split('-----').length === 5
  )
}

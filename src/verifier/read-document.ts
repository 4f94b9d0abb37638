/** From credential text to a document that formats recognise. */
import { FORMATS } from './formats'
import { parseJson } from './http/json'
import type { Limits } from './http/limits'
import type { Document } from './judging/judgement'
import { unwrapEnvelope } from './proofs/enveloped'
import { isJsonJws, parseSealedDocument } from './proofs/jades'
import { parseCompactJws } from './proofs/jws'
import { hasRepeatedName } from './proofs/jws-header'
import { credentialOfJwt } from './proofs/vc-jwt'
import { isObject } from './reading/json-values'
import { reason, type Check, type Reason } from './report'
import { sniffText } from './unbake/sniff'
import type { JsonObject } from './verification'

/**
 * Credential text as a document: JSON as it stands, or what is inside a signature, a seal or an envelope.
 * Nothing is verified. A check says why a text cannot be read, or is of a kind that is only named.
 */
export function readDocument(
  text: string,
  limits: Pick<Limits, 'jsonDepth'>,
): Document | { check: Check } {
  switch (sniffText(text)) {
    case 'jws':
      return readJws(text)
    case 'sd-jwt':
      return { check: notSupported('SD-JWT') }
    case 'cose':
      return { check: notSupported('COSE') }
    case 'elm-2':
      return { check: notSupported('ELM/2') }
    default: {
      const parsed = parseJson(text, limits)
      if ('reason' in parsed) return { check: formatCheck(parsed.reason) }
      const { value } = parsed
      if (isObject(value)) return isJsonJws(value) ? readSealed(text, value) : openEnvelope(value)
      return { check: formatCheck(reason('not-a-credential')) }
    }
  }
}

/** RFC 8259, section 4: what repeats a name is read one way here, and another way elsewhere. */
function readSealed(text: string, json: JsonObject): Document | { check: Check } {
  const sealed = parseSealedDocument(json)
  if ('reason' in sealed) return { check: signatureCheck(sealed.reason) }
  if (!hasRepeatedName(text) && !hasRepeatedName(sealed.payloadText))
    return { json: sealed.payload, sealed }
  const twice = { property: 'payload', expected: 'each name once' }
  return { check: signatureCheck(reason('proof-malformed', twice)) }
}

function openEnvelope(json: JsonObject): Document | { check: Check } {
  const inside = unwrapEnvelope(json)
  if (inside === undefined) return { json }
  return 'reason' in inside ? { check: formatCheck(inside.reason) } : readJws(inside.text)
}

/** The payload decides what it is: an Open Badges 2.0 assertion as it stands, or a VC-JWT. */
function readJws(text: string): Document | { check: Check } {
  const jws = parseCompactJws(text.trim())
  if ('reason' in jws) return { check: signatureCheck(jws.reason) }
  const bare: Document = { json: jws.payload, jws }
  const isBare = FORMATS.some((format) => format.signedAsIs && format.recognise(bare) !== undefined)
  if (isBare) return bare
  const wrapped = credentialOfJwt(jws)
  return 'reason' in wrapped
    ? { check: formatCheck(wrapped.reason) }
    : { json: wrapped.credential, jws }
}

/** A kind of document that is known by name alone. */
export function notSupported(format: string): Check {
  return formatCheck(reason('format-not-supported', { format }))
}

export function formatCheck(why: Reason): Check {
  return { id: 'format', outcome: 'unknown', reasons: [why] }
}

/** `none` and shared-secret algorithms protect nothing against anybody; others are merely unknown. */
function signatureCheck(why: Reason): Check {
  const worthless = why.code === 'algorithm-refused' && /^(none|HS\d*)$/i.test(why.params.algorithm)
  return { id: 'proof', outcome: worthless ? 'failed' : 'unknown', reasons: [why] }
}

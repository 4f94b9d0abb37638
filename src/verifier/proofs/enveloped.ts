import { asString, typesOf } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject } from '../verification'

/** A `data:` URL: its media type with parameters, and its data. RFC 2397. */
const DATA_URL = /^data:([^,]*),(.*)$/s

/** For each type of envelope the media types of what it may hold as a JWT, old spellings included. */
const JWT_IN: ReadonlyMap<string, RegExp> = new Map([
  ['EnvelopedVerifiableCredential', /^application\/vc(-ld|\+ld\+json)?\+jwt$/i],
  ['EnvelopedVerifiablePresentation', /^application\/vp(-ld|\+ld\+json)?\+jwt$/i],
])

/** Of an envelope of either type. */
const JWT = /^application\/v[cp](-ld|\+ld\+json)?\+jwt$/i

/** Three parts of base64url; the last may be empty, so that a missing signature is seen as such. */
const COMPACT_JWS = /^[\w-]+\.[\w-]+\.[\w-]*$/

/**
 * The compact JWT in an EnvelopedVerifiableCredential or EnvelopedVerifiablePresentation. Nothing that
 * stands beside it is secured, nor read. VC data model 2.0, sections 4.12.1 (enveloped verifiable
 * credentials) and 4.13 (enveloped verifiable presentations).
 *
 * @returns `undefined` for any other document; a reason where the envelope holds something else
 */
export function unwrapEnvelope(
  json: JsonObject,
): { text: string } | { reason: Reason } | undefined {
  const envelopes = typesOf(json).filter((name) => JWT_IN.has(name))
  const [envelope] = envelopes
  if (envelope === undefined) return undefined
  const [, type = '', data = ''] = DATA_URL.exec(asString(json.id) ?? '') ?? []
  const format = formatOf(type, data)
  if (format !== undefined) return { reason: reason('format-not-supported', { format }) }
  const isOfItsKind = envelopes.length === 1 && JWT_IN.get(envelope)?.test(type) === true
  if (isOfItsKind && COMPACT_JWS.test(data)) return { text: data }
  const expected = 'data: URL of a compact JWT'
  return { reason: reason('property-invalid', { property: 'id', expected }) }
}

/** What is in the envelope, where it is known to be something that is not verified. */
function formatOf(type: string, data: string): string | undefined {
  const [mediaType = ''] = type.split(';')
  if (/\+sd-jwt$/i.test(mediaType) || (JWT.test(type) && data.includes('~'))) return 'SD-JWT'
  if (/\+cose$/i.test(mediaType)) return 'COSE'
  return mediaType === '' || JWT.test(type) ? undefined : mediaType.slice(0, 100)
}

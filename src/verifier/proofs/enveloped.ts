import { asString, typesOf } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject } from '../verification'

/** A `data:` URL: its media type with parameters, and its data. RFC 2397. */
const DATA_URL = /^data:([^,]*),(.*)$/s

/** Media types of a credential as a JWT, old spellings included. */
const JWT = /^application\/vc(-ld|\+ld\+json)?\+jwt$/i

/** Three parts of base64url; the last may be empty, so that a missing signature is seen as such. */
const COMPACT_JWS = /^[\w-]+\.[\w-]+\.[\w-]*$/

/**
 * The compact JWT in an EnvelopedVerifiableCredential. Nothing that stands beside it is secured, nor
 * read. VC data model 2.0, section 4.12 (enveloped verifiable credentials).
 *
 * @returns `undefined` for any other document; a reason where the envelope holds something else
 */
export function unwrapEnvelope(
  json: JsonObject,
): { text: string } | { reason: Reason } | undefined {
  if (!typesOf(json).includes('EnvelopedVerifiableCredential')) return undefined
  const [, type = '', data = ''] = DATA_URL.exec(asString(json.id) ?? '') ?? []
  const format = formatOf(type, data)
  if (format !== undefined) return { reason: reason('format-not-supported', { format }) }
  if (JWT.test(type) && COMPACT_JWS.test(data)) return { text: data }
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

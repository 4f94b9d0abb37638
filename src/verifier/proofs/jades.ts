/**
 * JAdES signatures (ETSI TS 119 182-1) in the JSON serializations of JWS (RFC 7515, sections 7.2.1 and
 * 7.2.2), the payload inside. Reading alone; `seals/` judges what is read.
 */
import { decodeBase64url } from '../keys/base64url'
import { isObject } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject } from '../verification'
import { decodeText, FORGEABLE, hasRepeatedName, parseObject } from './jws-header'

/** A sealed document whose payload could be read. Nothing is verified yet. */
export interface SealedDocument {
  /** The payload as JSON. */
  payload: JsonObject
  /** The payload as it was signed. */
  payloadText: string
  /** One for each of the signatures, in their order; at least one. */
  seals: (ParsedSeal | UnreadSeal)[]
}

/** One signature whose parts could be read. */
export interface ParsedSeal {
  /** Its `alg`: neither `none` nor of the HMAC family, and not necessarily one that is known here. */
  algorithm: string
  /** The protected header: what the sealer signed. */
  header: JsonObject
  /** The unprotected header: anybody can have written it. */
  unprotected: JsonObject
  /** The protected header and the signature as written, base64url: timestamps are over these texts. */
  protectedText: string
  signatureText: string
  signature: Uint8Array<ArrayBuffer>
  /** RFC 7515, section 5.2, step 8; RFC 7797, section 5.2. */
  signingInput: Uint8Array<ArrayBuffer>
  /** The payload as it stands in the signing input: a timestamp of the content is over this. */
  payloadInput: string
}

/** A signature that cannot be judged, or whose algorithm lets anybody sign (`algorithm-refused`). */
export interface UnreadSeal {
  reason: Reason
}

/** Signatures of one document that are looked at. */
const MOST_SEALS = 8

/** Has it the form of a JWS in JSON, whatever it is worth? */
export function isJsonJws(json: JsonObject): boolean {
  return typeof json.payload === 'string' && ('signatures' in json || 'signature' in json)
}

/**
 * Reads a sealed document: general or flattened serialization, the payload as base64url or, with
 * `b64: false`, as it stands (RFC 7797).
 *
 * @returns a reason where nothing at all can be read; a signature that cannot be read is among the seals
 */
export function parseSealedDocument(json: JsonObject): SealedDocument | { reason: Reason } {
  if (typeof json.payload !== 'string') return malformed('payload', 'a string')
  const payloadInput = json.payload
  const signatures = signaturesOf(json)
  if (signatures === undefined)
    return malformed(
      'signatures',
      `1 to ${MOST_SEALS} signatures, in one of the two serializations`,
    )
  const seals = signatures.map((signature) => parseSeal(signature, payloadInput))
  const forms = new Set(
    seals.flatMap((seal) => ('reason' in seal ? [] : [isUnencoded(seal.header)])),
  )
  // RFC 7797, section 3: "the b64 Header Parameter value MUST be the same for all of them".
  if (forms.size > 1) return malformed('b64', 'the same of all signatures')
  const plain = forms.size === 1 ? forms.has(true) : payloadInput.startsWith('{')
  const payloadText = plain ? payloadInput : decodeText(payloadInput)
  const payload = payloadText === undefined ? undefined : parseObject(payloadText)
  if (payloadText === undefined || payload === undefined || !payloadText.isWellFormed())
    return malformed('payload', 'a JSON object')
  return { payload, payloadText, seals }
}

/** RFC 7515, section 7.2.2: "signatures" "MUST NOT be present when using this syntax". */
function signaturesOf(json: JsonObject): JsonObject[] | undefined {
  const isFlattened = 'signature' in json
  if (isFlattened && 'signatures' in json) return undefined
  const signatures = isFlattened ? [json] : json.signatures
  if (!Array.isArray(signatures) || signatures.length === 0) return undefined
  return signatures.length <= MOST_SEALS && signatures.every(isObject) ? signatures : undefined
}

function parseSeal(signed: JsonObject, payloadInput: string): ParsedSeal | UnreadSeal {
  const { protected: protectedText, signature: signatureText, header: unprotected = {} } = signed
  if (typeof protectedText !== 'string') return malformed('protected', 'base64url')
  if (!isObject(unprotected)) return malformed('header', 'an object')
  const headerText = decodeText(protectedText)
  const header = headerText === undefined ? undefined : parseObject(headerText)
  if (headerText === undefined || header === undefined)
    return malformed('protected', 'a JSON object')
  if (hasRepeatedName(headerText)) return malformed('protected', 'each name once')
  const { alg } = header
  if (typeof alg !== 'string') return malformed('alg', 'the name of an algorithm')
  const refused = refusalOf(alg, header, unprotected)
  if (refused) return refused
  const signature = typeof signatureText === 'string' ? decodeBase64url(signatureText) : undefined
  if (typeof signatureText !== 'string' || signature === undefined || signature.length === 0)
    return malformed('signature', 'base64url without padding')
  return {
    algorithm: alg,
    header,
    unprotected,
    protectedText,
    signatureText,
    signature,
    signingInput: new TextEncoder().encode(`${protectedText}.${payloadInput}`),
    payloadInput,
  }
}

/** What of a header forbids to judge the signature. */
function refusalOf(
  alg: string,
  header: JsonObject,
  unprotected: JsonObject,
): UnreadSeal | undefined {
  // RFC 7515, section 7.2.1: "The Header Parameter names in the two locations MUST be disjoint".
  const twice = Object.keys(unprotected).find((name) => Object.hasOwn(header, name))
  if (twice !== undefined) return malformed(twice, 'in one header alone')
  const astray = ONLY_PROTECTED.find((name) => Object.hasOwn(unprotected, name))
  if (astray !== undefined) return malformed(astray, 'in the protected header')
  const { b64 } = header
  if (FORGEABLE.test(alg)) return { reason: reason('algorithm-refused', { algorithm: alg }) }
  if (b64 !== undefined && typeof b64 !== 'boolean') return malformed('b64', 'true or false')
  return refusalOfCritical(header)
}

/**
 * RFC 7515, section 4.1.11 (`crit`); RFC 7797, section 6 (`b64`); TS 119 182-1, section 5.1.2: `alg` is a
 * signed header parameter.
 */
const ONLY_PROTECTED = ['alg', 'crit', 'b64']

/** Header parameters that are judged here and may be called critical: the others of RFC 7515 may not. */
const UNDERSTOOD = ['b64', 'sigT', 'adoTst']

function refusalOfCritical(header: JsonObject): UnreadSeal | undefined {
  const { crit } = header
  // TS 119 182-1, section 5.2.8: what is signed is elsewhere.
  if ('sigD' in header) return notUnderstood('sigD')
  // RFC 7797, section 6: without it, who does not know the header would read another payload.
  const names = crit === undefined ? [] : crit
  if (!Array.isArray(names) || (crit !== undefined && names.length === 0))
    return malformed('crit', 'names of header parameters')
  if (header.b64 === false && !names.includes('b64'))
    return malformed('crit', 'b64 among its names')
  for (const name of names) {
    if (typeof name !== 'string' || !Object.hasOwn(header, name))
      return malformed('crit', 'names of parameters of this header')
    if (!UNDERSTOOD.includes(name)) return notUnderstood(name)
  }
  return new Set(names).size === names.length ? undefined : malformed('crit', 'each name once')
}

function isUnencoded({ b64 }: JsonObject): boolean {
  return b64 === false
}

function notUnderstood(header: string): UnreadSeal {
  return { reason: reason('seal-header-unknown', { header: header.slice(0, 40) }) }
}

function malformed(property: string, expected: string): UnreadSeal {
  return { reason: reason('proof-malformed', { property, expected }) }
}

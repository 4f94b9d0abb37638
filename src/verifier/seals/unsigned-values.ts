/**
 * What stands beside a seal, unsigned (ETSI TS 119 182-1, section 5.3): timestamps, certificates and answers
 * about revocation. Anybody can have added any of it, so each has to prove itself.
 */
import type { ParsedSeal } from '../proofs/jades'
import { parseObject, decodeText } from '../proofs/jws-header'
import { asArray, asObjects, isObject } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'

/** A token in base64 of DER, and the text that it should be a timestamp of. */
export interface WrittenTimestamp {
  /** `content`: before it was sealed; the others: after. */
  kind: 'content' | 'signature' | 'archive'
  token: JsonValue
  /** Absent: what it is over cannot be put together here. */
  input?: string
}

export interface UnsignedValues {
  timestamps: WrittenTimestamp[]
  /** Base64 of DER, as written. */
  certificates: JsonValue[]
  ocsp: JsonValue[]
  crls: JsonValue[]
}

/** More of anything than a seal of any age has. */
const MOST_TIMESTAMPS = 8
const MOST_CERTIFICATES = 32
const MOST_ANSWERS = 8
const MOST_PROPERTIES = 64

export function readUnsigned(seal: ParsedSeal): UnsignedValues {
  const { header, unprotected, payloadInput, signatureText, protectedText } = seal
  const content = tokensOf(header.adoTst).map((token) => ({ token, input: payloadInput }))
  const values: UnsignedValues = {
    timestamps: content.map((written) => ({ kind: 'content', ...written })),
    certificates: [],
    ocsp: [],
    crls: [],
  }
  // Section 5.3.6.3: payload, protected header and signature, then what stood in `etsiU` before.
  let before: string | undefined = `${payloadInput}.${protectedText}.${signatureText}.`
  for (const item of asArray(unprotected.etsiU).slice(0, MOST_PROPERTIES)) {
    const property = typeof item === 'string' ? parsed(item) : item
    if (isObject(property)) addProperty(values, property, signatureText, before)
    // Of properties that are not encoded a canonical form would be stamped, which is not made here.
    before = typeof item === 'string' && before !== undefined ? before + item : undefined
  }
  return {
    timestamps: values.timestamps.slice(0, MOST_TIMESTAMPS),
    certificates: values.certificates.slice(0, MOST_CERTIFICATES),
    ocsp: values.ocsp.slice(0, MOST_ANSWERS),
    crls: values.crls.slice(0, MOST_ANSWERS),
  }
}

function parsed(item: string): JsonObject | undefined {
  const text = decodeText(item)
  return text === undefined ? undefined : parseObject(text)
}

function addProperty(
  values: UnsignedValues,
  property: JsonObject,
  signature: string,
  before: string | undefined,
): void {
  const { sigTst, arcTst, tstVD, anyValData } = property
  // Section 5.3.4: over the signature "base64url-encoded".
  for (const token of tokensOf(sigTst))
    values.timestamps.push({ kind: 'signature', token, input: signature })
  for (const token of tokensOf(arcTst))
    values.timestamps.push({
      kind: 'archive',
      token,
      ...(before !== undefined && { input: before }),
    })
  for (const holder of [property, tstVD, anyValData])
    if (isObject(holder)) addValues(values, holder)
}

function addValues(values: UnsignedValues, { xVals, rVals }: JsonObject): void {
  for (const item of asObjects(xVals))
    values.certificates.push(...valuesOf([item.x509Cert ?? null]))
  if (!isObject(rVals)) return
  values.ocsp.push(...valuesOf(asArray(rVals.ocspVals).slice(0, MOST_ANSWERS)))
  values.crls.push(...valuesOf(asArray(rVals.crlVals).slice(0, MOST_ANSWERS)))
}

function tokensOf(container: JsonValue | undefined): JsonValue[] {
  return isObject(container) ? valuesOf(asArray(container.tstTokens)) : []
}

/** Section 5.4.1: an object whose `val` is base64 of the DER. */
function valuesOf(items: JsonValue[]): JsonValue[] {
  return items.flatMap((item) => (isObject(item) && item.val !== undefined ? [item.val] : []))
}

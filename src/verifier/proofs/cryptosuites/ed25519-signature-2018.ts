import { parseJson } from '../../http/json'
import { LIMITS } from '../../http/limits'
import { decodeBase64url } from '../../keys/base64url'
import { isObject } from '../../reading/json-values'
import { reason, type Reason } from '../../report'
import type { JsonValue } from '../../verification'
import type { Cryptosuite } from '../cryptosuite'
import { signedQuads } from '../signed-quads'
import { concatenate, hashTexts } from '../signed-texts'

const SUITE = 'Ed25519Signature2018'

/** Bytes of an Ed25519 signature (RFC 8032, section 5.1.6). */
const SIGNATURE_BYTES = 64

/**
 * Ed25519 Signature 2018 (W3C CCG draft, "Linked Data Signature Suite 2018"): the hashes of options and
 * document are the payload of a JWS, which is left out of it (RFC 7515, appendix F) and signed as it is,
 * not in base64url (RFC 7797).
 */
export const ed25519Signature2018: Cryptosuite = {
  name: SUITE,
  keyTypes: ['Ed25519'],
  matches: ({ type }) => type === SUITE,
  async prepare({ document, proof: { jws, ...proof } }, canonicalize) {
    const read = readDetachedJws(jws)
    if ('reason' in read) return read
    const quads = await signedQuads({ document, proof }, canonicalize, 'SHA-256')
    if ('reason' in quads) return quads
    const payload = await hashTexts(quads, 'SHA-256')
    const signed = concatenate(new TextEncoder().encode(`${read.header}.`), payload)
    return {
      holdsUnder: ({ cryptoKey }) =>
        crypto.subtle.verify({ name: 'Ed25519' }, cryptoKey, read.signature, signed),
    }
  },
}

interface DetachedJws {
  /** The protected header, encoded, as it was signed. */
  header: string
  signature: Uint8Array<ArrayBuffer>
}

/** Header, nothing, signature. The header says what the suite demands, and not one word more. */
function readDetachedJws(jws: JsonValue | undefined): DetachedJws | { reason: Reason } {
  const [header = '', payload, tail = '', ...more] = typeof jws === 'string' ? jws.split('.') : []
  const signature = decodeBase64url(tail)
  const isWhole = payload === '' && more.length === 0 && hasSuiteHeader(header)
  if (isWhole && signature?.length === SIGNATURE_BYTES) return { header, signature }
  const expected = 'a JWS without payload, EdDSA, b64: false'
  return { reason: reason('proof-malformed', { property: 'jws', expected }) }
}

/** A longer header says something else. */
const HEADER_CHARACTERS = 200

function hasSuiteHeader(encoded: string): boolean {
  const bytes = encoded.length > HEADER_CHARACTERS ? undefined : decodeBase64url(encoded)
  if (bytes === undefined) return false
  const parsed = parseJson(new TextDecoder().decode(bytes), LIMITS)
  if ('reason' in parsed || !isObject(parsed.value)) return false
  const { alg, b64, crit, ...others } = parsed.value
  const isCritical = Array.isArray(crit) && crit.length === 1 && crit[0] === 'b64'
  return alg === 'EdDSA' && b64 === false && isCritical && Object.keys(others).length === 0
}

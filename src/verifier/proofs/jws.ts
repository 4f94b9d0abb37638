import { decodeBase64url } from '../keys/base64url'
import type { KeyType, PublicKey } from '../keys/public-key'
import { reason, type Reason } from '../report'
import type { JsonObject } from '../verification'
import { decodeText, FORGEABLE, hasRepeatedName, parseObject } from './jws-header'

/** A compact JWS whose parts could be read. Nothing is verified yet. */
export interface ParsedJws {
  /** The protected header. */
  header: JsonObject
  /** Its `alg`: neither `none` nor of the HMAC family, and not necessarily one of `JWS_ALGORITHMS`. */
  algorithm: string
  /** The payload as JSON. */
  payload: JsonObject
  /** The payload as it was signed. */
  payloadText: string
  signingInput: Uint8Array<ArrayBuffer>
  signature: Uint8Array<ArrayBuffer>
}

/** Signature algorithms (RFC 7518, section 3.1; RFC 8037, section 3.1; RFC 9864, section 2.2). */
const ALGORITHMS: Record<string, { keyType: KeyType; parameters: Algorithm | EcdsaParams }> = {
  RS256: { keyType: 'RSA', parameters: { name: 'RSASSA-PKCS1-v1_5' } },
  ES256: { keyType: 'P-256', parameters: { name: 'ECDSA', hash: 'SHA-256' } },
  ES384: { keyType: 'P-384', parameters: { name: 'ECDSA', hash: 'SHA-384' } },
  ES512: { keyType: 'P-521', parameters: { name: 'ECDSA', hash: 'SHA-512' } },
  EdDSA: { keyType: 'Ed25519', parameters: { name: 'Ed25519' } },
  Ed25519: { keyType: 'Ed25519', parameters: { name: 'Ed25519' } },
}

/** Header `alg` of what can be verified here. */
export const JWS_ALGORITHMS: readonly string[] = Object.keys(ALGORITHMS)

/**
 * Reads a compact JWS (RFC 7515, section 7.1) without verifying it.
 *
 * Refused: `none` and the HMAC family, under which anybody can sign (`algorithm-refused`); padding,
 * white space or stray bits in base64url; a header or payload that is not a JSON object; a header
 * with a repeated name (RFC 7515, section 4, allows to reject these); any `crit`, since no extension
 * is understood here (section 4.1.11), which covers `b64: false` (RFC 7797, section 6).
 */
export function parseCompactJws(text: string): ParsedJws | { reason: Reason } {
  const parts = text.split('.')
  const [head, body, tail] = parts
  if (parts.length !== 3 || head === undefined || body === undefined || tail === undefined)
    return malformed('jws', 'three parts joined by dots')
  const headerText = decodeText(head)
  const header = headerText === undefined ? undefined : parseObject(headerText)
  if (headerText === undefined || header === undefined) return malformed('header', 'a JSON object')
  const { alg } = header
  if (typeof alg !== 'string') return malformed('alg', 'the name of an algorithm')
  if (FORGEABLE.test(alg)) return { reason: reason('algorithm-refused', { algorithm: alg }) }
  if ('crit' in header || 'b64' in header) return malformed('crit', 'no critical extension')
  if (hasRepeatedName(headerText)) return malformed('header', 'each name once')
  const payloadText = decodeText(body)
  const payload = payloadText === undefined ? undefined : parseObject(payloadText)
  if (payloadText === undefined || payload === undefined)
    return malformed('payload', 'a JSON object')
  const signature = decodeBase64url(tail)
  if (signature === undefined || signature.length === 0)
    return malformed('signature', 'base64url without padding')
  const signingInput = new TextEncoder().encode(`${head}.${body}`)
  return { header, algorithm: alg, payload, payloadText, signingInput, signature }
}

/**
 * Does the signature hold under this key? `false` also where the algorithm is not among the allowed
 * ones, or the type of the key does not fit it: a key is never used with an algorithm that it was not
 * made for (RFC 8725, section 3.1).
 */
export async function verifyJws(
  jws: ParsedJws,
  key: PublicKey,
  allowed: readonly string[] = JWS_ALGORITHMS,
): Promise<boolean> {
  const { algorithm, signature, signingInput } = jws
  const known = Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : undefined
  if (!allowed.includes(algorithm) || known?.keyType !== key.type) return false
  return crypto.subtle.verify(known.parameters, key.cryptoKey, signature, signingInput)
}

function malformed(property: string, expected: string): { reason: Reason } {
  return { reason: reason('proof-malformed', { property, expected }) }
}

import { decodeBase64url } from '../keys/base64url'
import type { KeyType, PublicKey } from '../keys/public-key'
import { reason, type Reason } from '../report'
import type { JsonObject } from '../verification'

/** A compact JWS whose parts could be read. Nothing is verified yet. */
export interface ParsedJws {
  /** The protected header. */
  header: JsonObject
  /** Header `alg`: one of `JWS_ALGORITHMS`. */
  algorithm: JwsAlgorithm
  /** The payload as JSON. */
  payload: JsonObject
  /** The payload as text, as it was signed. */
  payloadText: string
  signingInput: Uint8Array<ArrayBuffer>
  signature: Uint8Array<ArrayBuffer>
}

/** Signature algorithms (RFC 7518, section 3.1; RFC 8037, section 3.1; RFC 9864, section 2.2). */
const ALGORITHMS = {
  RS256: { keyType: 'RSA', parameters: { name: 'RSASSA-PKCS1-v1_5' } },
  ES256: { keyType: 'P-256', parameters: { name: 'ECDSA', hash: 'SHA-256' } },
  ES384: { keyType: 'P-384', parameters: { name: 'ECDSA', hash: 'SHA-384' } },
  EdDSA: { keyType: 'Ed25519', parameters: { name: 'Ed25519' } },
  Ed25519: { keyType: 'Ed25519', parameters: { name: 'Ed25519' } },
} as const satisfies Record<string, { keyType: KeyType; parameters: AlgorithmIdentifier }>

export type JwsAlgorithm = keyof typeof ALGORITHMS

export const JWS_ALGORITHMS = Object.keys(ALGORITHMS) as JwsAlgorithm[]

/**
 * Reads a compact JWS (RFC 7515, section 7.1) without verifying it.
 *
 * Refused: `none`, the HMAC family and every algorithm that is not listed (`algorithm-refused`);
 * padding, white space or stray bits in base64url; a header or payload that is not a JSON object;
 * a header with a repeated name (RFC 7515, section 4, allows to reject these); any `crit`, since no
 * extension is understood here (section 4.1.11), which covers `b64: false` (RFC 7797, section 6).
 */
export function parseCompactJws(text: string): ParsedJws | { reason: Reason } {
  const parts = text.split('.')
  const [head, body, tail] = parts
  if (parts.length !== 3 || head === undefined || body === undefined || tail === undefined)
    return malformed('jws', 'three parts joined by dots')
  const headerText = decodeText(head)
  const header = headerText === undefined ? undefined : parseObject(headerText)
  if (headerText === undefined || header === undefined) return malformed('header', 'a JSON object')
  const algorithm = algorithmOf(header)
  if (typeof algorithm !== 'string') return algorithm
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
  return { header, algorithm, payload, payloadText, signingInput, signature }
}

/**
 * Does the signature hold under this key? `false` also where the type of the key does not fit the
 * algorithm of the header: a key is never used with an algorithm that it was not made for
 * (RFC 8725, section 3.1).
 */
export async function verifyJws(jws: ParsedJws, key: PublicKey): Promise<boolean> {
  const { keyType, parameters } = ALGORITHMS[jws.algorithm]
  if (key.type !== keyType) return false
  return crypto.subtle.verify(parameters, key.cryptoKey, jws.signature, jws.signingInput)
}

function algorithmOf(header: JsonObject): JwsAlgorithm | { reason: Reason } {
  const { alg } = header
  if (typeof alg !== 'string') return malformed('alg', 'the name of an algorithm')
  const known = JWS_ALGORITHMS.find((name) => name === alg)
  return known ?? { reason: reason('algorithm-refused', { algorithm: alg.slice(0, 40) }) }
}

function malformed(property: string, expected: string): { reason: Reason } {
  return { reason: reason('proof-malformed', { property, expected }) }
}

function decodeText(part: string): string | undefined {
  const bytes = decodeBase64url(part)
  if (bytes === undefined) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as unknown
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as JsonObject) : undefined
  } catch {
    return undefined
  }
}

/**
 * Does any object in this (valid) JSON name a member twice? `JSON.parse` keeps the last one without
 * a word, while another reader may have kept the first.
 */
function hasRepeatedName(json: string): boolean {
  const open: (Set<string> | undefined)[] = []
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (token.endsWith(':')) {
      const name = JSON.parse(token.slice(0, -1)) as string
      const names = open.at(-1)
      if (names?.has(name)) return true
      names?.add(name)
    }
  }
  return false
}

import { decodeMultibase } from '../keys/multibase'
import { reason, type Reason } from '../report'
import type { JsonObject } from '../verification'

/** The signature in `proofValue`: base58btc of exactly one of these numbers of bytes. */
export function signatureOf(
  { proofValue }: JsonObject,
  ...sizes: number[]
): Uint8Array<ArrayBuffer> | { reason: Reason } {
  const isBase58 = typeof proofValue === 'string' && proofValue.startsWith('z')
  const signature = isBase58 ? decodeMultibase(proofValue) : undefined
  if (signature !== undefined && sizes.includes(signature.length)) return signature
  const expected = `base58btc of ${sizes.join(' or ')} bytes`
  return { reason: reason('proof-malformed', { property: 'proofValue', expected }) }
}

import type { JsonObject } from '../verification'
import { encodeBase64url } from './base64url'
import { decompressPoint } from './compressed-point'
import { decodeMultibase } from './multibase'

interface Codec {
  /** Multicodec prefix as a varint. */
  prefix: [number, number]
  /** Bytes of the key, prefix apart. */
  size: number
  toJwk(raw: Uint8Array): JsonObject | undefined
}

/** Controlled Identifiers 1.0, section 2.2.2, table of Multikey types. */
const CODECS: Codec[] = [
  {
    prefix: [0xed, 0x01],
    size: 32,
    toJwk: (raw) => ({ kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(raw) }),
  },
  { prefix: [0x80, 0x24], size: 33, toJwk: (raw) => jwkOfPoint('P-256', raw) },
  { prefix: [0x81, 0x24], size: 49, toJwk: (raw) => jwkOfPoint('P-384', raw) },
  { prefix: [0x82, 0x24], size: 67, toJwk: (raw) => jwkOfPoint('P-521', raw) },
]

/** The JWK of a Multikey, or `undefined` where it is of no type that is known here. */
export function jwkOfMultikey(publicKeyMultibase: string): JsonObject | undefined {
  const bytes = decodeMultibase(publicKeyMultibase)
  const codec = CODECS.find(({ prefix }) => bytes?.[0] === prefix[0] && bytes[1] === prefix[1])
  const raw = bytes?.subarray(2)
  return codec && raw?.length === codec.size ? codec.toJwk(raw) : undefined
}

function jwkOfPoint(crv: 'P-256' | 'P-384' | 'P-521', raw: Uint8Array): JsonObject | undefined {
  const point = decompressPoint(crv, raw)
  if (point === undefined) return undefined
  const size = (point.length - 1) / 2
  const [x, y] = [point.subarray(1, 1 + size), point.subarray(1 + size)]
  return { kty: 'EC', crv, x: encodeBase64url(x), y: encodeBase64url(y) }
}

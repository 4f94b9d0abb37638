/**
 * Points of the NIST curves in compressed form (SEC 1, section 2.3.4), as Multikey writes them.
 * WebCrypto imports them in some browsers only, so the second coordinate is computed here.
 */
import { hexOf } from '../digest'

interface Curve {
  /** The prime of the field; 3 modulo 4 for all, so a square root is one power. */
  p: bigint
  b: bigint
  /** Bytes of one coordinate. */
  size: number
}

/** FIPS 186-4, sections D.1.2.3 to D.1.2.5; `a` is -3 on all. */
const CURVES = {
  'P-256': {
    p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    size: 32,
  },
  'P-384': {
    p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffffn,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    size: 48,
  },
  'P-521': {
    p: (1n << 521n) - 1n,
    b: 0x51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00n,
    size: 66,
  },
} satisfies Record<string, Curve>

/**
 * @param bytes 02 or 03, then the first coordinate, big-endian
 * @returns 04 and both coordinates, or `undefined` where the bytes are no point of the curve
 */
export function decompressPoint(
  curveName: keyof typeof CURVES,
  bytes: Uint8Array,
): Uint8Array<ArrayBuffer> | undefined {
  const { p, b, size } = CURVES[curveName]
  const sign = bytes[0]
  if (bytes.length !== size + 1 || (sign !== 2 && sign !== 3)) return undefined
  const x = BigInt(`0x${hexOf(bytes.subarray(1))}`)
  if (x >= p) return undefined
  const square = (((x * x - 3n) % p) * x + b) % p
  const root = power(square, (p + 1n) / 4n, p)
  if ((root * root - square) % p !== 0n) return undefined
  const y = root % 2n === BigInt(sign & 1) ? root : p - root
  return Uint8Array.from([4, ...bytes.subarray(1), ...bytesOf(y, size)])
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let factor = ((base % modulus) + modulus) % modulus
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % modulus
    factor = (factor * factor) % modulus
  }
  return result
}

function bytesOf(value: bigint, size: number): number[] {
  const hex = value.toString(16).padStart(size * 2, '0')
  return Array.from({ length: size }, (_, at) => parseInt(hex.slice(at * 2, at * 2 + 2), 16))
}

import { md5 } from '@noble/hashes/legacy.js'
import { digestHex, hexOf } from '../digest'

/** WebCrypto names of the algorithms that it has; md5 it has not. */
const WEB_CRYPTO = { sha1: 'SHA-1', sha256: 'SHA-256', sha512: 'SHA-512' } as const

/** Hexadecimal digits that each algorithm gives. */
const HEX_LENGTH = { md5: 32, sha1: 40, sha256: 64, sha512: 128 } as const

export type HashAlgorithm = keyof typeof HEX_LENGTH

/** `unsupported`: it is a hash, of this algorithm, that cannot be compared. */
export type IdentityHash = { algorithm: HashAlgorithm; hex: string } | { unsupported: string }

/** Longest name of an unknown algorithm that is told on. */
const NAME_LENGTH = 32

/**
 * Reads `algorithm$hex` (Open Badges 2.0 and 3.0, "IdentityHash": sha256 and md5; sha1 and sha512
 * occur). `undefined` where the text is no hash at all.
 */
export function readIdentityHash(value: string): IdentityHash | undefined {
  const match = /^([a-z0-9-]+)\$([0-9a-z]+)$/i.exec(value.trim())
  if (!match) return undefined
  const [, name = '', hex = ''] = match
  const algorithm = name.toLowerCase().replace(/^sha-/, 'sha')
  if (
    !isAlgorithm(algorithm) ||
    !/^[0-9a-f]+$/i.test(hex) ||
    hex.length !== HEX_LENGTH[algorithm]
  ) {
    return { unsupported: name.slice(0, NAME_LENGTH) }
  }
  return { algorithm, hex: hex.toLowerCase() }
}

/** Hashes an identity with its salt appended ("IdentityObject", `salt`); lower-case hexadecimal. */
export async function hashIdentity(
  algorithm: HashAlgorithm,
  identity: string,
  salt = '',
): Promise<string> {
  const bytes = new TextEncoder().encode(identity + salt)
  return algorithm === 'md5' ? hexOf(md5(bytes)) : digestHex(WEB_CRYPTO[algorithm], bytes)
}

function isAlgorithm(name: string): name is HashAlgorithm {
  return Object.hasOwn(HEX_LENGTH, name)
}

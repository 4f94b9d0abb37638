/** What a key can be used for here; the type decides which algorithms it fits. */
export type KeyType = 'Ed25519' | 'P-256' | 'P-384' | 'RSA'

/** A public key, ready to verify with. */
export interface PublicKey {
  type: KeyType
  cryptoKey: CryptoKey
  /**
   * The required members of its JWK in lexicographic order (RFC 7638, section 3): equal for equal
   * keys, however they were written down.
   */
  identity: string
}

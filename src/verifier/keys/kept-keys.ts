import type { PublicKey } from './public-key'

/**
 * Imported keys by the text that each was written as, since an import takes as long as a verification.
 * The key that was kept first makes room.
 */
export class KeptKeys {
  private readonly keys = new Map<string, PublicKey>()

  get size(): number {
    return this.keys.size
  }

  get(text: string): PublicKey | undefined {
    return this.keys.get(text)
  }

  /** @returns the key */
  keep(text: string, key: PublicKey): PublicKey {
    if (text.length > LONGEST_TEXT) return key
    const [oldest] = this.keys.keys()
    if (oldest !== undefined && this.size >= KEYS_KEPT) this.keys.delete(oldest)
    this.keys.set(text, key)
    return key
  }
}

export const KEYS_KEPT = 200

/** A longer text than the identity of an RSA key of 8192 bits is not kept. */
const LONGEST_TEXT = 1_500

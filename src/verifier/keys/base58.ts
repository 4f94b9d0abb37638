const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Longer text is no key and no signature; the conversion takes quadratic time. */
const LONGEST = 256

/** Digits that are taken at once: their number times 16 bits stays within what is fast, 31 bits. */
const TOGETHER = 2

/**
 * Base58 with the Bitcoin alphabet (Controlled Identifiers 1.0, section 2.4, "base58btc").
 *
 * @returns the bytes, or `undefined` where the text has another character or is too long
 */
export function decodeBase58(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length > LONGEST) return undefined
  const limbs = new Uint16Array(text.length)
  let size = 0
  for (let at = 0; at < text.length;) {
    let [carry, scale] = [0, 1]
    for (const end = Math.min(at + TOGETHER, text.length); at < end; at++) {
      const digit = ALPHABET.indexOf(text.charAt(at))
      if (digit < 0) return undefined
      carry = carry * 58 + digit
      scale *= 58
    }
    for (let limb = 0; limb < size; limb++) {
      carry += (limbs[limb] ?? 0) * scale
      limbs[limb] = carry & 0xffff
      carry >>= 16
    }
    if (carry > 0) limbs[size++] = carry
  }
  const zeros = /^1*/.exec(text)?.[0].length ?? 0
  return bigEndian(limbs.subarray(0, size), zeros)
}

/** The bytes of a number, behind so many zeros. Its last limb, which is not 0, may be a single byte. */
function bigEndian(limbs: Uint16Array, zeros: number): Uint8Array<ArrayBuffer> {
  const isShort = (limbs.at(-1) ?? 0xffff) <= 0xff
  const bytes = new Uint8Array(zeros + limbs.length * 2 - (isShort ? 1 : 0))
  let end = bytes.length
  for (const limb of limbs) {
    bytes[--end] = limb & 0xff
    if (end > zeros) bytes[--end] = limb >> 8
  }
  return bytes
}

/** Base58 with the Bitcoin alphabet. */
export function encodeBase58(bytes: Uint8Array): string {
  const digits: number[] = []
  for (const byte of bytes) {
    let carry = byte
    for (let at = 0; at < digits.length; at++) {
      carry += (digits[at] ?? 0) << 8
      digits[at] = carry % 58
      carry = Math.floor(carry / 58)
    }
    while (carry > 0) {
      digits.push(carry % 58)
      carry = Math.floor(carry / 58)
    }
  }
  const zeros = bytes.findIndex((byte) => byte !== 0)
  const leading = '1'.repeat(zeros < 0 ? bytes.length : zeros)
  return (
    leading +
    digits
      .map((digit) => ALPHABET.charAt(digit))
      .reverse()
      .join('')
  )
}

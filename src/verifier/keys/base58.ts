const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Longer text is no key and no signature; the conversion takes quadratic time. */
const LONGEST = 256

/**
 * Base58 with the Bitcoin alphabet (Controlled Identifiers 1.0, section 2.4, "base58btc").
 *
 * @returns the bytes, or `undefined` where the text has another character or is too long
 */
export function decodeBase58(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length > LONGEST) return undefined
  const littleEndian: number[] = []
  for (const character of text) {
    let carry = ALPHABET.indexOf(character)
    if (carry < 0) return undefined
    for (let at = 0; at < littleEndian.length; at++) {
      carry += (littleEndian[at] ?? 0) * 58
      littleEndian[at] = carry & 0xff
      carry >>= 8
    }
    while (carry > 0) {
      littleEndian.push(carry & 0xff)
      carry >>= 8
    }
  }
  const zeros = /^1*/.exec(text)?.[0].length ?? 0
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...littleEndian.reverse()])
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

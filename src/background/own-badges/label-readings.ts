import { asciiHost, unescaped } from '../../verifier/recipients/address-forms'
import { withAsciiDigits } from '../../verifier/recipients/telephone-number'

/**
 * What a reader may make of a label: as it stands, and without what hides an address or a number in it. Escapes of
 * URLs, digits of other scripts, and the letters of a domain, which DNS writes in ASCII.
 */
export function readingsOf(label: string): string[] {
  const plain = withAsciiDigits(label).replace(/(?:%[\da-f]{2})+/gi, (escapes) =>
    unescaped(escapes, decodeURIComponent),
  )
  const inDns = plain.replace(/[\p{L}\p{M}\p{N}.-]+/gu, asciiHost)
  return [...new Set([label, plain, inDns])]
}

/**
 * How the lines of a canonical form are sorted:
 *
 * - `code-points`: as RDF Dataset Canonicalization (RDFC-1.0) demands, section 5 and section 4.6.3.
 * - `code-units`: by units of UTF-16, as signers sort who leave it to JavaScript (`rdf-canonize`) or Java.
 *
 * They differ only where a character above U+FFFF meets one from U+E000 to U+FFFF.
 */
export type LineOrder = 'code-points' | 'code-units'

/** Sorts in place. */
export function sortLines(lines: string[], order: LineOrder): string[] {
  const byCodeUnit = lines.sort()
  return order === 'code-points' && lines.some(hasSurrogate) ? lines.sort(byCodePoint) : byCodeUnit
}

/** Can the two orders of lines differ for this text? */
export function ordersDiffer(text: string): boolean {
  return hasSurrogate(text) && /[\uE000-\uFFFF]/.test(text)
}

function hasSurrogate(text: string): boolean {
  return /[\uD800-\uDFFF]/.test(text)
}

function byCodePoint(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length)
  for (let at = 0; at < shorter; at++) {
    const [unit, otherUnit] = [one.charCodeAt(at), other.charCodeAt(at)]
    if (unit !== otherUnit) return rank(unit) - rank(otherUnit)
  }
  return one.length - other.length
}

/** Halves of a character above U+FFFF come after all characters that are a single unit. */
function rank(unit: number): number {
  const isHalf = unit >= 0xd800 && unit <= 0xdfff
  return isHalf ? unit + 0x10000 : unit
}

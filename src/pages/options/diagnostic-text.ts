import type { BrowserFacts } from '../../platform/browser-facts'
import type { Diagnostics, KeptHere } from '../../platform/machine-messages'

/** As versions and our own words are written: no address, host, path or sentence passes. */
const PLAIN = /^[A-Za-z0-9+-]+(?:\.[0-9]+)*$/
const LONGEST = 40

/**
 * The diagnostics as lines of names and values, for a report of a fault. In no language: whoever reads it knows
 * the names in the code. What is not plainly a number, a version or a word of our own is left out.
 */
export function diagnosticText(
  diagnostics: Diagnostics,
  kept: readonly KeptHere[],
  browser: BrowserFacts,
  storageBytes: number | undefined,
): string {
  const stores = kept.map(({ kind, count, bytes }) => [kind, { count, bytes }])
  const facts = {
    ...diagnostics,
    browser,
    storageBytes,
    kept: Object.fromEntries(stores) as object,
  }
  return lines(facts, '').join('\n')
}

function lines(facts: object, before: string): string[] {
  return Object.entries(facts).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return lines(value, `${before}${name}.`)
    return isPlain(name) && isPlain(value) ? [`${before}${name}: ${String(value)}`] : []
  })
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return true
  return typeof value === 'string' && value.length <= LONGEST && PLAIN.test(value)
}

/**
 * The names of descriptors, letter by letter from their ends: a text is compared with all of them in one
 * walk backwards from its colon.
 */
import type { DescriptorId } from './descriptor-ids'
import { DESCRIPTOR_KEYS } from './descriptor-names'

/** What some names end with. */
export interface NameEnding {
  /** It is a whole name. */
  named: DescriptorId | undefined
  /** The longer endings, by the code unit that stands before this one. */
  before: Map<number, NameEnding>
}

/** The end of every name. */
export const END_OF_NAMES: NameEnding = { named: undefined, before: new Map() }

for (const [key, descriptor] of DESCRIPTOR_KEYS) {
  let ending = END_OF_NAMES
  for (let at = key.length - 1; at >= 0; at--) ending = longerEnding(ending, key.charCodeAt(at))
  ending.named = descriptor
}

function longerEnding({ before }: NameEnding, code: number): NameEnding {
  const known = before.get(code)
  if (known !== undefined) return known
  const longer: NameEnding = { named: undefined, before: new Map() }
  before.set(code, longer)
  return longer
}

/** @param key from `nameKey`; `undefined` comes back where no name ends with it and the ending */
export function endingBefore(ending: NameEnding, key: string): NameEnding | undefined {
  let longer: NameEnding | undefined = ending
  for (let at = key.length - 1; at >= 0 && longer !== undefined; at--)
    longer = longer.before.get(key.charCodeAt(at))
  return longer
}

/** Longest text that is searched for numbers; criteria are a page, and a badge a megabyte at most. */
const MOST_CHARACTERS = 1_000_000

/**
 * Text in one form, to be searched: compatibility forms as plain ones (NFKC: full-width digits and
 * letters, ligatures), runs of white space as one space.
 */
export function plainText(text: string): string {
  return text.slice(0, MOST_CHARACTERS).normalize('NFKC').replace(/\s+/g, ' ').trim()
}

export interface Match {
  words: string
  index: number
  /** What the groups of the pattern matched, in order. */
  groups: (string | undefined)[]
}

/** Different matches of a global pattern; a text may be full of them, and the first say it. */
export function findAll(text: string, pattern: RegExp, most = 50): Match[] {
  const found = new Map<string, Match>()
  for (const match of text.matchAll(pattern)) {
    const [words, ...groups] = match
    if (!found.has(words)) found.set(words, { words, index: match.index, groups })
    if (found.size >= most) break
  }
  return [...found.values()]
}

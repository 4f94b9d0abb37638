/** Longest text that is searched for numbers; criteria are a page, and a badge a megabyte at most. */
const MOST_CHARACTERS = 1_000_000

/**
 * Text in one form, to be searched: compatibility forms as plain ones (NFKC: full-width digits and
 * letters, ligatures), runs of white space as one space.
 */
export function plainText(text: string): string {
  return text.slice(0, MOST_CHARACTERS).normalize('NFKC').replace(NOT_ONE_SPACE, ' ').trim()
}

/** White space but a single space, which stands between most words and may stay. */
const NOT_ONE_SPACE = / \s+|[^\S ]\s*/g

export interface Match {
  words: string
  index: number
  /** What the groups of the pattern matched, in order. */
  groups: (string | undefined)[]
}

/**
 * Different matches of a pattern; a text may be full of them, and the first say it.
 *
 * @param pattern global, and of no empty text
 */
export function findAll(text: string, pattern: RegExp, most = 50): Match[] {
  // Not `matchAll`: it makes a copy of the pattern, which takes longer than most texts here.
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return []
  const found = new Map<string, Match>()
  for (; match !== null && found.size < most; match = pattern.exec(text)) {
    const [words, ...groups] = match
    if (!found.has(words)) found.set(words, { words, index: match.index, groups })
  }
  return [...found.values()]
}

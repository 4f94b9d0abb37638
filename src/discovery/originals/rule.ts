/** How one kind of address, which gives a picture made anew, leads back to the file that it was made of. */
export interface OriginalRule {
  /** Lower case and hyphens. */
  id: string
  /** Tried on the whole address, by https and without a fragment. */
  pattern: RegExp
  /**
   * The original as written there: absolute, or a path on the same host.
   *
   * @param parts what the pattern captured
   */
  original(parts: string[], url: URL): string | undefined
  /** The address itself sends there: who was shown the picture has the very original. */
  redirects?: true
}

/** Undefined where the escapes are broken. */
export function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

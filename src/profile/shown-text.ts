import type { Text } from '../verifier/credential'

/** Of a name, in UTF-16 code units: a summary is small whatever a badge says. */
const LONGEST = 300

export function clipped(text: string): string {
  return text.slice(0, LONGEST)
}

/** One text of several languages; nothing where it is blank. */
export function oneOf(text: Text | undefined): string | undefined {
  const chosen = text && (text.en ?? text.und ?? Object.values(text)[0])
  return chosen === undefined || chosen.trim() === '' ? undefined : clipped(chosen)
}

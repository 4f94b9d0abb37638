import { parseJson } from '../http/json'
import { LIMITS } from '../http/limits'
import { sha256 } from '../digest'
import { LIST_FORMATS } from './formats'
import type { ListSource, ReadList } from './list-format'

/** Characters of a list's text. */
export const MOST_LIST_TEXT = 5_000_000

/**
 * Reads a file that a user wants to trust. Bad input is an answer, never an exception.
 *
 * @param url where it was read from; absent: a file of the user's
 * @param name what to call a list that has no name of its own
 */
export async function readTrustList(
  text: string,
  { url, name, retrieved }: { url?: string; name: string; retrieved: Date },
): Promise<ReadList> {
  if (text.length > MOST_LIST_TEXT)
    return unreadable(`at most ${MOST_LIST_TEXT / 1_000_000} million characters`)
  const parsed = parseJson(text, LIMITS)
  if ('reason' in parsed) {
    const { code } = parsed.reason
    return unreadable(code === 'not-json' ? 'JSON' : 'JSON of ordinary depth without __proto__')
  }
  const format = LIST_FORMATS.find((candidate) => candidate.recognises(parsed.value))
  if (!format) return unreadable(LIST_FORMATS.map(({ title }) => title).join(', '))
  const hash = await sha256(new TextEncoder().encode(text))
  const id = url ?? `sha256:${hash}`
  const source: ListSource = { id, name, retrieved: retrieved.toISOString(), sha256: hash }
  return format.read(parsed.value, source)
}

function unreadable(expected: string): ReadList {
  return { is: 'unreadable', problem: { expected } }
}

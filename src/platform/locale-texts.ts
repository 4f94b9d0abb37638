import { browser } from './browser'
import type { Language } from './preferences'
import { isRecord } from './records'

/** The texts of one language by their keys, with `$1` to `$9` where values go. */
export type LocaleTexts = ReadonlyMap<string, string>

/**
 * The texts of a language out of the extension's own files. The browser gives extensions the texts of its own
 * language alone. Nobody outside the extension is asked.
 *
 * Throws where a file is not there or is none of ours.
 */
export async function readLocale(language: Language): Promise<LocaleTexts> {
  const response = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`))
  if (!response.ok) throw new Error(`expected the texts of "${language}", got ${response.status}`)
  return textsOf(await response.json())
}

/** As browsers read a messages.json: each `$NAME$` becomes what its placeholder says, such as `$1`. */
function textsOf(file: unknown): LocaleTexts {
  if (!isRecord(file)) throw new Error('expected an object of texts')
  const texts = Object.entries(file).flatMap(([key, entry]): [string, string][] =>
    isRecord(entry) && typeof entry.message === 'string'
      ? [[key, numbered(entry.message, entry.placeholders)]]
      : [],
  )
  return new Map(texts)
}

function numbered(message: string, placeholders: unknown): string {
  if (!isRecord(placeholders)) return message
  const contents = new Map(
    Object.entries(placeholders).map(([name, place]) => [name.toLowerCase(), place]),
  )
  return message.replace(/\$([A-Za-z0-9_@]+)\$/g, (_, name: string) => {
    const place = contents.get(name.toLowerCase())
    return isRecord(place) && typeof place.content === 'string' ? place.content : ''
  })
}

/**
 * A text with its values, as browsers have it: `$2` is the second, and of several dollars in a row one is
 * taken away. In one pass, so that a value from a badge that says "$1" is never taken for a place.
 */
export function fill(text: string, values: readonly string[]): string {
  return text.replace(/\$(?:([1-9])|(\$+))/g, (_, place?: string, dollars?: string) =>
    place === undefined ? (dollars ?? '') : (values[Number(place) - 1] ?? ''),
  )
}

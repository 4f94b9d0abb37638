import { database } from './database'
import { isRecord } from './records'

/** Folders of `public/_locales`, as BCP 47 tags, in the order in which they are offered. */
export const LANGUAGES = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'ja'] as const
export type Language = (typeof LANGUAGES)[number]

export const APPEARANCES = ['system', 'light', 'dark'] as const
export type Appearance = (typeof APPEARANCES)[number]

/** How many badges may be checked at once. */
export const AT_ONCE = [1, 2, 3, 4] as const
const MOST_AT_ONCE = 4
export type AtOnce = (typeof AT_ONCE)[number]

/** How the user wants the extension to be. None of it has a say in whom it asks, or in a verdict. */
export interface Preferences {
  /** Absent: as the browser. */
  language?: Language
  appearance: Appearance
  atOnce: AtOnce
}

/** What a page of ours may ask to change; `language: null` leaves it to the browser again. */
export interface PreferenceChange {
  language?: Language | null
  appearance?: Appearance
  atOnce?: AtOnce
}

/**
 * What lies in the database, whoever wrote it: an earlier version, a later one, or a disk that fails.
 * What cannot be read is as if nothing had been chosen, but never has more asked at once.
 *
 * @param kept undefined where nothing was ever chosen
 */
export function readPreferences(kept: unknown): Preferences {
  if (kept === undefined) return { appearance: 'system', atOnce: MOST_AT_ONCE }
  const { language, appearance, atOnce } = isRecord(kept) ? kept : { atOnce: null }
  const known = oneOf(LANGUAGES, language)
  return {
    ...(known && { language: known }),
    appearance: oneOf(APPEARANCES, appearance) ?? 'system',
    atOnce: atOnce === undefined ? MOST_AT_ONCE : (oneOf(AT_ONCE, atOnce) ?? 1),
  }
}

/** The preferences after a change of some of them. */
export function changed(
  { language: before, ...rest }: Preferences,
  { language = before, ...change }: PreferenceChange,
): Preferences {
  return { ...rest, ...change, ...(language && { language }) }
}

/** Not in `storage.local`: Firefox lets content scripts write there. */
export const preferences = {
  async get(): Promise<Preferences> {
    return readPreferences(await (await database()).get('preferences', 'chosen'))
  },

  /** In one step with the reading, so that two changes are both kept. @returns what is kept now */
  async change(change: PreferenceChange): Promise<Preferences> {
    const transaction = (await database()).transaction('preferences', 'readwrite')
    const next = changed(readPreferences(await transaction.store.get('chosen')), change)
    await Promise.all([transaction.store.put(next, 'chosen'), transaction.done])
    return next
  },
}

function oneOf<Value>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value)
}

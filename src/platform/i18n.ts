import { browser } from './browser'
import { fill, readLocale, type LocaleTexts } from './locale-texts'
import type { Language } from './preferences'

/** The language that the user chose; undefined: the browser's texts are used. */
let chosen: { language: Language; texts: LocaleTexts } | undefined
/** Choices are counted: of two that are read at once the later one holds. */
let choices = 0

/**
 * The text for a key of `public/_locales`, in the language that was chosen, or else in the browser's: also where
 * the chosen one lacks it. A key without text stands for itself: a missing sentence is seen and named, not left blank.
 */
export function translate(key: string, substitutions: string[] = []): string {
  const own = chosen?.texts.get(key)
  const text =
    own === undefined ? browser.i18n.getMessage(key, substitutions) : fill(own, substitutions)
  return text || key
}

/**
 * Speaks this language from now on, in this page or worker; undefined: the browser's. A language whose
 * texts cannot be read leaves it to the browser, too. Never rejects.
 */
export async function speak(language: Language | undefined): Promise<void> {
  const choice = ++choices
  if (language === chosen?.language) return
  // The browser speaks it already: its texts are there, and those of a file would have to be read first.
  const isOther = language !== undefined && language !== browsersLanguage()
  const texts = isOther ? await readLocale(language).catch(reported) : undefined
  if (choice !== choices) return
  chosen = language && texts && { language, texts }
}

/** BCP 47 tag of the language that is spoken; with a region where it is the browser's. */
export function uiLanguage(): string {
  return chosen?.language ?? browser.i18n.getUILanguage()
}

/** Without its region. */
function browsersLanguage(): string | undefined {
  return browser.i18n.getUILanguage().split('-')[0]
}

function reported(error: unknown): undefined {
  console.error(error)
}

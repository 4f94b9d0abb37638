import { browser } from './browser'
import { fill, readLocale, type LocaleTexts } from './locale-texts'
import type { Language } from './preferences'

/** The language that the user chose; undefined: the browser's texts are used. */
let chosen: { language: Language; texts: LocaleTexts } | undefined
/** Choices are counted: of two that are read at once the later one holds. */
let choices = 0

/**
 * The text for a key of `public/_locales`, in the language that was chosen, or else in the browser's.
 * A key without text stands for itself: a missing sentence is seen and named, not left blank.
 */
export function translate(key: string, substitutions: string[] = []): string {
  const text = chosen
    ? fill(chosen.texts.get(key) ?? '', substitutions)
    : browser.i18n.getMessage(key, substitutions)
  return text || key
}

/**
 * Speaks this language from now on, in this page or worker; undefined: the browser's. A language whose
 * texts cannot be read leaves it to the browser, too. Never rejects.
 */
export async function speak(language: Language | undefined): Promise<void> {
  const choice = ++choices
  if (language === chosen?.language) return
  const texts = language && (await readLocale(language).catch(reported))
  if (choice !== choices) return
  chosen = language && texts && { language, texts }
}

/** BCP 47 tag of the language that is spoken; with a region where the browser speaks it, too. */
export function uiLanguage(): string {
  const browsers = browser.i18n.getUILanguage()
  return chosen === undefined || browsers.split('-')[0] === chosen.language
    ? browsers
    : chosen.language
}

function reported(error: unknown): undefined {
  console.error(error)
}

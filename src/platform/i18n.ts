import { browser } from './browser'

/**
 * The text for a key of `public/_locales`, in the language of the browser.
 * A key without text stands for itself: a missing sentence is seen and named, not left blank.
 */
export function translate(key: string, substitutions: string[] = []): string {
  return browser.i18n.getMessage(key, substitutions) || key
}

/** BCP 47 tag of the browser's language. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage()
}

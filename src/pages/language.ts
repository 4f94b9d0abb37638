import { translate as lookUp, uiLanguage } from '../platform/i18n'
import type { Translate } from '../ui/wording'

export const translate: Translate = (key, substitutions) => lookUp(key, substitutions)

/**
 * The tag that dates and numbers follow: the browser's own ("en-GB") where our texts are in that
 * language, else the language of the texts, so that no sentence mixes two.
 */
export function pageLocale(): string {
  const texts = translate('languageTag')
  const browser = uiLanguage()
  return browser.split('-')[0] === texts.split('-')[0] ? browser : texts
}

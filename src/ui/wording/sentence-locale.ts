import type { Translate } from './translate'

/**
 * The tag that dates and numbers follow: the browser's own ("en-GB") where our texts are in that
 * language, else the language of the texts, so that no sentence mixes two.
 */
export function sentenceLocale(translate: Translate, browserLanguage: string): string {
  const texts = translate('languageTag')
  return browserLanguage.split('-')[0] === texts.split('-')[0] ? browserLanguage : texts
}

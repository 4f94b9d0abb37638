import { translate as lookUp, uiLanguage } from '../platform/i18n'
import { sentenceLocale, type Translate } from '../ui/wording'

export interface PageLanguage {
  translate: Translate
  /** BCP 47 tag that dates, numbers and lists follow. */
  locale: string
}

/** The language that is spoken now. Another object each time, so that what was made from one is made anew. */
export function pageLanguage(): PageLanguage {
  const translate: Translate = (key, substitutions) => lookUp(key, substitutions)
  return { translate, locale: sentenceLocale(translate, uiLanguage()) }
}

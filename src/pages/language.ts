import { translate as lookUp, uiLanguage } from '../platform/i18n'
import { sentenceLocale, type Translate } from '../ui/wording'

export const translate: Translate = (key, substitutions) => lookUp(key, substitutions)

export function pageLocale(): string {
  return sentenceLocale(translate, uiLanguage())
}

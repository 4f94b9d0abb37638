import type messages from '../../../public/_locales/en/messages.json'

/** Keys of `public/_locales/en/messages.json`: a text that is not there does not compile. */
export type MessageKey = keyof typeof messages

/** The browser's `i18n.getMessage`, or a stand-in: at most nine substitutions, in order. */
export type Translate = (key: MessageKey, substitutions?: string[]) => string

/** The part of a key before `_one`, `_few`, `_other` … */
export type PluralKey = MessageKey extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never

/**
 * The key for this number in this language: the form that CLDR has for it (`_two`, `_few`, `_many` …),
 * or `_other` where the messages lack that one.
 */
export function pluralKey(
  stem: PluralKey,
  count: number,
  locale: string,
  translate: Translate,
): MessageKey {
  const category = new Intl.PluralRules(locale).select(count)
  if (category === 'one' || category === 'other') return `${stem}_${category}`
  // English, whose keys are known here, has those two alone.
  const key = `${stem}_${category}` as MessageKey
  const text = translate(key)
  return text === '' || text === key ? `${stem}_other` : key
}

import type messages from '../../../public/_locales/en/messages.json'

/** Keys of `public/_locales/en/messages.json`: a text that is not there does not compile. */
export type MessageKey = keyof typeof messages

/** The browser's `i18n.getMessage`, or a stand-in: at most nine substitutions, in order. */
export type Translate = (key: MessageKey, substitutions?: string[]) => string

/** The part of a key before `_one`, `_other` … */
export type PluralKey = MessageKey extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never

/**
 * The key for this number in this language.
 * A language without a form of its own in the messages falls back to `_other`.
 */
export function pluralKey(stem: PluralKey, count: number, locale: string): MessageKey {
  const category = new Intl.PluralRules(locale).select(count)
  return category === 'one' ? `${stem}_one` : `${stem}_other`
}

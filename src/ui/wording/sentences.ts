import { readMoment } from '../../verifier/status/moment'
import { clip, clipHost, displayText, isolate } from './display-text'
import { pluralKey, type MessageKey, type PluralKey, type Translate } from './translate'

/** Longest foreign text inside a sentence, in code points; the detail shows all of it. */
const LONGEST_VALUE = 120
const MOST_LISTED = 5
/** The quotation marks of our own sentences, in every language: a name must not be able to close them. */
const QUOTATION_MARKS = /[“”„‟«»‹›「」『』]/g

/** Text that is already clean and isolated, and goes into a sentence as it is. */
export interface Composed {
  readonly composed: string
}

export type Value = string | number | Composed

/**
 * Writes sentences. Every value that goes in is taken for hostile: cleaned, cut and isolated, so
 * that no caller can forget it.
 */
export interface Sentences {
  readonly translate: Translate
  readonly locale: string
  text: (key: MessageKey, ...values: Value[]) => string
  /** The form for `count`, which is also the first value. */
  count: (stem: PluralKey, count: number, ...values: Value[]) => string
  /** Day of an ISO 8601 date, as the badge means it (UTC) and as it is judged. What is no date is shown as it is. */
  date: (iso: string) => string
  /** A moment on this machine, in local time. */
  moment: (iso: string) => string
  /**
   * "a, b and c"; after five, or as many as `most`, "and 7 more". `longest`: of one, in code points; a sentence
   * has little room.
   */
  list: (values: readonly string[], longest?: number, most?: number) => Composed
  /** Bytes in the unit a person would use. */
  size: (bytes: number) => string
}

export function sentencesIn(translate: Translate, locale: string): Sentences {
  const value = (raw: Value): string => {
    if (typeof raw === 'number') return new Intl.NumberFormat(locale).format(raw)
    if (typeof raw === 'object') return raw.composed
    return inSentence(raw, LONGEST_VALUE, locale)
  }
  const text: Sentences['text'] = (key, ...values) => translate(key, values.map(value))

  return {
    translate,
    locale,
    text,
    count: (stem, count, ...values) =>
      text(pluralKey(stem, count, locale, translate), count, ...values),
    date: (iso) =>
      formatted(iso, readMoment(iso)?.first, locale, { dateStyle: 'long', timeZone: 'UTC' }),
    moment: (iso) =>
      formatted(iso, Date.parse(iso), locale, { dateStyle: 'long', timeStyle: 'short' }),
    list: (values, longest = LONGEST_VALUE / MOST_LISTED, most = MOST_LISTED) => {
      const shown = values.slice(0, most).map((each) => inSentence(each, longest, locale))
      const more = values.length - shown.length
      if (more > 0) shown.push(text('listMore', more))
      return { composed: new Intl.ListFormat(locale, { type: 'conjunction' }).format(shown) }
    },
    size: (bytes) => sizeOf(bytes, locale),
  }
}

function inSentence(raw: string, longest: number, locale: string): string {
  return isolate(clipHost(displayText(raw).replace(QUOTATION_MARKS, '"'), longest), locale)
}

function formatted(
  iso: string,
  at = NaN,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): string {
  if (Number.isNaN(at)) return clip(displayText(iso), LONGEST_VALUE)
  return new Intl.DateTimeFormat(locale, options).format(at)
}

function sizeOf(bytes: number, locale: string): string {
  const megabytes = bytes >= 1_000_000
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: megabytes ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: 1,
  }).format(bytes / (megabytes ? 1_000_000 : 1_000))
}

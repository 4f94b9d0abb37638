/**
 * What a badge says may only ever be shown as text, and even text can lie: an override character
 * turns the rest of a sentence around, a control character hides a part of it.
 */

/** Bidirectional controls, invisible formatting and Unicode tags. ZWJ and ZWNJ stay: scripts need them. */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu
const CONTROLS = /(?![\t\n])\p{Cc}/gu
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** More marks on one letter than any script needs; they would climb over neighbouring lines. */
const STACKED_MARKS = /(\p{M}{6})\p{M}+/gu
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/** Text of several lines from a badge, with what is invisible taken out. */
export function displayLines(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_BREAKS, '\n')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(STACKED_MARKS, '$1')
    .trim()
}

/** The same on one line, for names, sentences and attributes. */
export function displayText(text: string): string {
  return displayLines(text).replace(/\s+/g, ' ')
}

/** The beginning of a text, cut between letters; `limit` counts code points. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text
  const points = Array.from(text.slice(0, (limit + 1) * 2))
  return points.length <= limit ? text : `${points.slice(0, limit).join('').trimEnd()}…`
}

const HOST = /^(?:[\w-]+\.)+[\w-]+\.?(?::\d+)?$/

/** As `clip`, but of a host the end: whose it is stands there, and anybody may write a famous name before it. */
export function clipHost(text: string, limit: number): string {
  return text.length > limit && HOST.test(text) ? `…${text.slice(-limit)}` : clip(text, limit)
}

/** Keeps a foreign text from reordering the sentence around it, where it could. */
export function isolate(text: string, locale: string): string {
  const mixed = RIGHT_TO_LEFT.test(text) || isRightToLeft(locale)
  return mixed ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text
}

/** Source text with every invisible character spelt out, as JSON would escape it. */
export function displaySource(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, escaped)
    .replace(CONTROLS, escaped)
}

/** For the middle of a sentence: what a person wrote often ends with a full stop of its own. */
export function withoutStop(text: string): string {
  return text.trim().replace(/[.。]+$/u, '')
}

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('')
}

const RIGHT_TO_LEFT_LANGUAGES = new Set([
  'ar',
  'dv',
  'fa',
  'he',
  'ku',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
])

function isRightToLeft(locale: string): boolean {
  return RIGHT_TO_LEFT_LANGUAGES.has(locale.split('-')[0] ?? '')
}

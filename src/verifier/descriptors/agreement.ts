/** Whether what two places say of one descriptor can both be so. */
import { aboutSame } from '../alignments/place'
import { dayInText } from './day-in-text'
import type { DescriptorId } from './descriptor-ids'
import { nameKey } from './descriptor-names'
import type { DescriptorNote, DescriptorValue } from './descriptor-table'
import { codesNamedIn, type CodeKind } from './names-of-codes'
import type { Subject } from './subject'

export interface Agreement {
  contradictory: boolean
  notes: DescriptorNote[]
}

const AGREED: Agreement = { contradictory: false, notes: [] }
const CONTRADICTORY: Agreement = { contradictory: true, notes: [] }

export function agreementOf(
  descriptor: DescriptorId,
  values: DescriptorValue[],
  subject: Subject,
): Agreement {
  return JUDGES[descriptor]?.(values.slice(0, MOST_COMPARED), subject) ?? AGREED
}

/** Every one is compared with every other; those of more achievements than this are not. */
const MOST_COMPARED = 100

type Judge = (values: DescriptorValue[], subject: Subject) => Agreement

const JUDGES: Partial<Record<DescriptorId, Judge>> = {
  title: (values) => (namesDiffer(values) ? CONTRADICTORY : AGREED),
  // One body may be a part of another, and several may award together: a person should look.
  'awarding-body': (values) =>
    namesDiffer(values) ? { contradictory: false, notes: ['names-differ'] } : AGREED,
  'date-of-issuing': (values) => disagreeing(values, datesApart),
  // Open Badges 2.0 states by `@language` in which language the badge is written, not taught.
  language: (values, { generation }) =>
    disagreeing(
      values.filter(({ source }) => generation !== 'openBadges2' || source.place !== 'field'),
      codesApart('language'),
    ),
  'issuer-country': (values) => disagreeing(values, codesApart('region')),
  level: (_, { levels }) => inScale(levels),
  workload: (_, { workload }) => inScale(workload),
  credit: (_, { workload }) => inScale(workload),
  description: (values) =>
    values.some(({ text }) => URI.test(text))
      ? { contradictory: false, notes: ['uri-in-description'] }
      : AGREED,
}

/** An address that a person or a program could follow. */
export const URI = /\b(?:https?:\/\/|www\.|urn:[a-z0-9])/i

function inScale(stated: { contradictory: boolean; outOfRange: boolean }): Agreement {
  return {
    contradictory: stated.contradictory,
    notes: stated.outOfRange ? ['out-of-range'] : [],
  }
}

/** Two values about one achievement that are apart. */
function disagreeing(
  values: DescriptorValue[],
  apart: (one: DescriptorValue, other: DescriptorValue) => boolean,
): Agreement {
  const contradictory = values.some((one, index) =>
    values
      .slice(index + 1)
      .some((other) => aboutSame(one.source, other.source) && apart(one, other)),
  )
  return contradictory ? CONTRADICTORY : AGREED
}

/** A day may be another one in another time zone. */
function datesApart(one: DescriptorValue, other: DescriptorValue): boolean {
  const [a, b] = [dayInText(one.text), dayInText(other.text)]
  return a !== undefined && b !== undefined && Math.abs(a - b) > 1
}

function codesApart(kind: CodeKind) {
  return (one: DescriptorValue, other: DescriptorValue): boolean => {
    if (one.text === other.text) return false
    const [a, b] = [codesNamedIn(one.text, kind), codesNamedIn(other.text, kind)]
    return a !== undefined && b !== undefined && ![...a].some((code) => b.has(code))
  }
}

/** A name that the criteria state agrees with none of those that stand in fields and extensions. */
function namesDiffer(values: DescriptorValue[]): boolean {
  return values.some(({ source, text }) => {
    if (source.place !== 'criteria') return false
    const others = values.filter(
      (other) => other.source.place !== 'criteria' && aboutSame(other.source, source),
    )
    return others.length > 0 && others.every((other) => differ(text, other.text))
  })
}

/** One within the other is the same, and a name in another script is a translation. */
function differ(one: string, other: string): boolean {
  if (CJK.test(one) !== CJK.test(other)) return false
  const [a, b] = [nameKey(one), nameKey(other)]
  return !a.includes(b) && !b.includes(a)
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

import { describe, expect, it } from 'vitest'
import { pluralKey, sentencesIn, type Translate } from '../../../../src/ui/wording'

const STEM = 'summaryFound'

/** As the browser has it: an unknown key gives the key, or nothing. */
const withForms =
  (forms: string[], missing: (key: string) => string): Translate =>
  (key) =>
    forms.some((form) => key.endsWith(`_${form}`)) ? `text of ${key}` : missing(key)

describe('the key for a number', () => {
  const polish = withForms(['one', 'few', 'many', 'other'], () => '')

  it.each([
    [1, 'one'],
    [2, 'few'],
    [4, 'few'],
    [5, 'many'],
    [12, 'many'],
    [22, 'few'],
    [1.5, 'other'],
  ])('in Polish: %d is "%s"', (count, form) => {
    expect(pluralKey(STEM, count, 'pl', polish)).toBe(`${STEM}_${form}`)
  })

  it.each([0, 1, 2, 100])('in Japanese has one form: %d', (count) => {
    expect(pluralKey(STEM, count, 'ja', polish)).toBe(`${STEM}_other`)
  })

  it('follows languages that have more forms', () => {
    const arabic = withForms(['zero', 'one', 'two', 'few', 'many', 'other'], () => '')
    const keys = [0, 1, 2, 3, 11, 100].map((count) => pluralKey(STEM, count, 'ar', arabic))
    expect(keys).toEqual(
      ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => `${STEM}_${form}`),
    )
  })

  it.each([
    ['nothing', () => ''],
    ['the key', (key: string) => key],
  ])('is that of "_other" where the messages lack the form and give %s', (_, missing) => {
    const lacking = withForms(['one', 'other'], missing)
    expect(pluralKey(STEM, 3, 'pl', lacking)).toBe(`${STEM}_other`)
    expect(pluralKey(STEM, 1_000_000, 'fr', lacking)).toBe(`${STEM}_other`)
    expect(pluralKey(STEM, 1, 'pl', lacking)).toBe(`${STEM}_one`)
  })

  it('is used by sentences', () => {
    const polishText: Translate = (key, values = []) => `${key} ${values.join()}`
    expect(sentencesIn(polishText, 'pl').count(STEM, 3)).toBe(`${STEM}_few 3`)
  })
})

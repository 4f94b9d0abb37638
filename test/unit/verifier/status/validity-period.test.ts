import { describe, expect, test } from 'vitest'
import { readMoment } from '../../../../src/verifier/status/moment'
import { judgeDates } from '../../../../src/verifier/status/validity-period'

const NOW = new Date('2025-06-01T12:00:00Z')
const currency = (validFrom?: string, validUntil?: string) =>
  judgeDates({ validFrom, validUntil }, NOW).currency

describe('the validity period', () => {
  test('without dates is open', () => {
    expect(judgeDates({}, NOW)).toMatchObject({
      currency: 'current',
      check: { id: 'dates', outcome: 'passed', reasons: [{ code: 'in-force', params: {} }] },
    })
  })

  test('in force says from when until when', () => {
    const { check } = judgeDates({ validFrom: '2025-01-01', validUntil: ' 2025-12-31 ' }, NOW)
    expect(check.reasons).toEqual([
      { code: 'in-force', params: { from: '2025-01-01', until: '2025-12-31' } },
    ])
  })

  test('is judged to the millisecond, both ends included', () => {
    expect(currency('2025-06-01T12:00:00.000Z', '2025-06-01T12:00:00.000Z')).toBe('current')
    expect(currency(undefined, '2025-06-01T11:59:59.999Z')).toBe('expired')
  })

  test('has begun where the clock here may be some minutes late', () => {
    expect(currency('2025-06-01T12:05:00.000Z')).toBe('current')
    expect(currency('2025-06-01T12:05:00.001Z')).toBe('future')
  })

  test.each([
    ['2025-06-01T14:00:00+02:00', 'current'],
    ['2025-06-01T13:59:59.999+02:00', 'expired'],
    ['2025-06-01T05:00:00-07:00', 'current'],
    ['2025-06-01T04:59:59-07:00', 'expired'],
  ])('honours the time zone of %s', (until, expected) => {
    expect(currency(undefined, until)).toBe(expected)
  })

  test('that ends on a day holds through that day, and starts with its first moment', () => {
    expect(currency(undefined, '2025-06-01')).toBe('current')
    expect(currency(undefined, '2025-05-31')).toBe('expired')
    expect(currency('2025-06-01')).toBe('current')
    expect(currency('2025-06-03')).toBe('future')
  })

  test('that begins today, without a time zone, has begun wherever it was written', () => {
    const at = (now: string, validFrom: string) =>
      judgeDates({ validFrom, validUntil: undefined }, new Date(now)).currency
    // In Tokyo it is the second since 15:00 UTC.
    expect(at('2025-06-01T23:00:00Z', '2025-06-02')).toBe('current')
    expect(at('2025-06-01T23:00:00Z', '2025-06-02T07:30:00')).toBe('current')
    expect(at('2025-06-01T23:00:00Z', '2025-06-02T07:30:00Z')).toBe('future')
    expect(at('2025-06-01T09:00:00Z', '2025-06-02')).toBe('future')
  })

  test('that is over counts as expired even where it contradicts itself', () => {
    expect(currency('2026-01-01', '2025-01-01')).toBe('expired')
  })

  test.each([
    '',
    'never',
    '2025',
    '2025-13-01',
    '2025-02-30',
    '2025-06-01T25:00:00Z',
    '2025-06-01T12:60:00Z',
    '2025-06-01T12:00:00+15:00',
    '01/06/2030',
    'Infinity',
    '99999999999999999999',
    '+275760-09-14T00:00:00Z',
    '٢٠٣٠-٠١-٠١',
    '2030-01-01T00:00:00Z\u0000',
    '2030-01-01; DROP',
  ])('an end that cannot be read (%j) is never taken for none', (until) => {
    const finding = judgeDates({ validFrom: '2025-01-01', validUntil: until }, NOW)
    expect(finding).toMatchObject({
      currency: 'unknown',
      check: {
        outcome: 'warned',
        reasons: [{ code: 'property-invalid', params: { property: 'validUntil' } }],
      },
    })
    expect(currency(until)).toBe('unknown')
  })

  test('a readable date that decides is not hidden by an unreadable one', () => {
    const finding = judgeDates({ validFrom: 'soon', validUntil: '2025-01-01' }, NOW)
    expect(finding.currency).toBe('expired')
    expect(finding.check).toMatchObject({
      outcome: 'failed',
      reasons: [
        { code: 'expired', params: { date: '2025-01-01' } },
        { code: 'property-invalid', params: { property: 'validFrom' } },
      ],
    })
  })
})

describe('moments', () => {
  test.each([
    ['2010-01-01T19:23:24Z', '2010-01-01T19:23:24.000Z'],
    ['2010-01-01t19:23:24z', '2010-01-01T19:23:24.000Z'],
    ['2010-01-01T19:23:24.123456Z', '2010-01-01T19:23:24.123Z'],
    ['2010-01-01T19:23:24,5+0530', '2010-01-01T13:53:24.500Z'],
    ['2010-01-01T19:23', '2010-01-01T19:23:00.000Z'],
    ['2010-12-31T24:00:00Z', '2011-01-01T00:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['1391126400', '2014-01-31T00:00:00.000Z'],
  ])('%s', (text, expected) => {
    const moment = readMoment(text)
    expect(moment && new Date(moment.first).toISOString()).toBe(expected)
    expect(moment?.last).toBe(moment?.first)
  })

  test('24:00:01 is no time', () => {
    expect(readMoment('2010-12-31T24:00:01Z')).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { plainDate, saysNoEnd, strictest } from '../../../../src/verifier/reading/dates'
import { expectLittleWork } from '../../cpu-time'

describe('plainDate', () => {
  it.each([
    [1359217910, '2013-01-26T16:31:50.000Z'],
    ['1359217910', '2013-01-26T16:31:50.000Z'],
    [1359217910123, '2013-01-26T16:31:50.123Z'],
    [' 1359217910123 ', '2013-01-26T16:31:50.123Z'],
    ['2013-01-26 10:00:00', '2013-01-26T10:00:00'],
    ['2013-01-26 10:00', '2013-01-26T10:00'],
    ['2013-01-26 10:00:00.5', '2013-01-26T10:00:00.5'],
    ['2013-01-26 10:00:00 UTC', '2013-01-26T10:00:00Z'],
    ['2013-01-26 10:00:00 +0100', '2013-01-26T10:00:00+0100'],
    ['2013-01-26 10:00:00-05:00', '2013-01-26T10:00:00-05:00'],
    [['1359217910'], '2013-01-26T16:31:50.000Z'],
  ])('reads %j', (written, date) => {
    expect(plainDate(written)).toBe(date)
  })

  it.each([
    ...['2013-01-26T10:00:00Z', '2013-01-26', 'some day', '', '01/02/2013', '26 January 2013'],
    ...['2013-01-26  10:00:00', '2013-01-26 10:00:00 CET', '135921791', '13592179101234'],
    ...[-1359217910, 1359217910.5, 13592179101, 0, true, null, { at: 1 }, ['1359217910', '1']],
  ])('leaves as it is what says nothing or several things: %j', (written) => {
    expect(plainDate(written)).toBe(written)
  })
})

describe('saysNoEnd', () => {
  it('takes no longer for a megabyte of white space than it takes to read it', async () => {
    await expectLittleWork(1, () => {
      expect(saysNoEnd(`${' '.repeat(1_000_000)}never`)).toBe(false)
    })
  })

  it.each(['', ' ', 0, '0', ' 0 ', false])('%j is no end', (expires) => {
    expect(saysNoEnd(expires)).toBe(true)
  })

  it.each(['1', 1, -1, true, 'never', '1970-01-01', '00', [], {}, ['']])(
    '%j may be an end',
    (expires) => {
      expect(saysNoEnd(expires)).toBe(false)
    },
  )
})

describe('strictest', () => {
  it.each([
    [1, '2025-01-01', '2026-01-01', '2026-01-01'],
    [-1, '2025-01-01', '2026-01-01', '2025-01-01'],
    [-1, '2025-01-01', '2025-01-01T06:00:00Z', '2025-01-01T06:00:00Z'],
    [-1, '2025-01-01T06:00:00Z', '2025-01-01', '2025-01-01T06:00:00Z'],
    [1, '2025-01-01', '2025-01-01T06:00:00Z', '2025-01-01T06:00:00Z'],
    // A day without a time zone begins as early as at ten of the day before, in UTC.
    [1, '2025-01-02', '2025-01-01T20:00:00Z', '2025-01-01T20:00:00Z'],
    [1, '2025-01-01T08:00:00Z', '2025-01-02', '2025-01-02'],
    [-1, 'some day', '2025-01-01', 'some day'],
    [-1, '2025-01-01', 'some day', 'some day'],
    [-1, undefined, '2025-01-01', '2025-01-01'],
    [1, '2025-01-01', null, '2025-01-01'],
  ] as const)('in direction %i of %j and %j is %j', (direction, one, other, date) => {
    expect(strictest(one, other, direction)).toBe(date)
  })
})

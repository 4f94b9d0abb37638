import { describe, expect, test } from 'vitest'
import { placeOn, timeAxis, timeRows, type TimeRow } from '../../../../src/ui/charts/time-rows'
import { profileReportOf } from '../../../screens/profile-reports'

const NOW = Date.parse('2026-06-01T00:00:00Z')
const year = (moment: number): number => new Date(moment).getUTCFullYear()
const row = (from: string, until?: string): TimeRow => ({
  ...{ id: from, reportId: from, verdict: 'trusted', from: Date.parse(from) },
  ...(until !== undefined && { until: Date.parse(until) }),
})

describe('the lines of the chart', () => {
  test('are what holds, by its day of issue, and after it what needs a look', () => {
    expect(timeRows(profileReportOf()).map(({ id, verdict }) => [id, verdict])).toEqual([
      ['japanese', 'trusted'],
      ['authentic', 'authentic'],
      ['trusted', 'trusted'],
      ['expired', 'attention'],
    ])
  })

  test('have none of what does not verify or could not be checked, whatever dates it claims', () => {
    const ids = timeRows(profileReportOf()).map(({ id }) => id)
    expect(ids).not.toContain('altered')
    expect(ids).not.toContain('unverifiable')
  })

  test('a credential inside a collection leads to the report of the whole', () => {
    const profile = profileReportOf()
    const { trusted } = profile.summary
    const dated = [{ date: '2026-01-01T00:00:00.000Z', badge: 'trusted/2' }]
    const summary = {
      ...profile.summary,
      trusted: { ...trusted, timeLine: { dated, undated: [] } },
    }
    expect(timeRows({ ...profile, summary })).toContainEqual(
      expect.objectContaining({ id: 'trusted/2', reportId: 'trusted' }),
    )
  })
})

describe('the axis', () => {
  test('goes over whole years from the first date to the last, with today on it', () => {
    const { from, to, ticks } = timeAxis([row('2024-05-01', '2025-02-01')], NOW)
    expect([from, to].map(year)).toEqual([2024, 2027])
    expect(ticks.map(year)).toEqual([2024, 2025, 2026])
  })

  test('is not stretched by a badge that claims any year it likes', () => {
    const rows = [row('0001-01-01', '9999-12-31'), row('2025-01-01')]
    const axis = timeAxis(rows, NOW)
    expect(year(axis.from)).toBeGreaterThan(1990)
    expect(year(axis.to)).toBeLessThan(2040)
    expect(axis.ticks.length).toBeLessThan(8)
    expect(placeOn(axis, rows[0]!.from)).toBe(0)
    expect(placeOn(axis, rows[0]!.until!)).toBe(1)
  })

  test('is there for no badge at all', () => {
    expect(timeAxis([], NOW).to).toBeGreaterThan(NOW)
  })
})

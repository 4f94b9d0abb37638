import { describe, expect, test } from 'vitest'
import type { WatchState } from '../../../../src/platform/watch-shapes'
import { sentencesIn, watchSentence } from '../../../../src/ui/wording'
import { english } from '../english'

const s = sentencesIn(english, 'en-GB')
const NOW = new Date('2026-11-22T12:00:00Z')

const said = (state: WatchState, date?: string): string => {
  const change = { state, at: '2026-11-01T08:00:00Z', ...(date !== undefined && { date }) }
  return watchSentence({ state, changes: [change], newHosts: [], name: 'Course' }, s, NOW)
}

describe('a badge that was to end soon', () => {
  test('ends on a day that is still to come', () => {
    expect(said('ends-soon', '2026-11-22T12:00:01Z')).toBe('“Course” ends on 22 November 2026.')
  })

  test('has ended once that day is past, though nothing has been checked since', () => {
    expect(said('ends-soon', '2026-11-22T12:00:00Z')).toBe('“Course” expired on 22 November 2026.')
    expect(said('ends-soon', '2026-11-20')).toBe('“Course” expired on 20 November 2026.')
  })

  test('has not ended by a date that cannot be read', () => {
    expect(said('ends-soon', 'yesterday, honestly')).not.toContain('expired')
    expect(said('ends-soon')).not.toContain('expired')
  })
})

test('a watch that waits for a host says what it asks for, and not that it has ended', () => {
  expect(said('asks', '2020-01-01')).toBe('“Course” has not been checked since you allowed it.')
})

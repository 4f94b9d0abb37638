import { describe, expect, test } from 'vitest'
import { beyond } from '../../../../src/background/history/bounds'
import type { HistoryLine } from '../../../../src/platform/history-shapes'

const line = (order: number, host = 'a.example', size = 1) =>
  ({ id: `${host} ${order}`, order, host, size }) as HistoryLine
const lines = (count: number, host?: string) =>
  Array.from({ length: count }, (_, index) => line(index + 1, host))
const bounds = { entries: 10, entriesOfHost: 4, size: 1_000 }
const none = new Set<string>()

describe('what goes', () => {
  test('nothing while there is room', () => {
    expect(beyond([...lines(4), ...lines(4, 'b.example')], none, bounds)).toEqual([])
  })

  test('the oldest first, in the order in which they came and not as a clock says', () => {
    const given = lines(12, '').toReversed()
    expect(beyond(given, none, bounds)).toEqual([' 1', ' 2'])
  })

  test('a site that shows very many pushes out its own alone', () => {
    const mine = [1, 2, 3].map((order) => line(order, 'mine.example'))
    const flood = Array.from({ length: 10_000 }, (_, index) => line(index + 4, 'flood.example'))
    const gone = new Set(beyond([...flood, ...mine], none, bounds))
    expect(gone.size).toBe(10_000 - 4)
    expect(mine.filter(({ id }) => gone.has(id))).toEqual([])
  })

  test('what is large all together, the oldest first', () => {
    const large = [line(1, '', 600), line(2, '', 300), line(3, '', 300)]
    expect(beyond(large, none, bounds)).toEqual([' 1'])
  })

  test('what is watched stays', () => {
    expect(beyond(lines(12, ''), new Set([' 1']), bounds)).toEqual([' 2', ' 3'])
  })
})

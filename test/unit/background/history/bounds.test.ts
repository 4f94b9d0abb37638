import { describe, expect, test } from 'vitest'
import { beyond, type Room } from '../../../../src/background/history/bounds'
import type { HistoryLine } from '../../../../src/platform/history-shapes'

const line = (order: number, host = 'a.example', size = 1) =>
  ({ id: `${host} ${order}`, order, host, size }) as HistoryLine
const lines = (count: number, host?: string) =>
  Array.from({ length: count }, (_, index) => line(index + 1, host))
const most = { entries: 10, entriesOfHost: 4, size: 1_000 }
const bounds: Room = { most, left: most }
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

describe('once a bound was passed, room is made', () => {
  const room: Room = { most, left: { entries: 8, entriesOfHost: 2, size: 500 } }
  const met = (count: number, host: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index + 1, host(index)))
  const elsewhere = (index: number) => `host-${index}.example`

  test('of all that there is', () => {
    expect(beyond(met(10, elsewhere), none, room)).toEqual([])
    expect(beyond(met(11, elsewhere), none, room)).toHaveLength(3)
  })

  test('on the site that passed it, and nowhere else', () => {
    const others = [...met(3, () => 'b.example'), ...met(2, elsewhere)]
    const flood = Array.from({ length: 5 }, (_, index) => line(index + 10, 'flood.example'))
    const gone = beyond([...others, ...flood], none, room)
    expect(gone).toEqual(['flood.example 10', 'flood.example 11', 'flood.example 12'])
  })

  test('of what is large', () => {
    const large = [line(1, '', 600), line(2, '', 300), line(3, '', 300)]
    expect(beyond(large, none, room)).toEqual([' 1', ' 2'])
    expect(beyond(large.slice(1), none, room)).toEqual([])
  })
})

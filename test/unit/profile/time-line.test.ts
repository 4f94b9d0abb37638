import { expect, test } from 'vitest'
import { summariseProfile } from '../../../src/profile/summarise-profile'
import { badge } from './some-badge'

const issued = (id: string, issuedOn: string | undefined, validFrom?: string) => {
  const source = badge(id)
  const { issuedOn: _issuedOn, ...credential } = source.report.credential!
  source.report.credential = {
    ...credential,
    ...(issuedOn !== undefined && { issuedOn }),
    ...(validFrom !== undefined && { validFrom }),
  }
  return source
}

test('badges stand in the order in which they were issued, in UTC; unknown dates apart', async () => {
  const { trusted } = await summariseProfile([
    issued('a', '2026-03-14T01:00:00+02:00'),
    issued('b', undefined, '2025-01-01'),
    issued('c', 'last week'),
    issued('d', undefined),
    issued('e', '2026-02-30'),
    issued('f', '1700000000'),
  ])
  expect(trusted.timeLine).toEqual({
    dated: [
      { date: '2023-11-14T22:13:20.000Z', badge: 'f' },
      { date: '2025-01-01T00:00:00.000Z', badge: 'b' },
      { date: '2026-03-13T23:00:00.000Z', badge: 'a' },
    ],
    undated: ['c', 'd', 'e'],
  })
})

test('the end of a badge is that of the last day it names, and none where it names no date', async () => {
  const until = (id: string, validUntil: string) => badge(id, { credential: { validUntil } })
  const { trusted } = await summariseProfile([until('a', '2030-01-31'), until('b', 'never')])
  expect(trusted.timeLine.dated).toEqual([
    { date: '2026-03-14T00:00:00.000Z', until: '2030-01-31T23:59:59.999Z', badge: 'a' },
    { date: '2026-03-14T00:00:00.000Z', badge: 'b' },
  ])
})

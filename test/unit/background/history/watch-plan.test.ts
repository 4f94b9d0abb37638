/** When a watched badge is checked, and what of it is news. */
import { describe, expect, test } from 'vitest'
import type { WatchFinding } from '../../../../src/background/history/watch/watch-finding'
import {
  DAY,
  firstCheck,
  nextDue,
  withBeginning,
  withClock,
  withFinding,
} from '../../../../src/background/history/watch/watch-plan'
import type { KeptWatch } from '../../../../src/platform/watch-shapes'

const NOW = Date.parse('2026-06-01T12:00:00Z')
const watch = (more: Partial<KeptWatch> = {}): KeptWatch => ({
  ...{ schema: 1, id: 'a', hosts: ['issuer.example'], nextAt: NOW, begun: 0 },
  ...{ failures: 0, newHosts: [], state: 'holds', changes: [], unseen: false, ...more },
})
const at = (now: number, random = 0) => ({ now, random })
const HOLDS: WatchFinding = { state: 'holds' }
const FAILED: WatchFinding = { state: 'not-checked' }

/** The states after these findings, each when it is due. */
function lived(findings: WatchFinding[], refused: string[] = []): KeptWatch[] {
  const all: KeptWatch[] = []
  let kept = watch()
  for (const finding of findings) {
    const now = kept.nextAt
    kept = withFinding(withBeginning(kept, now), finding, refused, at(now))
    all.push(kept)
  }
  return all
}

describe('when', () => {
  test('at most once a day, however it is spread', () => {
    for (const random of [0, 0.5, 0.999]) {
      const { nextAt, begun } = withFinding(watch({ begun: 1 }), HOLDS, [], at(NOW, random))
      expect(nextAt).toBeGreaterThanOrEqual(NOW + DAY)
      expect(nextAt).toBeLessThan(NOW + 1.1 * DAY)
      expect(begun).toBe(0)
      expect(firstCheck(at(NOW, random))).toBeLessThan(NOW + DAY)
    }
  })

  test('what slept for a week is checked once, the longest waiting first', () => {
    const slept = [watch({ id: 'b', nextAt: NOW - 3 * DAY }), watch({ nextAt: NOW - 7 * DAY })]
    const first = nextDue(slept, NOW)!
    expect(first.id).toBe('a')
    const after = withFinding(first, HOLDS, [], at(NOW))
    expect(nextDue([after], NOW)).toBeUndefined()
    expect(nextDue([after], NOW + DAY - 1)).toBeUndefined()
  })

  test('a worker that was killed has it tried again in an hour, and not at once', () => {
    const begun = withBeginning(watch(), NOW)
    expect(nextDue([begun], NOW + DAY / 24 - 1)).toBeUndefined()
    expect(nextDue([begun], NOW + DAY / 24)).toMatchObject({ begun: 1 })
  })

  test('a host that fails is asked less and less often', () => {
    const times = lived([FAILED, FAILED, FAILED, FAILED, FAILED]).map(({ nextAt }) => nextAt)
    const days = times.map((time, index) => (time - (times[index - 1] ?? NOW)) / DAY)
    expect(days).toEqual([1, 2, 4, 4, 4])
  })

  test('a clock that was set back neither stops it for years nor makes it ask at once', () => {
    const ahead = watch({ nextAt: NOW + 400 * DAY })
    const set = withClock({ ...ahead, failingSince: NOW + 399 * DAY }, at(NOW))
    expect(set).toMatchObject({ nextAt: NOW + DAY, failingSince: NOW })
    const fine = watch({ nextAt: NOW + 4 * DAY })
    expect(withClock(fine, at(NOW))).toBe(fine)
  })
})

describe('what is news', () => {
  test('not another date of the same end; but the date that is kept is the last one that was found', () => {
    const endsOn = (date: string): WatchFinding => ({ state: 'ends-soon', date })
    const [, later] = lived([endsOn('2026-06-10T00:00:00Z'), endsOn('2026-06-24T00:00:00Z')])
    expect(later?.changes).toHaveLength(1)
    expect(later?.changes[0]).toEqual({
      ...{ state: 'ends-soon', at: '2026-06-01T12:00:00.000Z', date: '2026-06-24T00:00:00Z' },
    })
  })

  test('a change, once; and every change is kept with its date', () => {
    const revoked: WatchFinding = {
      state: 'revoked',
      reason: { code: 'internal-failure', params: {} },
    }
    const [first, second] = lived([revoked, revoked])
    expect(first).toMatchObject({
      ...{ state: 'revoked', unseen: true },
      changes: [
        { state: 'revoked', at: '2026-06-01T12:00:00.000Z', reason: { code: 'internal-failure' } },
      ],
    })
    expect(second?.changes).toHaveLength(1)
  })

  test('that it holds again is kept, and is no news', () => {
    const [, again] = lived([{ state: 'suspended' }, HOLDS])
    expect(again).toMatchObject({ state: 'holds', unseen: false })
    expect(again?.changes.map(({ state }) => state)).toEqual(['holds', 'suspended'])
  })

  test('“could not check” is none until it has lasted for seven days', () => {
    const all = lived([FAILED, FAILED, FAILED, FAILED])
    expect(all.map(({ state }) => state)).toEqual(['holds', 'holds', 'holds', 'unreachable'])
    expect(all.map(({ unseen }) => unseen)).toEqual([false, false, false, true])
  })

  test('a clock that jumps a month makes no week of one failure', () => {
    const once = withFinding(watch(), FAILED, [], at(NOW))
    expect(withFinding(once, FAILED, [], at(NOW + 30 * DAY)).state).toBe('holds')
  })

  test('one answer begins the week anew', () => {
    const all = lived([FAILED, FAILED, FAILED, HOLDS, FAILED])
    expect(all.at(-1)).toMatchObject({ failures: 1, state: 'holds' })
  })

  test('a new host is told, with its name, and forgotten as soon as it is not needed', () => {
    const [asks] = lived([{ state: 'asks' }], ['tracker.example'])
    expect(asks).toMatchObject({ state: 'asks', unseen: true, newHosts: ['tracker.example'] })
    expect(withFinding(asks!, HOLDS, [], at(asks!.nextAt)).newHosts).toEqual([])
    expect(asks?.hosts).toEqual(['issuer.example'])
  })

  test('a second host that nobody was told of is news again; the same one is not', () => {
    const told = watch({ state: 'asks', newHosts: ['a.example'], unseen: false })
    const asks: WatchFinding = { state: 'asks' }
    expect(withFinding(told, asks, ['a.example'], at(NOW)).unseen).toBe(false)
    expect(withFinding(told, asks, ['b.example'], at(NOW))).toMatchObject({
      unseen: true,
      newHosts: ['b.example'],
    })
  })

  test('a host that was allowed during the check is not asked for again', () => {
    const allowed = watch({ state: 'asks', hosts: ['issuer.example', 'a.example'] })
    const after = withFinding(allowed, { state: 'asks' }, ['a.example'], at(NOW))
    expect(after).toMatchObject({ newHosts: [], unseen: false })
  })

  test('a badge that changes every day is kept bounded', () => {
    const flapping = Array.from({ length: 50 }, (_, index) => ({
      state: index % 2 === 0 ? ('suspended' as const) : ('holds' as const),
    }))
    expect(lived(flapping).at(-1)?.changes).toHaveLength(20)
  })
})

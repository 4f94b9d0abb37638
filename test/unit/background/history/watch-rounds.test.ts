/** When watched badges are verified again, and what of it is kept. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { settled } from '../worker-rig'
import { assertionOf, DAY, HOUR, NEXT_DAY, WatchRig } from './watch-rig'
import { eventually } from '../../eventually'

let rig: WatchRig

beforeEach(async () => {
  rig = new WatchRig()
  await rig.start()
})
afterEach(() => vi.useRealTimers())

async function watchSome(keys: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const key of keys) {
    rig.says(key, {})
    ids.push(await rig.watch(key))
  }
  return ids
}

describe('a round', () => {
  test('verifies what is due and nothing else, at most once a day', async () => {
    await watchSome(['a'])
    rig.says('kept', {})
    await rig.keep('kept')

    expect(await rig.after(NEXT_DAY)).toEqual([assertionOf('a')])
    expect(await rig.after(0)).toEqual([])
    expect(await rig.after(DAY - 1)).toEqual([])
    expect(await rig.after(NEXT_DAY)).toEqual([assertionOf('a')])
  })

  test('makes up for no day that was missed', async () => {
    await watchSome(['a'])
    expect(await rig.after(30 * DAY)).toEqual([assertionOf('a')])
    expect(await rig.after(HOUR)).toEqual([])
  })

  test('asks one after the other, at most twenty; the rest is for the next', async () => {
    const keys = Array.from({ length: 22 }, (_, index) => `badge-${index}`)
    await watchSome(keys)
    let underWay = 0
    let most = 0
    for (const key of keys)
      rig.web.serve(assertionOf(key), async () => {
        most = Math.max(most, ++underWay)
        await settled()
        underWay--
        return Response.json({})
      })

    const first = await rig.after(NEXT_DAY)
    expect(new Set(first).size).toBe(20)
    expect(first).toHaveLength(20)
    expect(most).toBe(1)
    const rest = await rig.after(HOUR)
    expect([...first, ...rest].toSorted()).toEqual(keys.map(assertionOf).toSorted())
  })

  test('is not begun twice: an alarm during one waits for it', async () => {
    await watchSome(['a'])
    const { asked, release } = rig.holds('a')
    vi.setSystemTime(Date.now() + NEXT_DAY)
    const { over } = await rig.wake()
    await asked
    const second = await rig.wake()
    release()
    await Promise.all([over, second.over])
    expect(rig.web.log).toEqual([assertionOf('a')])
  })

  test('renews what is kept, and is no news where nothing has changed', async () => {
    const [id = ''] = await watchSome(['a'])
    const before = (await rig.line(id))!
    await rig.after(NEXT_DAY)

    const after = (await rig.line(id))!
    expect(Date.parse(after.checkedAt)).toBe(Date.parse(before.checkedAt) + NEXT_DAY)
    expect(after).toMatchObject({ earlier: [], watch: { state: 'holds', unseen: false } })
    expect(after.watch?.changes).toHaveLength(1)
  })

  test('without a connection asks nobody and counts nothing; after it, once', async () => {
    const [id = ''] = await watchSome(['a'])
    const before = await rig.watched(id)
    rig.connection.onLine = false
    expect(await rig.after(10 * DAY)).toEqual([])
    expect(await rig.watched(id)).toEqual(before)
    rig.connection.onLine = true
    expect(await rig.after(0)).toEqual([assertionOf('a')])
  })

  test('after the clock was set back asks neither at once nor only in a year', async () => {
    const [id = ''] = await watchSome(['a'])
    vi.setSystemTime(Date.now() + 365 * DAY)
    await rig.after(0)
    expect(await rig.after(-365 * DAY)).toEqual([])
    expect((await rig.watched(id))!.nextAt).toBeLessThanOrEqual(Date.now() + NEXT_DAY)
    expect(await rig.after(NEXT_DAY)).toEqual([assertionOf('a')])
  })
})

describe('the alarm', () => {
  test('is there exactly while something is watched', async () => {
    rig.says('a', {})
    expect(rig.browser.alarms.has('watch')).toBe(false)
    const id = await rig.watch('a')
    expect(rig.browser.alarms.get('watch')).toMatchObject({ periodInMinutes: 60 })
    await rig.ask('unwatch-badge', { id })
    expect(rig.browser.alarms.has('watch')).toBe(false)
  })

  test('is put up again by the next worker, where the browser has forgotten it', async () => {
    await watchSome(['a'])
    rig.browser.alarms.clear()
    await rig.restart()
    await eventually(() => {
      expect(rig.browser.alarms.has('watch')).toBe(true)
    })
  })
})

describe('a host that does not answer', () => {
  test('for a week is told as that: it is never said that the badge holds, nor that it does not', async () => {
    const [id = ''] = await watchSome(['a'])
    rig.says('a', {}, 503)
    const kept = await rig.line(id)
    const states: string[] = []
    for (let day = 0; day < 12; day++) {
      await rig.after(NEXT_DAY)
      states.push((await rig.watched(id))!.state)
    }

    expect(states.slice(0, 7)).toEqual(states.slice(0, 7).map(() => 'holds'))
    expect(states.at(-1)).toBe('unreachable')
    const line = await rig.line(id)
    expect(line?.watch).toMatchObject({ unseen: true, changes: [{ state: 'unreachable' }, {}] })
    // Nothing was found out, so that what is kept says when it was last found.
    expect(line?.checkedAt).toBe(kept?.checkedAt)
    // Less and less often: it is down.
    expect(rig.web.log.length).toBeLessThan(6)
  })

  test('is told to hold again only by an answer', async () => {
    const [id = ''] = await watchSome(['a'])
    rig.says('a', {}, 503)
    for (let day = 0; day < 12; day++) await rig.after(NEXT_DAY)
    rig.says('a', {})
    await rig.after(5 * DAY)
    const watch = await rig.watched(id)
    expect(watch).toMatchObject({ state: 'holds', unseen: false, failures: 0 })
    expect(watch?.changes.map(({ state }) => state)).toEqual(['holds', 'unreachable', 'holds'])
  })
})

describe('a worker that is killed in the middle of a check', () => {
  test('tries it again in an hour, and gives up what kills it again and again', async () => {
    const [id = ''] = await watchSome(['a'])
    rig.holds('a')
    await rig.killedInCheck(NEXT_DAY)
    expect(await rig.watched(id)).toMatchObject({ begun: 1, state: 'holds', failures: 0 })
    expect(await rig.after(HOUR - 1)).toEqual([])
    await rig.killedInCheck(1)
    await rig.killedInCheck(HOUR)
    expect(await rig.watched(id)).toMatchObject({ begun: 3 })

    expect(await rig.after(HOUR)).toEqual([])
    expect(await rig.watched(id)).toMatchObject({ begun: 0, failures: 1, state: 'holds' })
    expect(await rig.after(HOUR)).toEqual([])
    rig.says('a', {})
    expect(await rig.after(NEXT_DAY)).toEqual([assertionOf('a')])
  })

  test('finishes in the next what it had begun, with the other badges of the round', async () => {
    await watchSome(['a', 'b'])
    rig.holds('a')
    rig.holds('b')
    await rig.killedInCheck(NEXT_DAY)
    const [killed] = rig.web.log
    rig.says('a', {})
    rig.says('b', {})
    const others = [assertionOf('a'), assertionOf('b')].filter((url) => url !== killed)
    expect(await rig.after(0)).toEqual(others)
    expect(await rig.after(HOUR)).toEqual([killed])
  })
})

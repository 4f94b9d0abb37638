/** Whom a watch may ask: the hosts that the user has agreed to, and no other, whatever a badge leads to. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { assertionOf, NEXT_DAY, WatchRig } from './watch-rig'

const TRACKER = 'https://tracker.example/list?badge=a'

let rig: WatchRig
let id: string

beforeEach(async () => {
  rig = new WatchRig()
  await rig.start()
  rig.says('a', {})
  rig.web.serve(TRACKER, () => Response.json({}))
  id = await rig.watch('a')
})
afterEach(() => vi.useRealTimers())

/** Lets badge `a` ask this host, and waits until that was done; what was asked before is forgotten. */
async function allow(host: string): Promise<void> {
  rig.web.log.length = 0
  await rig.ask('allow-watch-host', { id, host })
  await (
    await rig.wake()
  ).over
}

describe('a badge whose list has moved to another host', () => {
  beforeEach(() => {
    rig.says('a', { next: TRACKER })
  })

  test('has nobody new asked: that is told, with its name', async () => {
    const kept = await rig.line(id)
    expect(await rig.after(NEXT_DAY)).toEqual([assertionOf('a')])
    const line = await rig.line(id)
    expect(line?.watch).toMatchObject({
      ...{ state: 'asks', unseen: true },
      ...{ hosts: ['issuer.example'], newHosts: ['tracker.example'] },
    })
    expect(line?.checkedAt).toBe(kept?.checkedAt)
  })

  test('is told once, and the host is not asked on any other day either', async () => {
    await rig.after(NEXT_DAY)
    await rig.ask('watch-seen', { id })
    for (let day = 0; day < 5; day++) expect(await rig.after(NEXT_DAY)).toEqual([assertionOf('a')])
    expect((await rig.line(id))?.watch).toMatchObject({ state: 'asks', unseen: false })
  })

  test('has it asked at once where the user lets it, for this badge alone', async () => {
    rig.says('b', {})
    const other = await rig.watch('b')
    rig.says('b', { next: TRACKER })
    await rig.after(NEXT_DAY)
    await allow('tracker.example')

    expect(rig.web.log).toEqual([assertionOf('a'), TRACKER])
    expect((await rig.line(id))?.watch).toMatchObject({ state: 'holds', newHosts: [] })
    expect((await rig.line(other))?.watch?.newHosts).toEqual(['tracker.example'])
  })

  test('lets no host in that was not told of', async () => {
    await rig.after(NEXT_DAY)
    await allow('elsewhere.example')
    expect(rig.web.log).toEqual([])
    expect((await rig.line(id))?.watch?.hosts).toEqual(['issuer.example'])
  })

  test('that was revoked is told as revoked, though its host would have to be asked', async () => {
    rig.says('a', { next: TRACKER, revoked: true })
    await rig.after(NEXT_DAY)
    expect((await rig.line(id))?.watch).toMatchObject({ state: 'revoked', newHosts: [] })
  })
})

describe('hosts that were agreed to', () => {
  test('are not asked where the browser withholds them, and that is no news at first', async () => {
    rig.browser.withheld.add('https://issuer.example/*')
    expect(await rig.after(NEXT_DAY)).toEqual([])
    expect(await rig.watched(id)).toMatchObject({ failures: 1, state: 'holds', unseen: false })
  })

  test('are those that were shown: with others nothing is watched', async () => {
    rig.says('b', {})
    const { id: other } = await rig.keep('b')
    for (const hosts of [[], ['issuer.example', 'tracker.example'], ['tracker.example']])
      expect(await rig.ask('watch-badge', { id: other, hosts })).toBe('changed')
    expect(await rig.watched(other)).toBeUndefined()
  })

  test('are shut again after the check', async () => {
    await rig.after(NEXT_DAY)
    expect(rig.browser.lets('https://issuer.example/')).toBe(false)
  })

  test('learn nothing of the page, and are sent no cookie', async () => {
    await rig.after(NEXT_DAY)
    expect(rig.web.requests.at(-1)).toMatchObject({
      url: assertionOf('a'),
      init: { credentials: 'omit', referrerPolicy: 'no-referrer' },
    })
  })

  test('are asked no more once a redirect was followed elsewhere: the answer is thrown away', async () => {
    rig.web.serve(assertionOf('a'), () => {
      const answer = Response.json({ revoked: true })
      Object.defineProperty(answer, 'url', { value: TRACKER })
      return answer
    })
    await rig.after(NEXT_DAY)
    expect(await rig.watched(id)).toMatchObject({ state: 'holds', failures: 1 })
  })
})

describe('what is not watched', () => {
  test.each([
    ['unverifiable', { asks: [assertionOf('gone')] }],
    ['invalid', { verdict: 'invalid' as const }],
  ])('%s', async (key, script) => {
    if (key === 'invalid') rig.says(key, {})
    const line = await rig.keep(key, script)
    expect(line.isWatchable).toBe(false)
    expect(await rig.ask('watch-badge', { id: line.id, hosts: line.hosts })).toBe('gone')
  })

  test('a hundred and first', async () => {
    const { watches } = await import('../../../../src/platform/history-database')
    const { openDB } = await import('idb')
    const database = await openDB('touchstone')
    const [kept] = await watches.all()
    for (let index = 1; index < 100; index++)
      await database.put('watches', { ...kept, id: `history:${index}` })
    database.close()
    rig.says('b', {})
    const { id: other, hosts } = await rig.keep('b')
    expect(await rig.ask('watch-badge', { id: other, hosts })).toBe('too-many')
    // One that is watched already is not one more.
    expect(await rig.ask('watch-badge', { id, hosts: ['issuer.example'] })).toBe('watched')
  })
})

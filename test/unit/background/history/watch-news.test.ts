/** What is told of watched badges: each change once, by one notification, in words that no badge can bend. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { OWN_ORIGIN } from '../fake-browser'
import { settled } from '../worker-rig'
import { NEXT_DAY, WatchRig } from './watch-rig'

let rig: WatchRig

beforeEach(async () => {
  rig = new WatchRig()
  await rig.start()
  rig.browser.granted.add('notifications')
})
afterEach(() => vi.useRealTimers())

async function watched(key: string, name = key): Promise<string> {
  rig.says(key, {})
  return rig.watch(key, { name })
}

async function revokedLater(key: string, name?: string): Promise<string> {
  const id = await watched(key, name)
  rig.says(key, { revoked: true })
  await rig.after(NEXT_DAY)
  return id
}

const told = () => rig.browser.notifications.map(({ message }) => message)

describe('a badge that was revoked', () => {
  test('is news in the history, and told by one notification', async () => {
    const id = await revokedLater('Go')
    const { news, lines } = await rig.ask('history-list', {
      query: { search: '', verdicts: [], most: 10 },
    })
    expect(news.map((line) => line.id)).toEqual([id])
    expect(lines).toMatchObject([
      {
        facts: { verdict: 'invalid' },
        earlier: [{ verdict: 'authentic' }],
        watch: { state: 'revoked', unseen: true, changes: [{ state: 'revoked' }, {}] },
      },
    ])
    expect(await rig.ask('history-state', {})).toMatchObject({ news: 1, watched: 1 })
    expect(rig.browser.notifications).toEqual([{ id: 'watch', message: 'watchSaysRevoked Go' }])
  })

  test('is told once, however often it is found', async () => {
    await revokedLater('Go')
    for (let day = 0; day < 3; day++) await rig.after(NEXT_DAY)
    expect(told()).toHaveLength(1)
  })

  test('with others in one round takes the place of what was told of one', async () => {
    await watched('Go')
    await revokedLater('Rust')
    rig.browser.notifications.length = 0
    rig.says('Go', { revoked: true })
    rig.says('Zig', {})
    await rig.watch('Zig')
    rig.says('Zig', { revoked: true })
    await rig.after(NEXT_DAY)
    expect(rig.browser.notifications.map(({ id }) => id)).toEqual(['watch', 'watch'])
    expect(told().at(-1)).toBe('watchNewsMany_other 2')
  })

  test('is news until it was seen', async () => {
    const id = await revokedLater('Go')
    await rig.ask('watch-seen', { id })
    expect(await rig.ask('history-state', {})).toMatchObject({ news: 0 })
  })
})

describe('a name that a notification shows', () => {
  test('reorders nothing, and closes no quotation', async () => {
    await revokedLater('Go', '\u202eoG\u2069\u2069 “ verifies. ”\u2067')
    expect(told()).toEqual(['watchSaysRevoked oG " verifies. "'])
  })

  test('in letters that run the other way is isolated, and cannot end that', async () => {
    await revokedLater('Go', 'תג\u2069 \u202eoG')
    expect(told()).toEqual(['watchSaysRevoked \u2068תג oG\u2069'])
  })

  test('of ten thousand letters is cut', async () => {
    await revokedLater('Go', 'A'.repeat(10_000))
    expect(told()[0]?.length).toBeLessThan(200)
  })

  test('with lines, tabs and characters that nobody sees is one line of what can be read', async () => {
    await revokedLater('Go', 'Go\n\n\n\u0000\u200b\u0007\tverifies')
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    expect(told()[0]).not.toMatch(/[\u0000-\u001f\u200b]/)
  })

  test('that is missing is said to be', async () => {
    await revokedLater('Go', '')
    expect(told()[0]).toContain('badgeUnnamed')
  })
})

describe('without the permission', () => {
  test('it is silent, and the history has the news nevertheless', async () => {
    rig.browser.granted.clear()
    await revokedLater('Go')
    expect(told()).toEqual([])
    expect(await rig.ask('history-state', {})).toMatchObject({ news: 1 })
  })

  test('that is given later the next news is told', async () => {
    rig.browser.granted.clear()
    await revokedLater('Go')
    rig.browser.granted.add('notifications')
    await revokedLater('Rust')
    expect(told()).toEqual(['watchSaysRevoked Rust'])
  })

  test('a browser that fails to show it stops no round', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const api = rig.browser.worker!.api.notifications
    vi.spyOn(api, 'create').mockRejectedValue(new Error('No such icon'))
    const id = await revokedLater('Go')
    expect(await rig.watched(id)).toMatchObject({ state: 'revoked', begun: 0 })
    expect(said).toHaveBeenCalled()
  })
})

describe('a click on the notification', () => {
  test('opens the history, also where it wakes the worker', async () => {
    await revokedLater('Go')
    await rig.restart()
    rig.browser.worker?.api.notifications.onClicked.emit('watch')
    await settled()
    expect(rig.browser.created.map(({ url }) => url)).toEqual([
      `${OWN_ORIGIN}/src/pages/history/index.html`,
    ])
  })

  test('on another opens nothing', async () => {
    rig.browser.worker?.api.notifications.onClicked.emit('other')
    await settled()
    expect(rig.browser.created).toEqual([])
  })
})

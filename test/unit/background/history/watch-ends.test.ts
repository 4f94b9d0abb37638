/** The consent ends at once: what is under way then writes, asks and tells nothing any more. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { assertionOf, NEXT_DAY, WatchRig } from './watch-rig'

const LEADS_ON = 'https://issuer.example/further'

let rig: WatchRig
let id: string

beforeEach(async () => {
  rig = new WatchRig()
  await rig.start()
  rig.browser.granted.add('notifications')
  rig.says('a', {})
  rig.web.serve(LEADS_ON, () => Response.json({ revoked: true }))
  id = await rig.watch('a')
})
afterEach(() => vi.useRealTimers())

/** Has `end` happen while the document of the badge is awaited that says it was revoked. */
async function during(end: () => Promise<unknown>, answer: object = { revoked: true }) {
  const { asked, release } = rig.holds('a', answer)
  vi.setSystemTime(Date.now() + NEXT_DAY)
  const { over } = await rig.wake()
  await asked
  await end()
  release()
  await over
}

const ENDS: [string, () => Promise<unknown>][] = [
  ['is no longer watched', () => rig.ask('unwatch-badge', { id })],
  ['is removed from the history', () => rig.ask('remove-history-entry', { id })],
  ['goes with all of the history', () => rig.ask('remove-history', {})],
  ['goes with what is kept', () => rig.ask('remove-kept', { kind: 'history' })],
  ['stays, and the history is off', () => rig.ask('use-history', { use: false, removes: false })],
  ['goes, and the history is off', () => rig.ask('use-history', { use: false, removes: true })],
]

describe('a badge that during its check', () => {
  test.each(ENDS)('%s: nothing is written of it, and nothing told', async (_, end) => {
    const { history } = await import('../../../../src/platform/history-database')
    await during(end)
    const [report, line] = await Promise.all([history.report(id), history.line(id)])
    expect(report === undefined || report.verdict === 'authentic').toBe(true)
    expect(line === undefined || line.found.verdict === 'authentic').toBe(true)
    expect(await rig.watched(id)).toBeUndefined()
    expect(rig.browser.notifications).toEqual([])
    expect(rig.browser.alarms.has('watch')).toBe(false)
  })

  test.each(ENDS)('%s: nobody is asked any more', async (_, end) => {
    await during(end, { next: LEADS_ON })
    expect(rig.web.log).toEqual([assertionOf('a')])
    expect(await rig.after(NEXT_DAY)).toEqual([])
  })
})

test('another that is due is checked nevertheless, where one is no longer watched', async () => {
  rig.says('b', {})
  const other = await rig.watch('b')
  await rig.dueFirst(id)
  await during(() => rig.ask('unwatch-badge', { id }))
  expect(rig.web.log).toEqual([assertionOf('a'), assertionOf('b')])
  expect(await rig.watched(other)).toMatchObject({ begun: 0, state: 'holds' })
})

test('one whose report is gone is watched no longer, and nobody is asked', async () => {
  const { openDB } = await import('idb')
  const database = await openDB('touchstone')
  await database.delete('historyReports', id)
  database.close()
  expect(await rig.after(NEXT_DAY)).toEqual([])
  expect(await rig.watched(id)).toBeUndefined()
  expect(rig.browser.alarms.has('watch')).toBe(false)
})

test('switched off and on again, nothing is watched that was', async () => {
  await rig.ask('use-history', { use: false, removes: false })
  await rig.ask('use-history', { use: true, removes: false })
  expect(await rig.after(NEXT_DAY)).toEqual([])
  expect((await rig.line(id))?.watch).toBeUndefined()
})

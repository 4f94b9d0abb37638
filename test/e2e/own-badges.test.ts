/** A learner enters the own address once; what becomes of it in the popup, on the disk and in the page. */
import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { HOLDER, OTHER_PERSON } from '../fixtures/people'
import { badgeNamed, openProfile } from './harness/demo-page'
import { seenMarks, type SeenMark } from './harness/marks'
import { mainText } from './harness/page-text'
import { rowOf, verifyAll, type PopupRow } from './harness/popup'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo({ oneWalk: true })

let page: Page
let popup: Page
let options: Page
let rows: PopupRow[]
let before: SeenPage

interface SeenPage {
  marks: SeenMark[]
  /** Without our marks. */
  html: string
}

const seen = async (): Promise<SeenPage> => ({
  marks: (await seenMarks(demo.browser, page)).toSorted((a, b) => (a.badge < b.badge ? -1 : 1)),
  html: String(
    await page.evaluate(`(() => {
      const copy = document.documentElement.cloneNode(true)
      for (const mark of copy.querySelectorAll('[data-touchstone]')) mark.remove()
      return copy.outerHTML
    })()`),
  ),
})

/** A page behind others draws its marks only once it is in front. */
const seenAtRest = async (): Promise<SeenPage> => {
  await page.bringToFront()
  let last = ''
  return waitUntil('the page to be at rest', seen, (now) => {
    const text = JSON.stringify(now)
    const isAtRest = text === last
    last = text
    return isAtRest && now.marks.every(({ look }) => look !== 'checking')
  })
}

/** Ids of the rows that say "Yours". */
const yours = (): Promise<string[]> =>
  popup.$$eval('.badge-row:has([data-own="yours"])', (found) =>
    found.map((row) => row.getAttribute('data-badge') ?? ''),
  )

const idOf = (badge: string): string => rowOf(rows, badgeNamed(demo, badge).title)?.id ?? badge

beforeAll(async () => {
  page = await openProfile(demo)
  popup = await demo.browser.openPopup(page)
  rows = await verifyAll(popup)
  before = await seenAtRest()
  options = await demo.browser.openExtensionPage('src/pages/options/index.html')
})

test('before anything is entered, no badge is said to be anybody’s', async () => {
  expect(await yours()).toEqual([])
})

test('an address that is entered tells its badges from all others', async () => {
  demo.server.log.clear()
  await options.waitForSelector('input[name="own-address"]')
  await options.type('input[name="own-address"]', HOLDER.email)
  await options.type('input[name="own-label"]', 'Private')
  await options.click('input[name="own-remember"]')
  await options.focus('input[name="own-label"]')
  await options.keyboard.press('Enter')
  await options.waitForSelector('[data-kind="email"][data-in-memory="true"]')

  await popup.bringToFront()
  const found = await waitUntil('badges that are yours', yours, (ids) => ids.length > 0)
  for (const badge of ['did-web', 'did-key', 'hosted-good', 'expired'])
    expect(found, badge).toContain(idOf(badge))
  // What does not verify says nothing whose name it bears; a genuine one of somebody else is theirs.
  for (const badge of ['altered', 'stolen-name', 'hosted-other-person'])
    expect(found, badge).not.toContain(idOf(badge))
  const unproven = rows.filter(({ verdict }) => verdict === 'unverifiable')
  for (const { id } of unproven) expect(found).not.toContain(id)
  expect(demo.server.log.urls()).toEqual([])
})

test('the page is as it is for a stranger', async () => {
  expect(await seenAtRest()).toEqual(before)
})

test('how they fare is said of each, and nothing that fails is fine', async () => {
  await popup.bringToFront()
  await popup.focus('.health-open')
  await popup.keyboard.press('Enter')
  await popup.waitForSelector('.health-badge')
  const states = new Map(
    await popup.$$eval('.health-badge', (found) =>
      found.map(
        (each) => [each.getAttribute('data-badge'), each.getAttribute('data-health')] as const,
      ),
    ),
  )
  expect(states.get(idOf('altered'))).toBe('look')
  expect(states.get(idOf('expired'))).toBe('look')
  const text = await mainText(popup)
  expect(text).toMatch(/It ended on .*2023/)
  expect(text).toMatch(/left out: (it names|they name) none of the identities/)
  expect(text).toContain('things are fine')
  expect(text).not.toContain(OTHER_PERSON.email)
})

/**
 * Everything that is kept on the disk, as text; bytes letter by letter. A text itself: a function in it would
 * come with a helper that the page does not have.
 */
const ON_DISK = `(async () => {
  const result = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const database = await result(indexedDB.open('touchstone'))
  const kept = []
  for (const name of database.objectStoreNames) {
    const all = await result(database.transaction(name).objectStore(name).getAll())
    kept.push(JSON.stringify(all, (_, value) =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value))
  }
  database.close()
  kept.push(JSON.stringify(await chrome.storage.local.get(null)))
  return kept.join(' ')
})()`

const IN_SESSION = 'chrome.storage.session.get(null).then((all) => JSON.stringify(all))'

const read = async (expression: string): Promise<string> =>
  String(await options.evaluate(expression))

test('nothing plain is on the disk, and after “Forget” nothing in memory', async () => {
  const disk = await read(ON_DISK)
  expect(disk).toContain('"label":"Private"')
  for (const part of [HOLDER.email, 'lindqvist@']) expect(disk).not.toContain(part)
  expect(await read(IN_SESSION)).toContain(HOLDER.email)

  await options.bringToFront()
  await options.click('#own-badges ~ .options-actions button')
  await options.waitForSelector('[data-kind="email"][data-in-memory="false"]')
  expect(await read(IN_SESSION)).not.toContain('lindqvist')
})

/** The popup in the browser's own window, where a person meets it; the other tests open its page in a tab. */
import { afterEach, expect, test } from 'vitest'
import { openProfile } from './harness/demo-page'
import { popupRows } from './harness/popup'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo()

/** In pixels: of the window, and of what is in it. */
interface Size {
  height: number
  width: number
  filled: number
  wanted: { height: number; width: number }
  /** What is out of sight in the part that scrolls. */
  below: number
  /** From the window's lower edge. */
  footer: number
}

const NAMES = `[...document.querySelectorAll('.badge-row-open')].map((row) => row.textContent).join()`
const OPEN_FIRST = `document.querySelector('[data-state="done"] .badge-row-open').click()`
const SIZE = `({
  height: document.documentElement.clientHeight,
  width: document.documentElement.clientWidth,
  filled: document.body.getBoundingClientRect().width,
  wanted: { height: document.documentElement.scrollHeight, width: document.documentElement.scrollWidth },
  below: document.querySelector('main').scrollHeight - document.querySelector('main').clientHeight,
  footer: document.documentElement.clientHeight - document.querySelector('footer').getBoundingClientRect().bottom,
})`

afterEach(async () => {
  await demo.browser.closeOwnPopup()
})

/** Once the browser has done with measuring it. */
async function sizeOfOwn(): Promise<Size> {
  let before = ''
  const size = await waitUntil(
    'its size to stay',
    () => demo.browser.inOwnPopup(SIZE) as Promise<Size>,
    (now) => {
      const same = JSON.stringify(now) === before
      before = JSON.stringify(now)
      return same
    },
    { every: 500 },
  )
  return size
}

test('lists the badges of the tab in front, as tall with none as with many, and fills its window', async () => {
  const page = await openProfile(demo)
  const popup = await demo.browser.openPopup(page)
  const rows = await waitUntil(
    'the rows',
    () => popupRows(popup),
    ({ length }) => length > 0,
  )
  await popup.close()
  await page.bringToFront()
  await demo.browser.openOwnPopup()
  await waitUntil(
    'the same rows',
    () => demo.browser.inOwnPopup(NAMES),
    (names) => names === rows.map(({ name }) => name).join(),
  )
  const many = await sizeOfOwn()
  const { height, width } = many
  expect({ height, width }).toEqual({ height: 600, width: 400 })
  expect(many).toMatchObject({ wanted: { height, width }, filled: width, footer: 0 })
  expect(many.below).toBeGreaterThan(height)

  await demo.browser.inOwnPopup(OPEN_FIRST)
  await waitUntil(
    'the report',
    () => demo.browser.inOwnPopup(`document.querySelector('.report-headline h1') !== null`),
    Boolean,
  )
  const opened = await sizeOfOwn()
  expect(opened).toEqual({ ...many, below: opened.below })
  expect(opened.below).toBeGreaterThan(0)

  await demo.browser.closeOwnPopup()
  await page.goto('about:blank')
  await demo.browser.openOwnPopup()
  await waitUntil(
    'a notice',
    () => demo.browser.inOwnPopup(`document.querySelector('.notice h1') !== null`),
    Boolean,
  )
  expect(await sizeOfOwn()).toEqual({ ...many, below: 0 })
})

test('PageDown scrolls the list also before anything in it has the focus', async () => {
  const popup = await demo.browser.openPopup(await openProfile(demo))
  await popup.setViewport({ width: 400, height: 600 })
  await popup.waitForSelector('.badge-row')
  await popup.bringToFront()
  const scrolled = (): Promise<number> => popup.$eval('main', ({ scrollTop }) => scrollTop)
  expect(await scrolled()).toBe(0)
  await popup.keyboard.press('PageDown')
  await waitUntil('the list to move', scrolled, (pixels) => pixels > 200)
  await popup.keyboard.press('PageUp')
  await waitUntil('it to be back', scrolled, (pixels) => pixels === 0)
})

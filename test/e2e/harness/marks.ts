import type { Frame, Page } from 'puppeteer-core'
import type { ExtensionBrowser, ShadowMark } from './extension-browser'

/** A mark, with the badge that it stands on. */
export interface SeenMark extends ShadowMark {
  /** Id of the badge's figure or list item; '' where the mark stands on nothing that is known. */
  badge: string
}

/** All marks of a page, frames included. */
export async function seenMarks(browser: ExtensionBrowser, page: Page): Promise<SeenMark[]> {
  const frames = await Promise.all(page.frames().map((frame) => marksOfFrame(browser, frame)))
  return frames.flat()
}

/** The mark on one badge; undefined where it has none. */
export async function markOn(
  browser: ExtensionBrowser,
  page: Page,
  badge: string,
): Promise<SeenMark | undefined> {
  return (await seenMarks(browser, page)).find((mark) => mark.badge === badge)
}

/** Clicks the mark on a badge of the main frame with the mouse. */
export async function clickMark(page: Page, badge: string): Promise<void> {
  const owners = await page.mainFrame().evaluate(ownersOfMarks)
  const hosts = await page.$$('[data-touchstone]')
  const host = hosts[owners.indexOf(badge)]
  if (!host) throw new Error(`No mark on ${badge}`)
  await host.scrollIntoView()
  await host.click()
}

/** Marks come and go between two questions: both must have seen the same number. */
async function marksOfFrame(browser: ExtensionBrowser, frame: Frame): Promise<SeenMark[]> {
  for (let tries = 0; tries < 10; tries++) {
    const owners = await frame.evaluate(ownersOfMarks)
    const marks = await browser.shadowMarks(frame)
    if (owners.length === marks.length) {
      return marks.map((mark, index) => ({ ...mark, badge: owners[index] ?? '' }))
    }
  }
  throw new Error(`Marks of ${frame.url()} do not come to rest`)
}

/** Runs in the page: on which badge each mark stands, by where its middle is. */
function ownersOfMarks(): string[] {
  const carriers = [...document.querySelectorAll('.badge img, .badge svg, .education a')].map(
    (element) => ({
      id: element.closest('figure, li')?.id ?? '',
      box: element.getBoundingClientRect(),
    }),
  )
  return [...document.querySelectorAll('[data-touchstone]')].map((host) => {
    const { left, right, top, bottom } = host.getBoundingClientRect()
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    const slack = 24
    const found = carriers.find(
      ({ box }) =>
        x > box.left - slack &&
        x < box.right + slack &&
        y > box.top - slack &&
        y < box.bottom + slack,
    )
    return found?.id ?? ''
  })
}

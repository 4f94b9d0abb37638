/** Marks of a replica, each assigned to the element of the truth at whose place it stands. */
import type { Frame, Page } from 'puppeteer-core'
import type { TruthRow } from '../../page-kinds/page-kind'
import { MARK_HOSTS, type ExtensionBrowser } from './extension-browser'

/** What stands on each row's element, and how many marks stand nowhere. */
export interface MarksByRow {
  looks: Map<TruthRow, string[]>
  strays: string[]
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Where an element is, and what of it decides where its mark belongs. */
interface Spot extends Box {
  row: number
  isLink: boolean
  rightToLeft: boolean
}

/** CSS pixels by which a mark may be off its place, and between a link and its mark. */
const TOLERANCE = 3
const LINK_GAP = 4

export async function marksByRow(
  browser: ExtensionBrowser,
  page: Page,
  rows: TruthRow[],
): Promise<MarksByRow> {
  const result: MarksByRow = { looks: new Map(rows.map((row) => [row, []])), strays: [] }
  for (const frame of page.frames()) {
    const own = rows.filter((row) => isIn(row, frame, page))
    const { spots, marks } = await look(browser, frame, own)
    for (const { box, look: shown } of marks) {
      const spot = spots.find((each) => isAt(box, each))
      const row = spot && own[spot.row]
      if (row) result.looks.get(row)?.push(shown)
      else result.strays.push(`${shown} at ${box.left},${box.top}`)
    }
  }
  return result
}

function isIn({ frame: wanted }: TruthRow, frame: Frame, page: Page): boolean {
  return wanted === undefined ? frame === page.mainFrame() : frame.url() === wanted
}

/** Marks come and go between two questions: both must have seen the same number. */
async function look(
  browser: ExtensionBrowser,
  frame: Frame,
  rows: TruthRow[],
): Promise<{ spots: Spot[]; marks: { box: Box; look: string }[] }> {
  for (let tries = 0; tries < 10; tries++) {
    const spots = await frame.evaluate(
      spotsOf,
      rows.map(({ selector }) => selector),
    )
    const boxes = (await frame.evaluate(BOXES)) as Box[]
    const marks = await browser.shadowMarks(frame)
    if (boxes.length !== marks.length) continue
    const shown = boxes.map((box, at) => ({ box, look: marks[at]?.look ?? '' }))
    // A mark that is not drawn has no size.
    return { spots, marks: shown.filter(({ box }) => box.right > box.left) }
  }
  throw new Error(`Marks of ${frame.url()} do not come to rest`)
}

const BOXES = `${MARK_HOSTS}.map((host) => {
  const { left, right, top, bottom } = host.getBoundingClientRect()
  return { left, right, top, bottom }
})`

/** Runs in the page. */
function spotsOf(selectors: string[]): Spot[] {
  return selectors.flatMap((selector, row) => {
    const [outer = '', ...inner] = selector.split(' >>> ')
    let element = document.querySelector(outer)
    for (const part of inner) element = element?.shadowRoot?.querySelector(part) ?? null
    if (!element) return []
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const rightToLeft = getComputedStyle(element).direction === 'rtl'
    return [{ left, right, top, bottom, row, isLink: element.localName === 'a', rightToLeft }]
  })
}

/** Behind a link; on the lower right corner of anything else. */
function isAt(mark: Box, spot: Spot): boolean {
  if (!isNear(mark.bottom, spot.bottom)) return false
  if (!spot.isLink) return isNear(mark.right, spot.right)
  return spot.rightToLeft
    ? isNear(mark.right, spot.left - LINK_GAP)
    : isNear(mark.left, spot.right + LINK_GAP)
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE
}

import type { ElementHandle, Page } from 'puppeteer-core'
import type { DemoBadge } from '../../fixtures/index'
import { PROFILE_URL } from '../../demo/pages/index'
import type { Demo } from './launch'
import { seenMarks, type SeenMark } from './marks'
import { waitUntil } from './wait-until'

/** Badges of the candidate's page, with and without a credential in them. */
export function profileBadges({ server }: Demo): DemoBadge[] {
  return server.badges.filter(({ place }) => place !== 'attacks')
}

/** Those that carry a credential. */
export function realBadges(demo: Demo): DemoBadge[] {
  return profileBadges(demo).filter(({ expected }) => expected.verdict !== 'none')
}

export function badgeNamed({ server }: Demo, id: string): DemoBadge {
  const badge = server.badges.find((each) => each.id === id)
  if (!badge) throw new Error(`No badge ${id} in the demo`)
  return badge
}

/** Opens the candidate's page and waits until every image that is a badge has its mark. */
export async function openProfile(demo: Demo): Promise<Page> {
  const page = await demo.browser.openPage(PROFILE_URL)
  // Browsers do not draw frames of other sites that are out of sight.
  await page.$eval('iframe', (frame) => {
    frame.scrollIntoView()
  })
  const images = realBadges(demo).filter(({ kind }) => kind === 'image')
  await waitForMarks(demo, page, images)
  await page.evaluate(() => {
    scrollTo(0, 0)
  })
  return page
}

/** Waits until all these badges have marks that satisfy; returns the marks by badge. */
export async function waitForMarks(
  { browser }: Demo,
  page: Page,
  badges: DemoBadge[],
  satisfies: (mark: SeenMark, badge: DemoBadge) => boolean = () => true,
  timeout = 60_000,
): Promise<Map<string, SeenMark>> {
  let marks = new Map<string, SeenMark>()
  const missing = async (): Promise<string[]> => {
    marks = new Map((await seenMarks(browser, page)).map((mark) => [mark.badge, mark]))
    const lacks = badges.filter((badge) => {
      const mark = marks.get(badge.id)
      return !mark || !satisfies(mark, badge)
    })
    return lacks.map(({ id }) => `${id}: ${marks.get(id)?.look ?? 'no mark'}`)
  }
  await waitUntil('marks', missing, (list) => list.length === 0, { timeout })
  return marks
}

export async function imageOf(page: Page, id: string): Promise<ElementHandle> {
  const image = await page.waitForSelector(`#${id} img`)
  if (!image) throw new Error(`No image of ${id}`)
  return image
}

/** A mark speaks for the picture that is shown, and goes the moment another one is. */
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { badgeNamed, openProfile, waitForMarks } from './harness/demo-page'
import { clickMark, markOn } from './harness/marks'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo()

test('swapped for a picture without data after the verdict: the mark goes', async () => {
  const page = await verified('hosted-self-styled')
  await swap(page, 'hosted-self-styled', badgeNamed(demo, 'look-alike').url)
  await waitUntil(
    'the mark to go',
    () => markOn(demo.browser, page, 'hosted-self-styled'),
    (mark) => mark === undefined,
    { timeout: 1000, every: 20 },
  )
  await rest()
  expect(await markOn(demo.browser, page, 'hosted-self-styled')).toBeUndefined()
})

test('swapped for another badge: the mark says what that one is', async () => {
  const page = await verified('hosted-self-styled')
  await swap(page, 'hosted-self-styled', badgeNamed(demo, 'altered').url)
  const mark = await waitUntil(
    'the verdict of the other badge',
    () => markOn(demo.browser, page, 'hosted-self-styled'),
    (seen) => seen?.look !== 'authentic' && seen !== undefined,
  )
  expect(mark).toMatchObject({
    look: 'invalid',
    label: expect.stringContaining('altered') as string,
  })
})

test('taken out of the page: the mark goes with it', async () => {
  const page = await verified('hosted-self-styled')
  const before = await countOfMarks(page)
  await page.$eval('#hosted-good img', (image) => {
    image.remove()
  })
  await waitUntil(
    'the mark to go',
    () => countOfMarks(page),
    (count) => count === before - 1,
    { timeout: 1000, every: 20 },
  )
})

async function verified(id: string): Promise<Page> {
  const page = await openProfile(demo)
  await clickMark(page, id)
  await waitForMarks(demo, page, [badgeNamed(demo, id)], ({ look }) => look === 'authentic')
  return page
}

async function swap(page: Page, id: string, url: string): Promise<void> {
  await page.$eval(
    `#${id} img`,
    (image, source) => {
      image.src = source
    },
    url,
  )
}

function countOfMarks(page: Page): Promise<number> {
  return page.$$eval('[data-touchstone]', (hosts) => hosts.length)
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1500))
}

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

test('copied, and the copy filled with another picture: the mark stays where it was', async () => {
  const page = await verified('hosted-self-styled')
  const { url } = badgeNamed(demo, 'look-alike')
  await page.$eval(
    '#hosted-self-styled',
    (badge, other) => {
      const copy = badge.cloneNode(true) as Element
      copy.id = 'copy'
      copy.querySelector('img')!.src = other
      badge.after(copy)
    },
    url,
  )
  await rest()
  expect(await markOn(demo.browser, page, 'hosted-self-styled')).toMatchObject({
    look: 'authentic',
  })
  expect(await markOn(demo.browser, page, 'copy')).toBeUndefined()
})

test('hidden without a transition: the mark is hidden with it', async () => {
  const page = await verified('hosted-self-styled')
  await page.$eval('#hosted-self-styled', (badge) => {
    badge.setAttribute('style', 'opacity: 0; transition: none')
  })
  await waitUntil(
    'the mark to be hidden',
    () => shownMarks(page),
    (boxes) => boxes === 0,
    { timeout: 1000, every: 20 },
  )
})

/** Boxes of marks on the badge. */
function shownMarks(page: Page): Promise<number> {
  return page.$eval('#hosted-self-styled img', (image) => {
    const { left, right, top, bottom } = image.getBoundingClientRect()
    return [...document.querySelectorAll('[data-touchstone]')].filter((host) => {
      const box = host.getBoundingClientRect()
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
      return box.width > 0 && x > left && x < right && y > top && y < bottom
    }).length
  })
}

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

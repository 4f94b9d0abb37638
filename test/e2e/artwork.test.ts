/** A genuine badge in a picture that its issuer did not make. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { badgeNamed, openProfile, waitForMarks } from './harness/demo-page'
import { openDetail, backToList, rowOf, verifyAll, type PopupRow } from './harness/popup'
import { useDemo } from './harness/use-demo'

const demo = useDemo({ oneWalk: true })
let page: Page
let popup: Page
let rows: PopupRow[]

beforeAll(async () => {
  page = await openProfile(demo)
})

test('before a click nobody is asked for the issuer’s picture', async () => {
  const isArtwork = (url: string): boolean => url.includes('/artwork/')
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(demo.server.log.urls().filter(isArtwork)).toEqual([])
})

describe('after "Verify all"', () => {
  beforeAll(async () => {
    demo.server.log.clear()
    popup = await demo.browser.openPopup(page)
    rows = await verifyAll(popup)
  })

  test('a swapped picture is one to look at, and says why', async () => {
    const row = rowOf(rows, badgeNamed(demo, 'swapped-picture').title)
    expect(row).toMatchObject({ verdict: 'attention', chip: 'Other picture' })
    expect(await openDetail(popup, row?.id ?? '')).toBe(
      'Authentic, but the picture looks different from the issuer’s image of this badge.',
    )
  })

  test('both pictures are shown, and are two', async () => {
    const pictures = await popup.$$eval('.two-pictures figure', (figures) =>
      figures.map((figure) => ({
        caption: figure.querySelector('figcaption')?.textContent,
        source: figure.querySelector('img')?.src ?? '',
        width: figure.querySelector('img')?.naturalWidth ?? 0,
      })),
    )
    expect(pictures.map(({ caption }) => caption)).toEqual([
      'On this page',
      'The issuer’s own image',
    ])
    for (const { source, width } of pictures) {
      expect(source).toMatch(/^data:image\/png;base64,/)
      expect(width).toBe(96)
    }
    expect(pictures[0]?.source).not.toBe(pictures[1]?.source)
    await backToList(popup)
  })

  test('a picture that is merely smaller is not called different', async () => {
    const row = rowOf(rows, badgeNamed(demo, 'resized-picture').title)
    expect(row?.verdict).toBe('authentic')
    await openDetail(popup, row?.id ?? '')
    expect(
      await popup.$eval('[data-check="artwork"]', (check) => check.getAttribute('data-outcome')),
    ).toBe('passed')
    expect(await popup.$('.two-pictures')).toBeNull()
    await backToList(popup)
  })

  test('the issuer was asked for each picture once, without cookies', () => {
    const asked = demo.server.log.entries.filter(({ path }) =>
      /\/artwork\/(summer-school|laboratory-practice)\.png$/.test(path),
    )
    expect(asked.map(({ path }) => path).sort()).toEqual([
      '/ob2/artwork/laboratory-practice.png',
      '/ob2/artwork/summer-school.png',
    ])
    for (const { cookie, referer } of asked) expect({ cookie, referer }).toEqual({})
  })

  test('its mark says so on the page', async () => {
    await page.bringToFront()
    const badges = [badgeNamed(demo, 'swapped-picture')]
    const marks = await waitForMarks(demo, page, badges, ({ look }) => look === 'attention')
    expect(marks.get('swapped-picture')?.label).toMatch(/picture looks different/)
  })
})

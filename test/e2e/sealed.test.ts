/** Sealed European Digital Credentials: behind links of a page, and as files that are dropped. */
import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { listUrl } from '../fixtures/trusted-lists'
import { badgeNamed, openProfile } from './harness/demo-page'
import { dropFiles, openFilesPage } from './harness/files-page'
import { backToList, openDetail, rowOf, verifyAll, type PopupRow } from './harness/popup'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo()
const fileOf = (id: string) => ({ name: `${id}.jsonld`, bytes: badgeNamed(demo, id).file })

async function useEuLists(): Promise<void> {
  const options = await demo.browser.openExtensionPage('src/pages/options/index.html')
  await options.waitForSelector('.options-switch input')
  await options.$eval('.options-switch input', (box) => {
    if (!box.checked) box.click()
  })
  await waitUntil(
    'the switch to be on',
    () => options.$eval('.options-switch input', (box) => box.checked),
    (on) => on,
  )
  await options.close()
}

/** Removes every list that is kept. */
async function forgetEuLists(): Promise<void> {
  const options = await demo.browser.openExtensionPage('src/pages/options/index.html')
  await options.waitForSelector('.options-switch input')
  await waitUntil(
    'no list to be kept',
    () =>
      options.$$eval('[data-eu-list] .options-actions button:last-child', (buttons) => {
        for (const button of buttons.slice(0, 1)) (button).click()
        return buttons.length
      }),
    (left) => left === 0,
  )
  await options.close()
}

async function wordsOf(page: Page, rows: PopupRow[], id: string): Promise<string> {
  await openDetail(page, rowOf(rows, badgeNamed(demo, id).title)?.id ?? '')
  return page.$eval('main', (main) => main.textContent)
}

describe('behind a link', () => {
  test('each seal is said to be what it is worth, without a word to any list', async () => {
    const page = await openProfile(demo)
    const popup = await demo.browser.openPopup(page)
    const rows = await verifyAll(popup)
    const verdict = (id: string) => rowOf(rows, badgeNamed(demo, id).title)?.verdict
    expect(verdict('sealed')).toBe('attention')
    expect(verdict('sealed-by-another')).toBe('attention')
    expect(verdict('sealed-altered')).toBe('invalid')

    const words = await wordsOf(popup, rows, 'sealed')
    expect(words).toContain('nobody whom we know vouches for when it was sealed')
    expect(words).toContain('Advanced electronic seal')
    expect(words).toContain('Not looked up in the EU trusted list')
    expect(words).toContain('NTREE-10000017')
    await backToList(popup)
    expect(await wordsOf(popup, rows, 'sealed-by-another')).toContain(
      'sealed by Grand College OÜ, not by Northfield University of Technology',
    )
    expect(demo.server.log.hosts().filter((host) => host.startsWith('lists.'))).toEqual([])
  })
})

describe('in a file that is dropped, once EU trusted lists are used', () => {
  test('a qualified seal of the issuer is green', async () => {
    await useEuLists()
    const page = await openFilesPage(demo)
    await dropFiles(page, [fileOf('sealed'), fileOf('sealed-altered')])
    await page.waitForSelector('.badge-row:nth-child(2)')
    expect(demo.server.log.hosts()).toEqual([])
    const rows = await verifyAll(page)
    const verdicts = Object.fromEntries(rows.map(({ name, verdict }) => [name, verdict]))
    expect(verdicts).toEqual({
      [badgeNamed(demo, 'sealed').title]: 'trusted',
      'Certificate of Nuclear Engineering': 'invalid',
    })
    const words = await wordsOf(page, rows, 'sealed')
    expect(words).toContain('shown by its qualified seal')
    expect(words).toContain('Qualified electronic seal')
    expect(demo.server.log.hosts()).toEqual(
      expect.arrayContaining(['lists.ee.example', 'lists.lu.example']),
    )
  })

  test('a list that cannot be had makes no seal a qualified one', async () => {
    await useEuLists()
    await forgetEuLists()
    demo.server.setFault(listUrl('EE'), { kind: 'drop' })
    const page = await openFilesPage(demo)
    await dropFiles(page, [fileOf('sealed')])
    await page.waitForSelector('.badge-row')
    const rows = await verifyAll(page)
    expect(rows[0]?.verdict).not.toBe('trusted')
    const words = await wordsOf(page, rows, 'sealed')
    expect(words).toContain('The trusted list of Estonia could not be obtained')
  })
})

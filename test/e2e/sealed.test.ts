/** Sealed European Digital Credentials: behind links of a page, and as files that are dropped. */
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { pdfWith } from '../fixtures/pdf'
import { listUrl } from '../fixtures/trusted-lists'
import { badgeNamed, openProfile } from './harness/demo-page'
import { dropFiles, openFilesPage } from './harness/files-page'
import { mainText } from './harness/page-text'
import {
  backToList,
  openDetail,
  rowOf,
  type PopupRow,
  verifyAll,
  waitUntilDone,
} from './harness/popup'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo()
const fileOf = (id: string) => ({ name: `${id}.jsonld`, bytes: badgeNamed(demo, id).file })

async function useEuLists(use: boolean): Promise<void> {
  const options = await demo.browser.openExtensionPage('src/pages/options/index.html')
  await options.waitForSelector('.options-switch input')
  await waitUntil(
    `the switch to say ${String(use)}`,
    () =>
      options.$eval(
        '.options-switch input',
        (box, wanted) => {
          if (box.checked !== wanted) box.click()
          return box.checked
        },
        use,
      ),
    (checked) => checked === use,
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
        for (const button of buttons.slice(0, 1)) button.click()
        return buttons.length
      }),
    (left) => left === 0,
  )
  await options.close()
}

async function wordsOf(page: Page, rows: PopupRow[], id: string): Promise<string> {
  const headline = await openDetail(page, rowOf(rows, badgeNamed(demo, id).title)?.id ?? '')
  return waitUntil(
    'the whole report',
    () => mainText(page),
    (text) => text.includes(headline),
  )
}

const listHosts = () => demo.server.log.hosts().filter((host) => host.startsWith('lists.'))

test('behind a link each seal is said to be what it is worth', async () => {
  const page = await openProfile(demo)
  const popup = await demo.browser.openPopup(page)
  const rows = await verifyAll(popup)
  const verdict = (id: string) => rowOf(rows, badgeNamed(demo, id).title)?.verdict
  expect(verdict('sealed')).toBe('trusted')
  expect(verdict('sealed-by-another')).toBe('attention')
  expect(verdict('sealed-altered')).toBe('invalid')
  expect(new Set(listHosts())).toEqual(new Set(['lists.ee.example', 'lists.lu.example']))

  const words = await wordsOf(popup, rows, 'sealed')
  expect(words).toContain('shown by its qualified seal')
  expect(words).toContain('Qualified electronic seal')
  expect(words).toContain('NTREE-10000017')
  await backToList(popup)
  expect(await wordsOf(popup, rows, 'sealed-by-another')).toContain(
    'sealed by Grand College OÜ, not by Northfield University of Technology',
  )
})

test('a file that is dropped is judged by the lists that are kept, and nobody is asked', async () => {
  const page = await openFilesPage(demo)
  await dropFiles(page, [fileOf('sealed'), fileOf('sealed-altered')])
  await page.waitForSelector('.badge-row:nth-child(2)')
  const rows = await waitUntilDone(page)
  expect(Object.fromEntries(rows.map(({ name, verdict }) => [name, verdict]))).toEqual({
    [badgeNamed(demo, 'sealed').title]: 'trusted',
    [badgeNamed(demo, 'sealed-altered').title]: 'invalid',
  })
  expect(demo.server.log.hosts()).toEqual([])
})

test('a credential that is attached to a PDF is found in it', async () => {
  const page = await openFilesPage(demo)
  const { name, bytes } = fileOf('sealed')
  await dropFiles(page, [
    { name: 'diploma.pdf', bytes: pdfWith([{ name, content: bytes }]) },
    { name: 'letter.pdf', bytes: pdfWith([]) },
  ])
  await page.waitForSelector('.badge-row:nth-child(2)')
  const rows = await waitUntilDone(page)
  expect(rows.map(({ verdict }) => verdict)).toEqual(['trusted', 'none'])
  expect(await wordsOf(page, rows, 'sealed')).toContain('The credential is attached to a PDF.')
})

test('without lists no seal is a qualified one, also where one was before', async () => {
  await forgetEuLists()
  await useEuLists(false)
  const page = await openFilesPage(demo)
  await dropFiles(page, [fileOf('sealed')])
  await page.waitForSelector('.badge-row')
  const rows = await verifyAll(page)
  expect(rows[0]?.verdict).toBe('attention')
  const words = await wordsOf(page, rows, 'sealed')
  expect(words).toContain('nobody whom we know vouches for when it was sealed')
  expect(words).toContain('Advanced electronic seal')
  expect(words).toContain('Not looked up in the EU trusted list')
  expect(listHosts()).toEqual([])
  await useEuLists(true)
})

test('a list that cannot be had makes no seal a qualified one', async () => {
  await forgetEuLists()
  demo.server.setFault(listUrl('EE'), { kind: 'drop' })
  const page = await openFilesPage(demo)
  await dropFiles(page, [fileOf('sealed-by-another')])
  await page.waitForSelector('.badge-row')
  const rows = await verifyAll(page)
  await wordsOf(page, rows, 'sealed-by-another')
  // Judged without asking it was done before: what is opened may still be of then.
  const words = await waitUntil(
    'the list to be missed',
    () => mainText(page),
    (text) => text.includes('The trusted list of Estonia could not be obtained'),
  )
  expect(words).toContain('Advanced electronic seal')
})

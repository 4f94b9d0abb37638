/** Files that the user gives: dropped, chosen or pasted; read here, and verified after a click. */
import type { Page } from 'puppeteer-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { badgeNamed } from './harness/demo-page'
import { dropFiles, openFilesPage } from './harness/files-page'
import { popupRows, startVerifyAll, waitUntilDone, type PopupRow } from './harness/popup'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo()
let page: Page

beforeEach(async () => {
  page = await openFilesPage(demo)
})

const fileOf = (id: string) => ({ name: `${id}.png`, bytes: badgeNamed(demo, id).file })

function rowsOf(count: number): Promise<PopupRow[]> {
  return waitUntil(
    `${count} files in the list`,
    () => popupRows(page),
    (rows) => rows.length === count,
  )
}

describe('files that are dropped', () => {
  test('are listed, ask nobody, and are verified after a click', async () => {
    await dropFiles(page, [fileOf('did-web'), { name: 'notes.txt', bytes: Buffer.from('hello') }])
    const before = await rowsOf(2)
    expect(before[0]).toMatchObject({ state: 'found' })
    expect(before[1]).toMatchObject({ name: 'notes.txt', state: 'done', verdict: 'none' })
    expect(demo.server.log.hosts()).toEqual([])
    await startVerifyAll(page)
    const after = await waitUntilDone(page)
    expect(after[0]).toMatchObject({ state: 'done', verdict: 'authentic' })
    expect(demo.server.log.hosts()).not.toEqual([])
  })
})

test('an address that is pasted is asked for after the click, and not before', async () => {
  const { url } = badgeNamed(demo, 'did-web')
  await page.type('textarea[name="pasted"]', url)
  await page.focus('.files-paste button')
  await page.keyboard.press('Enter')
  await rowsOf(1)
  expect(demo.server.log.hosts()).toEqual([])
  await startVerifyAll(page)
  const [row] = await waitUntilDone(page)
  expect(row?.verdict).toBe('authentic')
})

test('several addresses, one a line, are each one of the list, and their hosts are named first', async () => {
  const urls = ['did-web', 'expired'].map((id) => badgeNamed(demo, id).url)
  await page.type('textarea[name="pasted"]', urls.join('\n'))
  const said = await page.$eval('.files-hosts', (line) => line.textContent)
  for (const url of urls) expect(said).toContain(new URL(url).host)
  await page.focus('.files-paste button')
  await page.keyboard.press('Enter')
  await rowsOf(2)
  expect(demo.server.log.hosts()).toEqual([])
})

test('a file of lines gives one row a credential, and says which line is none', async () => {
  const lines = [
    '{"id":"urn:a","type":["VerifiableCredential"]}',
    'no credential',
    '{"id":"urn:b"}',
  ]
  await dropFiles(page, [{ name: 'badges.jsonl', bytes: Buffer.from(lines.join('\n')) }])
  await rowsOf(2)
  const problem = await page.$eval('.files-problem', (said) => said.textContent)
  expect(problem).toMatch(/badges\.jsonl.*: line .*2/)
})

test('an address from the address bar is filled in, and nothing is done with it', async () => {
  const address = 'https://issuer.example/b?x=1&y=2'
  const given = new URLSearchParams({ given: address }).toString()
  const filled = await demo.browser.openExtensionPage(`src/pages/files/index.html?${given}`)
  await filled.waitForSelector('textarea[name="pasted"]')
  const value = await filled.$eval('textarea', (field) => field.value)
  expect(value).toBe(address)
  expect(demo.server.log.hosts()).toEqual([])
})

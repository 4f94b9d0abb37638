/** The package as the store hands it out: packed, and read by the browser or unpacked again. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesIn } from '../../scripts/packaging/build-aside.mjs'
import { storeProblems } from '../../scripts/packaging/store-rules.mjs'
import { zipOf } from '../../scripts/packaging/zip.mjs'
import { openProfile, realBadges } from './harness/demo-page'
import { browserUnderTest, buildFor, launchDemo, type Demo } from './harness/launch'
import { rowOf, verifyAll } from './harness/popup'

const ROOT = new URL('../../', import.meta.url)
const browser = browserUnderTest()
const files = filesIn(buildFor(browser))
let folder: string
let demo: Demo

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-package-'))
  demo = await launchDemo(browser, { extension: packed() })
})
afterAll(async () => {
  await demo.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Firefox reads the package itself, Chromium only what was unpacked. */
function packed(): string {
  const zip = zipOf(files)
  if (browser === 'firefox') {
    const path = join(folder, 'package.xpi')
    writeFileSync(path, zip)
    return path
  }
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return folder
}

test('the build has nothing in it that a store refuses', () => {
  const { version } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
    version: string
  }
  expect(storeProblems(files, { version, folders: [ROOT.pathname] })).toEqual([])
})

test('the package verifies the badges of a page', async () => {
  const page = await openProfile(demo)
  const rows = await verifyAll(await demo.browser.openPopup(page))
  for (const { title, expected } of realBadges(demo))
    expect(rowOf(rows, title)?.verdict, title).toBe(expected.verdict)
})

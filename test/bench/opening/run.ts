/**
 * How long our pages take to open: `npm run bench -- opening`, in Chromium, or in the browsers that are named.
 * Medians, of pages opened in a tab: the window of a popup takes its own time on top.
 */
import { chromium, firefox } from '../../../scripts/browsers.mjs'
import { demoFixtures } from '../../fixtures/index'
import type { ServedWeb } from '../../fixtures/web'
import type { BrowserName } from '../../e2e/harness/extension-browser'
import { launchDemo } from '../../e2e/harness/launch'
import { measureOpening } from './cases'
import { publishWalls } from './wall'

const SIZES = [0, 7, 60]

process.env.CHROMIUM_PATH ??= await chromium()
process.env.FIREFOX_PATH ??= await firefox()
await demoFixtures()

const named = process.argv.slice(2)
for (const name of ['chromium', 'firefox'] satisfies BrowserName[]) {
  if (!(named.length === 0 ? ['chromium'] : named).includes(name)) continue
  const web: ServedWeb = new Map()
  publishWalls(web, SIZES)
  const demo = await launchDemo(name, { web })
  try {
    console.log(`\nUntil a page shows what it was opened for, ${name} (medians, ms)\n`)
    console.table(await measureOpening(demo, SIZES))
  } finally {
    await demo.close()
  }
}

/**
 * Shows every page in every state with a stand-in for the browser, takes a picture of each into
 * .cache/screens/, lets axe look at it, and lays all of them out on contact sheets. Called by
 * scripts/screens.mjs with a part of a name, or without one for all.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium as driver, type Browser } from 'playwright-core'
import { chromium } from '../../../scripts/browsers.mjs'
import { SHOTS } from '../shots'
import type { Shot } from '../shots/shot'
import { writeContactSheets, type Taken } from './contact-sheet'
import { buildSite, contentSecurityPolicy, serveSite } from './site'
import { take } from './take'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const OUT = join(ROOT, '.cache/screens')
/** While one page waits, another one draws. */
const AT_ONCE = availableParallelism() + 1

const [part = ''] = process.argv.slice(2)
// A site for each run: two runs at once would build over each other.
const site = join(ROOT, '.cache/screens-site', String(process.pid))
mkdirSync(OUT, { recursive: true })
await buildSite(ROOT, site)
const { origin, close } = await serveSite(site, contentSecurityPolicy(ROOT))
const browser = await driver.launch({
  executablePath: await chromium(),
  args: ['--no-sandbox'],
})
try {
  const taken = await takeAll(browser, origin)
  if (taken.every(({ problems }) => problems.length === 0)) console.log(`${taken.length} pictures`)
  else process.exitCode = 1
  await writeContactSheets(browser, OUT, sheetsOf(taken), part === '' ? 'index' : `index-${part}`)
} finally {
  await browser.close()
  close()
  rmSync(site, { recursive: true, force: true })
}

/** Several pages at once, in the order of the list. */
async function takeAll(browser: Browser, origin: string): Promise<Taken[]> {
  const wanted = Object.values(SHOTS)
    .flat()
    .filter(({ name }) => name.includes(part))
  const taken: Taken[] = []
  const queue = wanted.values()
  const work = async (): Promise<void> => {
    for (const shot of queue) {
      const problems = await take(browser, origin, shot, OUT)
      taken.push({ shot, problems })
      console.log(`${problems.length === 0 ? 'ok ' : 'BAD'} ${shot.name}`)
      for (const problem of problems) console.log(`    ${problem}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return taken
}

/** With a part of a name, one sheet of its own: that of all stays as it was. */
function sheetsOf(taken: Taken[]): Record<string, Taken[]> {
  const sorted = (shots: readonly Shot[]) =>
    shots.flatMap((shot) => taken.find((one) => one.shot === shot) ?? [])
  if (part !== '') return { [part]: sorted(Object.values(SHOTS).flat()) }
  return Object.fromEntries(Object.entries(SHOTS).map(([kind, shots]) => [kind, sorted(shots)]))
}

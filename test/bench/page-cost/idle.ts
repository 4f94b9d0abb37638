/** Nothing runs on a page without candidates: no call of the script, no worker, no request. */
import type { Browser } from 'puppeteer-core'
import { hasWorker, killWorker, openBlank, sleep } from './browser'
import { printBudgets, type Budgeted } from './budgets'
import { NOTHING, nameOf, PHOTOGRAPHS, SMALLEST } from './cases'
import { measureIdle, SETTLED_MS, startMoving } from './measure'
import { addressOf, type PageShape } from './pages'
import { scriptTraffic } from './server-traffic'
import type { Stage } from './stage'

const IDLE_MS = 5_000
const CLOSED_MS = 2_000

export async function printIdle(stage: Stage): Promise<void> {
  console.log(`\nPages without candidates: what is called in ${IDLE_MS / 1000} s once they stand\n`)
  const browser = await stage.browser('Touchstone')
  const shapes = [SMALLEST, NOTHING, PHOTOGRAPHS]
  const rows: Budgeted[] = []
  for (const shape of shapes) rows.push(...(await budgetsOf(stage, browser, shape)))
  printBudgets(rows)
}

async function budgetsOf(
  { server }: Stage,
  browser: Browser,
  shape: PageShape,
): Promise<Budgeted[]> {
  // The tab that was closed last wakes the worker, to forget it.
  await sleep(CLOSED_MS)
  await killWorker(browser)
  server.log.clear()
  const page = await openBlank(browser)
  await page.goto(addressOf(shape), { waitUntil: 'load' })
  await sleep(SETTLED_MS)
  if (shape.motion) await startMoving(page)
  const { calls } = await measureIdle(browser, page, IDLE_MS)
  const { requests } = scriptTraffic(server.log.entries)
  const worker = hasWorker(browser)
  await page.close()
  const name = nameOf(shape)
  return [
    { budget: `${name}: no call`, measured: `${calls} calls`, isKept: calls === 0 },
    { budget: `${name}: no request`, measured: `${requests} requests`, isKept: requests === 0 },
    { budget: `${name}: no worker`, measured: worker ? 'started' : 'none', isKept: !worker },
  ]
}

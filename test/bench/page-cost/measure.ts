import type { Browser, CDPSession, Page } from 'puppeteer-core'
import type { DemoServer } from '../../demo/server'
import { heapOf, openBlank, sleep } from './browser'
import { scriptTraffic, type Traffic } from './server-traffic'
import { readTrace, type ScriptCost } from './trace'
import { startTrace } from './tracing'

export interface PageCost extends ScriptCost, Pick<Traffic, 'requests' | 'bytes'> {
  /** All that the page's main thread did, in milliseconds of processor time. */
  mainThread: number
}

/** What pages have for the bench; see `motionScript`. */
interface Moving {
  costOf: { left: number; start(): void; hurry(moves: number): void }
}

/** What a page costs until so many milliseconds after it has loaded. */
export async function measurePage(
  browser: Browser,
  server: DemoServer,
  { url, forMs, moves }: { url: string; forMs: number; moves: boolean },
): Promise<PageCost> {
  const page = await openBlank(browser)
  const session = await page.createCDPSession()
  // Of the thread's processor time, as the trace.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  server.log.clear()
  const endTrace = await startTrace(browser)
  await page.goto(url, { waitUntil: 'load', timeout: 120_000 })
  if (moves) await startMoving(page)
  await sleep(forMs)
  const mainThread = 1_000 * (await metric(session, 'TaskDuration'))
  const cost = readTrace(await endTrace())
  if (cost.calls === 0) throw new Error(`The content script did not run in ${url}`)
  await page.close()
  const { requests, bytes } = scriptTraffic(server.log.entries)
  return { ...cost, requests, bytes, mainThread }
}

/** What the script does in a page that has long been open, over so many milliseconds. */
export async function measureIdle(
  browser: Browser,
  page: Page,
  forMs: number,
): Promise<ScriptCost> {
  const endTrace = await startTrace(browser)
  await page.evaluate(() => performance.mark('page-cost'))
  await sleep(forMs)
  return readTrace(await endTrace())
}

/** Bytes that script holds in the page: as it is, after the first moves, and after all of them. */
export async function measureHeap(
  browser: Browser,
  url: string,
  { first, all }: { first: number; all: number },
): Promise<number[]> {
  const page = await openBlank(browser)
  const session = await page.createCDPSession()
  await page.goto(url, { waitUntil: 'load', timeout: 120_000 })
  await sleep(SETTLED_MS)
  const sizes = [await heapOf(session)]
  for (const moves of [first, all - first]) {
    await hurry(page, moves)
    await sleep(SETTLED_MS)
    sizes.push(await heapOf(session))
  }
  await page.close()
  return sizes
}

/** Until all that moves have caused is over. */
export const SETTLED_MS = 4_000

export async function startMoving(page: Page): Promise<void> {
  await page.evaluate(() => {
    ;(globalThis as unknown as Moving).costOf.start()
  })
}

async function hurry(page: Page, moves: number): Promise<void> {
  await page.evaluate((count) => {
    ;(globalThis as unknown as Moving).costOf.hurry(count)
  }, moves)
  const left = () => page.evaluate(() => (globalThis as unknown as Moving).costOf.left)
  while ((await left()) > 0) await sleep(250)
}

async function metric(session: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)?.value ?? NaN
}

/** What large images that are no badges cost their hosts, as their servers see it. */
import type { Browser, Page } from 'puppeteer-core'
import type { DemoServer } from '../../demo/server'
import { megabytePng } from '../megabyte-png'
import { openBlank, sleep } from './browser'
import { BUDGETS, printBudgets } from './budgets'
import { LARGE } from './cases'
import { addressOf, largePictures } from './pages'
import { scriptTraffic, type Traffic } from './server-traffic'
import type { Stage } from './stage'

/** Of each answer, where a server knows no ranges: as a line of 16 Mbit/s has it. */
const BYTES_PER_SECOND = 2_000_000
const QUIET_MS = 3_000
const PATIENCE_MS = 300_000
/** For which a screen is looked at. */
const SCREEN_MS = 100

export async function printTraffic(stage: Stage): Promise<void> {
  const { server } = stage
  const touchstone = await stage.browser('Touchstone')
  const { images } = LARGE
  const measure = (isScrolled: boolean) => trafficOf(touchstone, server, isScrolled)
  console.log(`\n${images} images of 1 MB that are no badges: bodies that their servers sent\n`)
  printTrafficOf('page that nobody scrolls', await measure(false))
  printTrafficOf('hosts that know ranges', await measure(true))
  const fault = { kind: 'whole', body: megabytePng(), type: 'image/png' } as const
  for (const url of largePictures(images)) {
    server.setFault(url, { ...fault, bytesPerSecond: BYTES_PER_SECOND })
  }
  const line = `${(BYTES_PER_SECOND * 8) / 1e6} Mbit/s each`
  printTrafficOf(`hosts that send all, ${line}`, await measure(true))
  server.clearFaults()
}

/** Of an image that nobody comes near, nothing is read: to its end the page is scrolled as fast as one reads. */
async function trafficOf(
  browser: Browser,
  server: DemoServer,
  isScrolled: boolean,
): Promise<Traffic> {
  server.log.clear()
  const page = await openBlank(browser)
  await page.goto(addressOf(LARGE), { waitUntil: 'load', timeout: PATIENCE_MS })
  if (isScrolled) await scrollThrough(page)
  const end = Date.now() + PATIENCE_MS
  const own = () => server.log.entries.filter(({ destination }) => destination === 'empty')
  const latest = () => Math.max(0, ...own().map(({ ended = Infinity }) => ended))
  while (Date.now() < end && (own().length === 0 || Date.now() - latest() < QUIET_MS))
    await sleep(500)
  await page.close()
  return scriptTraffic(server.log.entries)
}

async function scrollThrough(page: Page): Promise<void> {
  const rest = () =>
    page.evaluate(() => document.documentElement.scrollHeight - scrollY - innerHeight)
  while ((await rest()) > 1) {
    await page.evaluate(() => {
      scrollBy(0, innerHeight)
    })
    await sleep(SCREEN_MS)
  }
}

function printTrafficOf(who: string, traffic: Traffic): void {
  const { requests, bytes, perAddress, mostAtOnce } = traffic
  const [most = 0] = perAddress
  const { imageBytes, imagesAtOnce } = BUDGETS
  const above = perAddress.filter((sent) => sent > imageBytes).length
  const each = (bytes / LARGE.images / 1000).toFixed(1)
  console.log(`${who}: ${requests} requests, ${each} kB of each image on average`)
  printBudgets([
    {
      budget: `${who}: at most ${imageBytes} bytes of each`,
      measured: `${most} bytes; ${above} of ${perAddress.length} above`,
      isKept: above === 0,
    },
    {
      budget: `${who}: at most ${imagesAtOnce} at once`,
      measured: String(mostAtOnce),
      isKept: mostAtOnce <= imagesAtOnce,
    },
  ])
}

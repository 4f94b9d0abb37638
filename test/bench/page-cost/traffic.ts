/** What large images that are no badges cost their hosts, as their servers see it. */
import type { Browser } from 'puppeteer-core'
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

export async function printTraffic(stage: Stage): Promise<void> {
  const { server } = stage
  const touchstone = await stage.browser('Touchstone')
  const { images } = LARGE
  console.log(`\n${images} images of 1 MB that are no badges: bodies that their servers sent\n`)
  printTrafficOf('hosts that know ranges', await trafficOf(touchstone, server))
  const fault = { kind: 'whole', body: megabytePng(), type: 'image/png' } as const
  for (const url of largePictures(images)) {
    server.setFault(url, { ...fault, bytesPerSecond: BYTES_PER_SECOND })
  }
  const line = `${(BYTES_PER_SECOND * 8) / 1e6} Mbit/s each`
  printTrafficOf(`hosts that send all, ${line}`, await trafficOf(touchstone, server))
  server.clearFaults()
}

async function trafficOf(browser: Browser, server: DemoServer): Promise<Traffic> {
  server.log.clear()
  const page = await openBlank(browser)
  await page.goto(addressOf(LARGE), { waitUntil: 'load', timeout: PATIENCE_MS })
  const end = Date.now() + PATIENCE_MS
  const own = () => server.log.entries.filter(({ destination }) => destination === 'empty')
  const latest = () => Math.max(0, ...own().map(({ ended = Infinity }) => ended))
  while (Date.now() < end && (own().length === 0 || Date.now() - latest() < QUIET_MS))
    await sleep(500)
  await page.close()
  return scriptTraffic(server.log.entries)
}

function printTrafficOf(who: string, traffic: Traffic): void {
  const { requests, bytes, mostForOne, mostAtOnce } = traffic
  const { imageBytes, imagesAtOnce } = BUDGETS
  const each = (bytes / LARGE.images / 1000).toFixed(1)
  console.log(`${who}: ${requests} requests, ${each} kB of each image on average`)
  printBudgets([
    {
      budget: `${who}: at most ${imageBytes} bytes of each`,
      measured: `${mostForOne} bytes`,
      isKept: mostForOne <= imageBytes,
    },
    {
      budget: `${who}: at most ${imagesAtOnce} at once`,
      measured: String(mostAtOnce),
      isKept: mostAtOnce <= imagesAtOnce,
    },
  ])
}

import type { Browser, CDPSession, Page, Target } from 'puppeteer-core'
import puppeteer, { TargetType } from 'puppeteer-core'
import { chromium } from '../../../scripts/browsers.mjs'
import type { DemoServer } from '../../demo/server'

const TRIES = 20

/** A Chromium with one extension, which runs in every page that is opened from now on. */
export async function launchWith(
  extension: string,
  { port, spkiHash }: DemoServer,
  anyPage: string,
): Promise<Browser> {
  const browser = await puppeteer.launch({
    executablePath: await chromium(),
    headless: true,
    pipe: true,
    protocolTimeout: 300_000,
    enableExtensions: [extension],
    defaultViewport: { width: 1200, height: 900 },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--host-resolver-rules=MAP *.example 127.0.0.1:${port}`,
      `--ignore-certificate-errors-spki-list=${spkiHash}`,
    ],
  })
  for (let tries = 0; tries < TRIES; tries++) {
    if (await hasContentScript(browser, anyPage)) return browser
    await sleep(250)
  }
  throw new Error(`The content script of ${extension} does not run`)
}

/** A page that is opened before the browser has read the content scripts gets none. */
async function hasContentScript(browser: Browser, url: string): Promise<boolean> {
  const page = await browser.newPage()
  const session = await page.createCDPSession()
  let found = false
  session.on('Runtime.executionContextCreated', ({ context: { origin } }) => {
    found ||= origin.startsWith('chrome-extension:')
  })
  await session.send('Runtime.enable')
  await page.goto(url, { waitUntil: 'load' })
  await sleep(500)
  await page.close()
  return found
}

export function isWorker(target: Target): boolean {
  return target.type() === TargetType.SERVICE_WORKER && target.url().startsWith('chrome-extension:')
}

export function hasWorker(browser: Browser): boolean {
  return browser.targets().some(isWorker)
}

/** Ends it for certain; a browser that is watched lets it live for ever. */
export async function killWorker(browser: Browser): Promise<void> {
  const worker = await browser.targets().find(isWorker)?.worker()
  await worker?.close()
  for (let tries = 0; hasWorker(browser); tries++) {
    if (tries === 100) throw new Error('The worker does not end')
    await sleep(50)
  }
}

/** Bytes that script holds in a page, once what is not needed is collected. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable')
  // Once more for what only the first collection lets go of.
  for (let time = 0; time < 2; time++) await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.disable')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}

export async function openBlank(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.bringToFront()
  return page
}

/** @param ms milliseconds */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

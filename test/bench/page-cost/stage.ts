/** The servers, the pages, and a browser for each extension. */
import { fileURLToPath } from 'node:url'
import puppeteer, { type Browser } from 'puppeteer-core'
import { chromium } from '../../../scripts/browsers.mjs'
import { start, type DemoServer } from '../../demo/server'
import type { ServedWeb } from '../../fixtures/web'
import { launchWith } from './browser'
import { LARGE, MOST_PICTURES, MOVING, NOTHING, PHOTOGRAPHS, STILL, SMALLEST } from './cases'
import { addressOf, publishLargePictures, publishPage, publishPictures } from './pages'
import { writeRival } from './rivals'

/** In the order of the tables. */
export const EXTENSIONS = ['empty', 'Touchstone', 'rescanning'] as const
export type ExtensionName = (typeof EXTENSIONS)[number]

export interface Stage {
  server: DemoServer
  /** Starts the browser with this extension, where it does not run yet. */
  browser(name: ExtensionName): Promise<Browser>
  close(): Promise<void>
}

const BUILD = fileURLToPath(new URL('../../../dist/chrome', import.meta.url))

export async function openStage(folder: string): Promise<Stage> {
  const web: ServedWeb = new Map()
  publishPictures(web, MOST_PICTURES, await photograph())
  publishLargePictures(web, MOST_PICTURES)
  for (const shape of [...STILL, ...MOVING, NOTHING, PHOTOGRAPHS, LARGE]) publishPage(web, shape)
  const server = await start(web)
  const browsers = new Map<ExtensionName, Promise<Browser>>()
  const launch = (name: ExtensionName): Promise<Browser> => {
    const extension = name === 'Touchstone' ? BUILD : writeRival(name, folder)
    return launchWith(extension, server, addressOf(SMALLEST))
  }
  return {
    server,
    browser: (name) => {
      const browser = browsers.get(name) ?? launch(name)
      browsers.set(name, browser)
      return browser
    },
    close: async () => {
      for (const browser of browsers.values()) await (await browser).close()
      await server.close()
    },
  }
}

/** A JPEG of 96 by 96 pixels, for which there is no encoder here but the browser's. */
async function photograph(): Promise<Uint8Array> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const executablePath = await chromium()
  const browser = await puppeteer.launch({ executablePath, headless: true, pipe: true, args })
  const page = await browser.newPage()
  await page.setContent('<body style="background: linear-gradient(teal, gold)">')
  const clip = { x: 0, y: 0, width: 96, height: 96 }
  const picture = await page.screenshot({ type: 'jpeg', clip })
  await browser.close()
  return picture
}

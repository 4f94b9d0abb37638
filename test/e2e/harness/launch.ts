import { fileURLToPath } from 'node:url'
import { start, type DemoServer } from '../../demo/server'
import type { ServedWeb } from '../../fixtures/index'
import { launchChromium } from './chromium'
import type { BrowserName, ExtensionBrowser } from './extension-browser'
import { launchFirefox } from './firefox'

export interface Demo {
  browser: ExtensionBrowser
  server: DemoServer
  close(): Promise<void>
}

interface DemoOptions {
  headless?: boolean
  /** Further documents to serve. */
  web?: ServedWeb
  /** The extension; absent: what was built last. */
  extension?: string
}

/** The demo's server and a browser with the extension on it. */
export async function launchDemo(
  name: BrowserName,
  { headless = true, web, extension = buildFor(name) }: DemoOptions = {},
): Promise<Demo> {
  const server = await start(web)
  const { port, spkiHash } = server
  const executablePath = executableOf(name)
  const launch = name === 'firefox' ? launchFirefox : launchChromium
  const browser = await launch({ port, spkiHash, headless, executablePath, extension }).catch(
    async (error: unknown) => {
      await server.close()
      throw error
    },
  )
  const close = async (): Promise<void> => {
    await browser.close()
    await server.close()
  }
  return { browser, server, close }
}

/** The browser that this run of the end-to-end tests is for. */
export function browserUnderTest(): BrowserName {
  return process.env.TOUCHSTONE_BROWSER === 'firefox' ? 'firefox' : 'chromium'
}

/** The folder that holds the last build for a browser. */
export function buildFor(name: BrowserName): string {
  const target = name === 'firefox' ? 'firefox' : 'chrome'
  return fileURLToPath(new URL(`../../../dist/${target}`, import.meta.url))
}

function executableOf(name: BrowserName): string {
  const variable = name === 'firefox' ? 'FIREFOX_PATH' : 'CHROMIUM_PATH'
  const path = process.env[variable]
  if (path === undefined)
    throw new Error(`${variable} is not set; test/e2e/global-setup.ts finds it`)
  return path
}

/**
 * Finds the browsers that the demo and the end-to-end tests drive: what is installed, else what a
 * test tool downloads, else what Debian has, else one sentence that says what to install.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, '.cache', 'browsers')
const DOWNLOAD_MS = 300_000

const { env, platform } = process
const windowsFolders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
  Boolean,
)

const CHROMIUM = {
  name: 'Chromium',
  override: 'CHROMIUM_PATH',
  /** `Ed25519` in WebCrypto. */
  minimum: 137,
  // Branded Chrome is not asked for: since 137 it loads no unpacked extension from its command line.
  commands: ['chromium', 'chromium-browser', 'chrome-for-testing', 'ungoogled-chromium'],
  places: {
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ],
    win32: windowsFolders.map((folder) => join(folder, 'Chromium', 'Application', 'chrome.exe')),
    linux: ['/usr/lib/chromium/chromium', '/opt/chromium/chrome'],
  },
  downloaded: playwrightChromium,
  download: ['playwright-core/cli.js', 'install', 'chromium'],
  debian: 'chromium',
  advice: 'install Chromium or Chrome for Testing, 137 or newer, or set CHROMIUM_PATH to it.',
}

const FIREFOX = {
  name: 'Firefox',
  override: 'FIREFOX_PATH',
  /** The extension's `strict_min_version`. */
  minimum: 153,
  commands: ['firefox', 'firefox-esr', 'firefox-developer-edition', 'firefox-nightly'],
  places: {
    darwin: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
      '/Applications/Firefox Nightly.app/Contents/MacOS/firefox',
    ],
    win32: windowsFolders.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
    linux: ['/usr/lib/firefox/firefox', '/usr/lib/firefox-esr/firefox-esr', '/opt/firefox/firefox'],
  },
  downloaded: () => undefined,
  // Playwright's Firefox is patched and installs no extension; this fetches Mozilla's own.
  download: [
    '@puppeteer/browsers/lib/cjs/main-cli.js',
    'install',
    'firefox@stable',
    '--path',
    cache,
  ],
  debian: 'firefox-esr',
  advice: 'install Firefox, 153 or newer, or set FIREFOX_PATH to it.',
}

/** @returns {Promise<string>} path of an executable that can load the extension */
export function chromium() {
  return ensure(CHROMIUM)
}

/** @returns {Promise<string>} path of an executable that can load the extension */
export function firefox() {
  return ensure(FIREFOX)
}

async function ensure(browser) {
  const present = await find(browser)
  if (present) return present
  console.log(`No ${browser.name} found; downloading one.`)
  const fetched = await download(browser)
  if (fetched) return fetched
  if (installFromDebian(browser)) {
    const installed = await find(browser)
    if (installed) return installed
  }
  throw new Error(`No ${browser.name} to test with: ${browser.advice}`)
}

async function find(browser) {
  const named = env[browser.override]
  if (named) {
    if (!existsSync(named)) throw new Error(`${browser.override} names no file: ${named}`)
    return named
  }
  const candidates = [
    ...browser.commands.map(onPath),
    ...(browser.places[platform] ?? []).filter(existsSync),
    await browser.downloaded(),
  ]
  return candidates.find((path) => path !== undefined && recentEnough(path, browser.minimum))
}

function onPath(command) {
  const names = platform === 'win32' ? [`${command}.exe`] : [command]
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name)
      if (isExecutable(path)) return path
    }
  }
  return undefined
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Windows programs open a window instead of printing their version: there the file is trusted. */
function recentEnough(path, minimum) {
  if (platform === 'win32') return true
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  const major = /(\d+)\.\d+/.exec(stdout ?? '')?.[1]
  return major !== undefined && Number(major) >= minimum
}

async function playwrightChromium() {
  const { chromium: playwright } = await import('playwright-core')
  const path = playwright.executablePath()
  return existsSync(path) ? path : undefined
}

async function download({ download: [script, ...args], downloaded }) {
  const tool = join(root, 'node_modules', script)
  if (!existsSync(tool)) return undefined
  const { status, stdout } = spawnSync(process.execPath, [tool, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: DOWNLOAD_MS,
  })
  if (status !== 0) return undefined
  // The one prints "firefox@VERSION PATH"; the other knows itself where it put the browser.
  const printed = /^\S+@\S+ (.+)$/m.exec(stdout)?.[1]
  return printed && existsSync(printed) ? printed : await downloaded()
}

function installFromDebian({ name, debian }) {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || onPath('apt-get') === undefined) return false
  console.log(`Installing ${name} from Debian.`)
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  spawnSync('apt-get', ['update', '-q'], options)
  return spawnSync('apt-get', ['install', '-y', '-q', debian], options).status === 0
}

/** Also usable by itself: `node scripts/browsers.mjs` prints what would be used. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(await chromium())
  console.log(await firefox())
}

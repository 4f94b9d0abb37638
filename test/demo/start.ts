/** The demo: shown in a window, or gone through without one. Started by scripts/start.mjs. */
import { launchDemo } from '../e2e/harness/launch'
import { walkThrough } from './walk-through'
import { PROFILE_URL } from './pages/index'

const headless = process.argv.includes('--headless')
const demo = await launchDemo('chromium', { headless })

if (headless) {
  try {
    const allAsExpected = await walkThrough(demo)
    process.exitCode = allAsExpected ? 0 : 1
  } finally {
    await demo.close()
  }
} else {
  const page = await demo.browser.openPage(PROFILE_URL)
  console.log(
    `${PROFILE_URL} is open. Click a mark, or the extension's button; close the browser to end.`,
  )
  page.browser().once('disconnected', () => void demo.server.close())
}

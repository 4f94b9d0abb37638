import { afterAll, afterEach, beforeAll } from 'vitest'
import type { ServedWeb } from '../../fixtures/index'
import { browserUnderTest, launchDemo, type Demo } from './launch'

interface DemoUse {
  /** The tests are the steps of one walk: nothing is cleared between them. */
  oneWalk?: boolean
  /** What the tests do to the browser cannot be undone: it is not used again. */
  spoils?: boolean
  /** Further documents to serve. */
  web?: ServedWeb
}

/** To start a browser takes longer than most tests: it goes on with the next file, as if it were new. */
let shared: Demo | undefined

/** A browser and a server for all tests of a file. Pages, faults and log are cleared after each test. */
export function useDemo({ oneWalk = false, spoils = false, web }: DemoUse = {}): Demo {
  const demo = {} as Demo
  let isSpoilt = spoils
  beforeAll(async () => {
    const used = shared
    // Until it is as new it is nobody's.
    shared = undefined
    shared = (used && (await asNew(used, web))) ?? (await launch(web))
    Object.assign(demo, shared)
  })
  afterEach(async ({ task }) => {
    // Whatever has gone wrong is not to go on in the next file.
    if (task.result?.state === 'fail') isSpoilt = true
    if (oneWalk) return
    await demo.browser.closePages()
    demo.server.clearFaults()
    demo.server.release()
    demo.server.log.clear()
  })
  afterAll(async () => {
    const used = shared
    if (!isSpoilt || !used) return
    shared = undefined
    await used.close()
  })
  return demo
}

/** @returns undefined where it has gone wrong, and is gone */
async function asNew(used: Demo, web: ServedWeb | undefined): Promise<Demo | undefined> {
  try {
    used.server.renew(web)
    await used.browser.renew()
    used.server.log.clear()
    return used
  } catch (error) {
    console.error(error)
    await used.close().catch(console.error)
    return undefined
  }
}

// The last browser of a run goes with the process: at its exit puppeteer ends it, at a signal alone it may not.
process.once('SIGTERM', () => process.exit())

async function launch(web: ServedWeb | undefined): Promise<Demo> {
  const demo = await launchDemo(browserUnderTest(), { ...(web && { web }) })
  await demo.browser.closePages()
  demo.server.log.clear()
  return demo
}

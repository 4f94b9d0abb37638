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
    shared = await asNew(shared, web)
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
    if (!isSpoilt) return
    shared = undefined
    await demo.close()
  })
  return demo
}

async function asNew(used: Demo | undefined, web: ServedWeb | undefined): Promise<Demo> {
  if (used) {
    used.server.renew(web)
    await used.browser.renew()
    used.server.log.clear()
    return used
  }
  const demo = await launchDemo(browserUnderTest(), { ...(web && { web }) })
  await demo.browser.closePages()
  demo.server.log.clear()
  return demo
}

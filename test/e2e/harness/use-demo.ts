import { afterAll, afterEach, beforeAll } from 'vitest'
import type { ServedWeb } from '../../fixtures/index'
import { browserUnderTest, launchDemo, type Demo } from './launch'

/**
 * One browser and one server for all tests of a file. Pages, faults and log are cleared after each
 * test, unless the tests of the file are the steps of one walk.
 */
export function useDemo({
  oneWalk = false,
  web,
}: { oneWalk?: boolean; web?: ServedWeb } = {}): Demo {
  const demo = {} as Demo
  beforeAll(async () => {
    Object.assign(demo, await launchDemo(browserUnderTest(), { ...(web && { web }) }))
    await demo.browser.closePages()
    demo.server.log.clear()
  })
  afterEach(async () => {
    if (oneWalk) return
    await demo.browser.closePages()
    demo.server.clearFaults()
    demo.server.release()
    demo.server.log.clear()
  })
  afterAll(() => demo.close())
  return demo
}

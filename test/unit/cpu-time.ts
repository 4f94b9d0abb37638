import { expect } from 'vitest'

/** Another process may push this one out of the caches just then: once is no proof. */
const ATTEMPTS = 3

/**
 * That hostile input costs no more than reading it: at the least of three times. Processor time, of which a busy
 * machine takes hardly any away.
 *
 * @param most seconds of this process, many times what it takes; work that grows with the square of its input
 * takes minutes
 * @param run called again only where it took longer
 */
export async function expectLittleWork<Result>(
  most: number,
  run: () => Result | Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const before = process.cpuUsage()
    const result = await run()
    const { user, system } = process.cpuUsage(before)
    const seconds = (user + system) / 1_000_000
    if (seconds < most) return result
    if (attempt === ATTEMPTS) expect(seconds).toBeLessThan(most)
  }
}

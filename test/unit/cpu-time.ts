import { expect } from 'vitest'

/**
 * That hostile input costs no more than reading it. Processor time, of which a busy machine takes none away.
 *
 * @param most seconds of this process; work that grows with the square of its input takes many times more
 */
export async function expectLittleWork<Result>(
  most: number,
  run: () => Result | Promise<Result>,
): Promise<Result> {
  const before = process.cpuUsage()
  const result = await run()
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1_000_000).toBeLessThan(most)
  return result
}

import { expect } from 'vitest'

/** Work that grows with the square of its input takes minutes where this is used; CPU seconds. */
const MOST = 10

/** That hostile input costs no more than reading it. CPU time, since a busy machine slows no CPU second. */
export async function expectLittleWork<Result>(
  run: () => Result | Promise<Result>,
): Promise<Result> {
  const before = process.cpuUsage()
  const result = await run()
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1_000_000).toBeLessThan(MOST)
  return result
}

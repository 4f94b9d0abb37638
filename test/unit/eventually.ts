import { vi } from 'vitest'

/** Waits until it throws no more: about as long as a test may take, for on a busy machine everything does. */
export function eventually<Value>(expectation: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(expectation, { timeout: 20_000, interval: 5 })
}

/** Asks again until the answer satisfies; fails with the last answer. Times in milliseconds. */
export async function waitUntil<Value>(
  what: string,
  ask: () => Promise<Value>,
  satisfies: (value: Value) => boolean,
  { timeout = 20_000, every = 100 } = {},
): Promise<Value> {
  const end = Date.now() + timeout
  for (;;) {
    const value = await ask()
    if (satisfies(value)) return value
    if (Date.now() > end) {
      throw new Error(`Waited ${timeout} ms in vain for ${what}; last: ${JSON.stringify(value)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, every))
  }
}

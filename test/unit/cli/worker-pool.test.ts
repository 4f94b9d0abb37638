import { expect, onTestFinished, test } from 'vitest'
import { forEachBounded } from '../../../src/cli/bounded'
import type { Settings } from '../../../src/cli/job'
import { WorkerPool, type PoolOptions } from '../../../src/cli/worker-pool'

const SETTINGS: Settings = {
  json: true,
  offline: true,
  recipients: ['a@b.example'],
  trustLists: [],
}
const never = new AbortController().signal
const file = { file: 'x' }

async function* given(names: string[]) {
  for (const name of names) yield await Promise.resolve(name)
}

function pool(options: Partial<PoolOptions> = {}): WorkerPool {
  const made = new WorkerPool({
    worker: new URL('./workers/misbehaving.mjs', import.meta.url),
    threads: 2,
    settings: SETTINGS,
    web: () => Promise.reject(new Error('no network')),
    badgeMs: 30_000,
    heapMb: 64,
    ...options,
  })
  onTestFinished(() => made.close())
  return made
}

test.each([
  ['memory', 'crashed', /needs more than 64 MB/],
  ['crash', 'crashed', /crashed on purpose/],
  ['throw', 'crashed', /thrown on purpose/],
  ['loop', 'too-slow', /given up after 2 seconds/],
  ['exit', 'too-slow', /given up after 2 seconds/],
])(
  'a worker that ends by "%s" takes only that badge with it',
  async (name, code, sentence) => {
    const workers = pool(name === 'loop' || name === 'exit' ? { badgeMs: 2000 } : {})
    const names = ['one', name, 'two', 'three', name, 'four']
    const results = new Map<string, string>()
    const messages: string[] = []
    await forEachBounded(given(names), 2, never, async (each) => {
      const result = await workers.verify(each, file, never)
      results.set(each, 'failure' in result ? result.failure.code : result.line)
      if ('failure' in result) messages.push(result.failure.message)
    })
    expect(Object.fromEntries(results)).toEqual({
      one: 'one',
      two: 'two',
      three: 'three',
      four: 'four',
      [name]: code,
    })
    expect(messages).toEqual([expect.stringMatching(sentence), expect.stringContaining(name)])
  },
  60_000,
)

test('every worker knows the settings', async () => {
  expect(await pool().verify('settings', file, never)).toEqual({
    verdict: 'trusted',
    line: JSON.stringify(SETTINGS),
  })
})

test('an abort ends what is under way', async () => {
  const abort = new AbortController()
  const stuck = pool().verify('loop', file, abort.signal)
  setTimeout(() => {
    abort.abort()
  }, 300)
  await expect(stuck).rejects.toThrow()
})

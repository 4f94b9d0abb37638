import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { JobResult } from '../../../src/cli/job'
import { run, type RunOptions } from '../../../src/cli/run'
import { Tally } from '../../../src/cli/tally'
import type { Verdict } from '../../../src/verifier/report'
import { temporaryFolder } from './temporary-folder'

async function* given(...names: string[]) {
  for (const name of names) yield await Promise.resolve(name)
}

/** A verifier that reads the verdict off the name: `a.invalid`. */
const byName = (name: string): Promise<JobResult> => {
  const verdict = (name.split('.').at(-1) ?? 'none') as Verdict
  return Promise.resolve({ verdict, line: `${name}\n` })
}

async function ran(names: string[], options: Partial<RunOptions> = {}) {
  const tally = new Tally()
  const lines: string[] = []
  await run({
    names: given(...names),
    verify: byName,
    write: (line) => {
      lines.push(line)
      return Promise.resolve()
    },
    concurrency: 2,
    json: false,
    signal: new AbortController().signal,
    tally,
    ...options,
  })
  return { status: tally.status, lines, summary: tally.summary }
}

describe('the exit status is that of the worst', () => {
  test.each([
    [['a.trusted', 'b.authentic'], 0],
    [['a.trusted', 'b.attention'], 1],
    [['a.attention', 'b.unverifiable'], 2],
    [['a.unverifiable', 'b.invalid', 'c.trusted'], 3],
    // "No badge in it" must not pass for "all is well".
    [['a.trusted', 'b.none'], 4],
    [[], 4],
  ])('%j: %i', async (names, status) => {
    expect((await ran(names)).status).toBe(status)
  })
})

describe('a folder', () => {
  function folder(...names: string[]): string {
    const root = temporaryFolder()
    mkdirSync(join(root, 'inner'))
    for (const name of names) writeFileSync(join(root, name), '')
    return root
  }

  test('gives its badges; what is none in it is nothing unusual', async () => {
    const root = folder('a.trusted', 'inner/b.authentic', 'read-me.none')
    const { status, lines, summary } = await ran([root])
    expect(status).toBe(0)
    expect(lines.sort()).toEqual([
      `${join(root, 'a.trusted')}\n`,
      `${join(root, 'inner/b.authentic')}\n`,
    ])
    expect(summary).toBe('3 files: 1 trusted, 1 authentic, 1 without a badge')
  })

  test('with --json names those without a badge too', async () => {
    const root = folder('a.trusted', 'read-me.none')
    expect((await ran([root], { json: true })).lines).toHaveLength(2)
  })

  test.each([[[]], [['read-me.none', 'inner/b.none']]])(
    'without badges is an error: %j',
    async (names) => {
      const { status, lines } = await ran([folder(...names)])
      expect(status).toBe(4)
      expect(lines).toEqual([expect.stringMatching(/^not read +The folder .* holds no badge\./)])
    },
  )

  test('is judged when its slowest file is, not when the last was given out', async () => {
    const root = folder('a.trusted', 'read-me.none')
    const { status } = await ran([root], {
      verify: async (name) => {
        if (name.endsWith('trusted')) await wait(40)
        return byName(name)
      },
      concurrency: 4,
    })
    expect(status).toBe(0)
  })

  test('without badges is not saved by one with badges', async () => {
    expect((await ran([folder('a.trusted'), folder('b.none')])).status).toBe(4)
  })
})

test('what could not be read is a line of its own, and the others are verified', async () => {
  const failure = { code: 'crashed', message: 'Verifying b failed.' } as const
  const options: Partial<RunOptions> = {
    json: true,
    verify: (name) => (name === 'b' ? Promise.resolve({ failure }) : byName(name)),
  }
  const { status, lines } = await ran(['a.trusted', 'b', 'c.trusted'], options)
  expect(status).toBe(4)
  expect(lines).toHaveLength(3)
  expect(lines).toContain(`${JSON.stringify({ input: 'b', error: failure })}\n`)
})

test('a reader of the output that takes nothing stops the verification', async () => {
  let begun = 0
  const abort = new AbortController()
  const names = Array.from({ length: 1000 }, (_, index) => `${index}.trusted`)
  const stuck = ran(names, {
    verify: (name) => {
      begun++
      return byName(name)
    },
    write: () => new Promise(() => undefined),
    concurrency: 3,
    signal: abort.signal,
  })
  await wait(30)
  expect(begun).toBe(3)
  abort.abort()
  await expect(stuck).rejects.toThrow('aborted')
})

test('an https address is no file', async () => {
  const asked: unknown[] = []
  await ran(['HTTPS://a.example/b.trusted', './https.trusted'], {
    verify: (name, source) => {
      asked.push(source)
      return byName(name)
    },
  })
  expect(asked).toEqual([{ url: 'HTTPS://a.example/b.trusted' }, { file: './https.trusted' }])
})

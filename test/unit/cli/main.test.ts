import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { main } from '../../../src/cli/main'
import { VERIFIER_VERSION } from '../../../src/verifier/version'
import { temporaryFolder } from './temporary-folder'

interface Given {
  stdin?: string[]
  tty?: boolean
  interrupted?: AbortSignal
}

async function call(argv: string[], { stdin = [], tty = false, interrupted }: Given = {}) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const status = await main(
    argv,
    {
      stdin: Object.assign(Readable.from(stdin), { isTTY: tty }),
      stdout,
      stderr,
      interrupted: interrupted ?? new AbortController().signal,
    },
    {
      web: () => Promise.reject(new Error('no network')),
      worker: new URL('./workers/misbehaving.mjs', import.meta.url),
      now: () => new Date('2026-01-15T12:00:00Z'),
    },
  )
  const said = (stream: PassThrough) => ((stream.read() as Buffer | null) ?? '').toString()
  return { status, out: said(stdout), err: said(stderr) }
}

describe('names', () => {
  test('come from standard input where none are said, or for a dash among them', async () => {
    const piped = await call(['--offline'], { stdin: ['one\ntw', 'o\n'] })
    expect(piped).toMatchObject({ status: 0, err: '2 files: 2 trusted\n' })
    const both = await call(['--offline', '-0', 'three', '-'], { stdin: ['one\0two\0'] })
    expect(both).toMatchObject({ status: 0, err: '3 files: 3 trusted\n' })
  })

  test('are asked for in a sentence', async () => {
    expect(await call([], { tty: true })).toMatchObject({
      status: 4,
      err: expect.stringContaining('No badge was named') as string,
    })
    expect(await call([], { stdin: ['\n'] })).toMatchObject({
      status: 4,
      err: expect.stringContaining('No badge was named') as string,
    })
  })
})

describe('without a badge', () => {
  test('--help says how, --version which', async () => {
    const help = await call(['--help'])
    expect(help).toMatchObject({ status: 0, err: '' })
    expect(help.out).toMatch(/^Verifies digital badges[^]*Exit status/)
    expect(await call(['--version'])).toMatchObject({ status: 0, out: `${VERIFIER_VERSION}\n` })
  })

  test('a mistake is one sentence and nothing on standard output', async () => {
    expect(await call(['--jsn', 'a\u001B[2J.png'])).toEqual({
      status: 4,
      out: '',
      err: "Unknown option '--jsn'. Run with --help to see what can be said.\n",
    })
  })
})

test('an interruption ends it, also while it waits for names', async () => {
  const abort = new AbortController()
  const stdin = new PassThrough()
  stdin.write('one\n')
  const ended = main(
    ['--offline'],
    { stdin, stdout: new PassThrough(), stderr: new PassThrough(), interrupted: abort.signal },
    {
      web: () => Promise.reject(new Error('no network')),
      worker: new URL('./workers/misbehaving.mjs', import.meta.url),
      now: () => new Date(),
    },
  )
  setTimeout(() => {
    abort.abort()
  }, 200)
  expect(await ended).toBe(130)
})

test('--esco that is no download of ESCO stops everything', async () => {
  const path = join(temporaryFolder(), 'esco.csv')
  writeFileSync(path, 'a,b\n')
  const { status, out, err } = await call(['--offline', '--esco', path, 'one'])
  expect({ status, out }).toEqual({ status: 4, out: '' })
  expect(err).toMatch(/is no CSV download of ESCO/)
})

describe('--trust-list', () => {
  function list(content: string): string {
    const path = join(temporaryFolder(), 'list.json')
    writeFileSync(path, content)
    return path
  }

  test.each([
    ['{"a":', /is no list of issuers: expected JSON/],
    ['[]', /names other lists and no issuers/],
    ['\uD800', /is no list of issuers/],
  ])('that is none stops everything: %j', async (content, sentence) => {
    const { status, out, err } = await call(['--offline', '--trust-list', list(content), 'one'])
    expect({ status, out }).toEqual({ status: 4, out: '' })
    expect(err).toMatch(sentence)
  })

  test('that is not there stops everything', async () => {
    const { status, err } = await call(['--offline', '--trust-list', '/nowhere/a.json', 'one'])
    expect(status).toBe(4)
    expect(err).toContain('There is no file or folder /nowhere/a.json')
  })
})

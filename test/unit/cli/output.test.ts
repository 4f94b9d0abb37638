import { PassThrough, Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Output } from '../../../src/cli/output'
import { Progress } from '../../../src/cli/progress'

test('who writes waits until the reader has taken enough', async () => {
  const stream = new PassThrough({ highWaterMark: 10 })
  const output = new Output(stream, () => undefined)
  await output.write('short')
  let written = 0
  const all = Promise.all(
    Array.from({ length: 20 }, async () => {
      await output.write('longer than ten bytes')
      written++
    }),
  )
  await wait(10)
  expect(written).toBe(0)
  stream.resume()
  await all
  expect(written).toBe(20)
  expect(stream.listenerCount('drain')).toBeLessThan(5)
})

test('a pipe that nobody reads any more ends the waiting, and says so', async () => {
  const stream = new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      setTimeout(() => {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
      }, 5)
    },
  })
  let closed = 0
  const output = new Output(stream, () => {
    closed++
  })
  await output.write('one')
  await output.write('two')
  await output.flush()
  expect(closed).toBeGreaterThan(0)
})

test('what was written has left before it is flushed', async () => {
  const seen: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      setTimeout(() => {
        seen.push(String(chunk))
        done()
      }, 5)
    },
  })
  const output = new Output(stream, () => undefined)
  await output.write('one')
  await output.write('two')
  await output.flush()
  expect(seen.join('')).toBe('onetwo')
})

test('progress is for terminals, and makes room for lines', async () => {
  for (const isTTY of [true, false]) {
    const stream = Object.assign(new PassThrough(), { isTTY, columns: 8 })
    const progress = new Progress(stream, () => 'twelve files')
    await wait(250)
    progress.clear()
    progress.end()
    const shown = (stream.read() as Buffer | null)?.toString() ?? ''
    expect(shown).toBe(isTTY ? '\r\u001B[Ktwelve \r\u001B[K' : '')
  }
})

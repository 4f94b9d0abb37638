import { describe, expect, test } from 'vitest'
import { namesFromStream } from '../../../../src/cli/inputs/names-from-stream'
import { collected } from '../collected'

async function names(chunks: (string | Uint8Array)[], separator: '\n' | '\0' = '\n') {
  const stream = (async function* () {
    for (const chunk of chunks) yield await Promise.resolve(chunk)
  })()
  return collected(namesFromStream(stream, separator))
}

describe('names', () => {
  test('end in a line break, wherever the stream is cut, and the last needs none', async () => {
    expect(await names(['a.p', 'ng\nb c.png\r\n', '\n\nd', '.png'])).toEqual([
      'a.png',
      'b c.png',
      'd.png',
    ])
  })

  test('may contain line breaks where they end in NUL', async () => {
    expect(await names(['a\nb.png\0c', '.png\0'], '\0')).toEqual(['a\nb.png', 'c.png'])
  })

  test('survive a cut inside a letter', async () => {
    const bytes = new TextEncoder().encode('日本.png\n')
    expect(await names([bytes.slice(0, 1), bytes.slice(1, 4), bytes.slice(4)])).toEqual([
      '日本.png',
    ])
  })

  test('that are not UTF-8 stay the bytes that they are', async () => {
    const bytes = Buffer.from('caf\xe9.png\nb.png\n', 'latin1')
    expect(await names([bytes])).toEqual([Buffer.from('caf\xe9.png', 'latin1'), 'b.png'])
  })

  test('lose the mark that some systems put before a list, and no other', async () => {
    expect(await names(['\uFEFFa.png\n\uFEFFb.png'])).toEqual(['a.png', '\uFEFFb.png'])
  })

  test('do not wait for the end of the stream', async () => {
    const stream = (async function* () {
      yield await Promise.resolve('first\nsec')
      await new Promise(() => undefined)
    })()
    const first = await namesFromStream(stream, '\n').next()
    expect(first.value).toBe('first')
  })

  test('without end are refused before they fill the memory', async () => {
    let given = 0
    const stream = (async function* () {
      for (;;) {
        given++
        yield await Promise.resolve('x'.repeat(10_000))
      }
    })()
    await expect(namesFromStream(stream, '\n').next()).rejects.toThrow('no list of names')
    expect(given).toBeLessThan(10)
  })
})

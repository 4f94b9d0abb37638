import { describe, expect, test } from 'vitest'
import { sharedAnswers } from '../../../../src/cli/network/shared-answers'
import type { Web, WebAnswer } from '../../../../src/cli/network/web'

const never = new AbortController().signal
const answer = (size = 2): WebAnswer => ({ status: 200, headers: {}, bytes: new Uint8Array(size) })
const request = (url: string, accept = 'application/json') => ({ url, accept })

function counting(size?: number): { web: Web; asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    web: ({ url, accept }) => {
      asked.push(`${url} ${accept}`)
      return Promise.resolve(answer(size))
    },
  }
}

describe('one document', () => {
  test('is asked for once, by all who want it at the same time and after', async () => {
    const { web, asked } = counting()
    const shared = sharedAnswers(web, () => 0)
    await Promise.all([shared(request('a'), never), shared(request('a'), never)])
    await shared(request('a'), never)
    expect(asked).toHaveLength(1)
  })

  test('is another in another form', async () => {
    const { web, asked } = counting()
    const shared = sharedAnswers(web, () => 0)
    await shared(request('a'), never)
    await shared(request('a', 'image/png'), never)
    expect(asked).toHaveLength(2)
  })

  test('is asked for again after a minute: it may have been revoked since', async () => {
    let now = 0
    const { web, asked } = counting()
    const shared = sharedAnswers(web, () => now)
    await shared(request('a'), never)
    now = 59_999
    await shared(request('a'), never)
    expect(asked).toHaveLength(1)
    now = 60_000
    await shared(request('a'), never)
    expect(asked).toHaveLength(2)
  })

  test('that could not be had is asked for again by the next', async () => {
    let times = 0
    const shared = sharedAnswers(() => {
      if (++times === 1) return Promise.reject(new Error('down'))
      return Promise.resolve(answer())
    })
    await expect(shared(request('a'), never)).rejects.toThrow('down')
    expect(await shared(request('a'), never)).toMatchObject({ status: 200 })
  })
})

test('what is kept has an end, and the oldest goes first', async () => {
  const { web, asked } = counting(10_000_000)
  const shared = sharedAnswers(web, () => 0)
  for (const url of ['a', 'b', 'c', 'd']) await shared(request(url), never)
  await shared(request('d'), never)
  expect(asked).toHaveLength(4)
  await shared(request('a'), never)
  expect(asked).toHaveLength(5)
})

describe('whoever gives up', () => {
  test('does not take the answer from the others', async () => {
    let given = (_: WebAnswer): void => undefined
    const shared = sharedAnswers(
      () =>
        new Promise((resolve) => {
          given = resolve
        }),
    )
    const abort = new AbortController()
    const [impatient, patient] = [shared(request('a'), abort.signal), shared(request('a'), never)]
    abort.abort()
    await expect(impatient).rejects.toThrow()
    given(answer())
    expect(await patient).toMatchObject({ status: 200 })
  })

  test('as the last one, ends the request', async () => {
    let ended = false
    const shared = sharedAnswers((_, signal) => {
      signal.addEventListener('abort', () => {
        ended = true
      })
      return new Promise(() => undefined)
    })
    const abort = new AbortController()
    const asked = shared(request('a'), abort.signal)
    abort.abort()
    await expect(asked).rejects.toThrow()
    expect(ended).toBe(true)
  })
})

import { expect, test, vi } from 'vitest'
import { readBody } from '../../../../src/verifier/http/read-body'

const never = new Promise<never>(() => undefined)

function streamed(chunks: number[], cancel = vi.fn()) {
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const length = chunks.shift()
      if (length === undefined) controller.close()
      else controller.enqueue(new Uint8Array(length).fill(length))
    },
    cancel,
  })
  return new Response(stream)
}

test('joins the pieces in their order', async () => {
  expect(await readBody(streamed([1, 2, 3]), 6, never)).toEqual({
    bytes: new Uint8Array([1, 2, 2, 3, 3, 3]),
  })
})

test('lets go of the rest as soon as it is too large', async () => {
  const cancel = vi.fn()
  expect(await readBody(streamed([4, 3, 2, 1], cancel), 6, never)).toEqual({ tooLarge: true })
  expect(cancel).toHaveBeenCalledTimes(1)
})

test('lets go when nobody waits any more', async () => {
  const cancel = vi.fn()
  const stalled = new Response(new ReadableStream({ cancel }))
  const gone = Promise.reject(new Error('gone'))
  await expect(readBody(stalled, 6, gone)).rejects.toThrow('gone')
  expect(cancel).toHaveBeenCalledTimes(1)
})

test('an answer without a body has none', async () => {
  const response = new Response(null, { status: 204 })
  expect(await readBody(response, 6, never)).toEqual({ bytes: new Uint8Array(0) })
})

test.each(['-5', '1e9', '10, 10', 'abc'])(
  'a Content-Length of %j is not believed',
  async (length) => {
    const response = new Response('{}', { headers: { 'content-length': length } })
    expect(await readBody(response, 6, never)).toHaveProperty('bytes')
  },
)

import { getEventListeners } from 'node:events'
import { expect, it } from 'vitest'
import { rejectionOf } from '../../../../src/verifier/http/abort'

it('rejects at once where the signal has been aborted before', async () => {
  await expect(rejectionOf(AbortSignal.abort()).promise).rejects.toThrow('aborted')
})

it('rejects when the signal aborts, and no more once it was let go', async () => {
  const waiting = new AbortController()
  const { promise } = rejectionOf(waiting.signal)
  waiting.abort()
  await expect(promise).rejects.toThrow('aborted')
  const released = new AbortController()
  const rejection = rejectionOf(released.signal)
  rejection.release()
  expect(getEventListeners(released.signal, 'abort')).toEqual([])
  released.abort()
  expect(await Promise.race([rejection.promise, Promise.resolve('open')])).toBe('open')
})

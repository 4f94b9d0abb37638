import type { Broadcast } from '../../../src/platform/messages'

type Listener = (message: unknown, sender: { id: string }) => void

/** A message as a page sends it. */
export interface Asked {
  type: string
  [parameter: string]: unknown
}

/**
 * A worker that answers as it is told, for pages under test. Give `browser` as the browser's own:
 * `vi.mock('webextension-polyfill', async () => (await import('../fake-worker')).asBrowser)`.
 */
class FakeWorker {
  /** What pages asked, in order. */
  asked: Asked[] = []
  /** What is answered; a promise that stays open is a worker that is silent. */
  answer: (message: Asked) => unknown = () => Promise.reject(new Error('no answer'))
  readonly listeners = new Set<Listener>()

  /** Tells every open page that something changed. */
  say(message: Broadcast): void {
    for (const listener of this.listeners) listener(message, { id: 'touchstone' })
  }

  /** As if nothing had been asked, and nobody were listening. */
  forget(): void {
    this.asked = []
    this.listeners.clear()
  }
}

export const worker = new FakeWorker()

export const asBrowser = {
  default: {
    runtime: {
      id: 'touchstone',
      sendMessage: async (message: Asked) => {
        worker.asked.push(message)
        return await worker.answer(message)
      },
      onMessage: {
        addListener: (listener: Listener) => worker.listeners.add(listener),
        removeListener: (listener: Listener) => worker.listeners.delete(listener),
      },
    },
  },
}

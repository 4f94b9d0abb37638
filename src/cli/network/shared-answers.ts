import { rejectionOf } from '../../verifier/http/abort'
import type { Web, WebAnswer } from './web'

/** A document that many badges need is asked for at most this often, in milliseconds. */
const KEPT_MS = 60_000
/** Room for kept answers, in bytes. */
const KEPT_BYTES = 32_000_000
/** What an answer takes beside its body, roughly. */
const OVERHEAD_BYTES = 1_000

interface Asked {
  answer: Promise<WebAnswer>
  /** Badges that wait for it; nobody left: the request is given up. */
  waiting: number
  abort: AbortController
  /** Absent while it is under way. */
  bytes?: number
  until?: number
}

/**
 * Answers that the badges of one run share. A hundred thousand badges of one issuer ask for the same
 * profile, key and status list; the host is asked once a minute. A host that could not be reached
 * is asked again by the next badge.
 *
 * @param clock milliseconds, monotonic
 */
export function sharedAnswers(web: Web, clock: () => number = () => performance.now()): Web {
  const kept = new Map<string, Asked>()
  let total = 0

  const drop = (key: string, asked: Asked): void => {
    if (kept.get(key) !== asked) return
    kept.delete(key)
    total -= asked.bytes ?? 0
  }

  /** The oldest first: a map keeps the order in which its members came. */
  const makeRoom = (): void => {
    for (const [key, asked] of kept) {
      if (total <= KEPT_BYTES) return
      if (asked.bytes !== undefined) drop(key, asked)
    }
  }

  return async (request, signal) => {
    signal.throwIfAborted()
    const key = JSON.stringify([request.url, request.accept])
    let asked = kept.get(key)
    if (asked?.until !== undefined && asked.until <= clock()) {
      drop(key, asked)
      asked = undefined
    }
    asked ??= ask()
    return waitFor(asked)

    function ask(): Asked {
      const abort = new AbortController()
      const begun: Asked = { answer: web(request, abort.signal), waiting: 0, abort }
      kept.set(key, begun)
      begun.answer.then(
        ({ bytes }) => {
          if (kept.get(key) !== begun) return
          begun.bytes = bytes.length + OVERHEAD_BYTES
          begun.until = clock() + KEPT_MS
          total += begun.bytes
          makeRoom()
        },
        () => {
          drop(key, begun)
        },
      )
      return begun
    }

    async function waitFor(shared: Asked): Promise<WebAnswer> {
      shared.waiting++
      const given = rejectionOf(signal)
      try {
        return await Promise.race([shared.answer, given.promise])
      } finally {
        given.release()
        if (--shared.waiting === 0 && shared.until === undefined) {
          drop(key, shared)
          shared.abort.abort()
        }
      }
    }
  }
}

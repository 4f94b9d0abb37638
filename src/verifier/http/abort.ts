/** A promise that rejects when a signal aborts, also where the one waited for ignores the signal. */
export interface Rejection {
  promise: Promise<never>
  /** Lets go of the signal. */
  release(): void
}

export function rejectionOf(signal: AbortSignal): Rejection {
  let release = (): void => undefined
  const promise = new Promise<never>((_, reject) => {
    const abort = () => {
      reject(new Error('aborted'))
    }
    release = () => {
      signal.removeEventListener('abort', abort)
    }
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort)
  })
  promise.catch(() => undefined)
  return { promise, release }
}

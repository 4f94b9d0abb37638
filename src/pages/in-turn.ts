/**
 * The same work, never twice at once: whoever wants it while it is done is given what comes of doing it once more.
 */
export function inTurn<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let now: Promise<Result> | undefined
  let next: Promise<Result> | undefined
  const begin = (): Promise<Result> => {
    next = undefined
    now = work().finally(() => {
      now = undefined
    })
    return now
  }
  return () => {
    if (next) return next
    if (!now) return begin()
    next = now.then(begin, begin)
    return next
  }
}

/** One after the other: the badges of a page ask for a list once, and not all at the same time. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work)
    // The one whose work it was hears of a failure; the next is none the worse for it.
    this.#last = done.catch(() => undefined)
    return done
  }
}

/** Says when marks whose place is measured should be measured again; silent while there are none. */

/** Milliseconds for which a running transition or animation is followed frame by frame. */
const FOLLOWED = 1_000

export class Measuring {
  readonly #targets = new Set<Element>()
  readonly #measure: (targets: Iterable<Element>) => void
  readonly #ended: AbortSignal
  readonly #sizes: ResizeObserver
  #listening: AbortController | undefined
  #frame = 0
  #until = 0

  constructor(measure: (targets: Iterable<Element>) => void, signal: AbortSignal) {
    this.#measure = measure
    this.#ended = signal
    this.#sizes = new ResizeObserver(this.soon)
    signal.addEventListener('abort', () => {
      this.#stop()
    })
  }

  follow(target: Element): void {
    this.#targets.add(target)
    this.#sizes.observe(target)
    if (!this.#listening) this.#listen()
    this.soon()
  }

  leave(target: Element): void {
    if (!this.#targets.delete(target)) return
    this.#sizes.unobserve(target)
    if (this.#targets.size === 0) this.#stop()
  }

  /** With the next frame. */
  readonly soon = (): void => {
    if (this.#ended.aborted || this.#targets.size === 0) return
    this.#frame ||= requestAnimationFrame((now) => {
      this.#frame = 0
      this.#measure(this.#targets)
      if (now < this.#until) this.soon()
    })
  }

  #listen(): void {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    const options = { capture: true, passive: true, signal }
    for (const box of document.querySelectorAll('html, body')) this.#sizes.observe(box)
    addEventListener('resize', this.soon, options)
    document.addEventListener('scroll', this.soon, options)
    const moving = () => {
      this.#until = performance.now() + FOLLOWED
      this.soon()
    }
    for (const type of ['transitionrun', 'transitionend', 'animationstart', 'animationend']) {
      document.addEventListener(type, moving, options)
    }
  }

  #stop(): void {
    this.#listening?.abort()
    this.#listening = undefined
    this.#sizes.disconnect()
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
  }
}

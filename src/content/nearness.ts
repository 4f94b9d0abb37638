/**
 * Tells when elements come near what is in sight: right after a frame, when to ask for styles and transforms
 * costs no layout. In a tab that nobody looks at, nothing is near.
 */
export class Nearness {
  readonly #observer: IntersectionObserver

  /** `margin`: CSS pixels around what is in sight, and inside of containers that scroll. */
  constructor(margin: number, onNear: (elements: Element[]) => void, signal: AbortSignal) {
    const around = `${margin}px`
    this.#observer = new IntersectionObserver(
      (entries) => {
        const near = entries.filter(({ isIntersecting }) => isIntersecting)
        for (const { target } of near) this.forget(target)
        onNear(near.map(({ target }) => target))
      },
      { root: document, rootMargin: around, scrollMargin: around },
    )
    signal.addEventListener('abort', () => {
      this.#observer.disconnect()
    })
  }

  /** Of this element it will be told, once. */
  await(element: Element): void {
    this.#observer.observe(element)
  }

  forget(element: Element): void {
    this.#observer.unobserve(element)
  }
}

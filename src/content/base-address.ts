/**
 * Notices when relative references come to lead elsewhere, by `<base>` or by `history.pushState`,
 * neither of which touches the elements that bear them.
 */
export class BaseAddress {
  readonly #onMoved: () => void
  #known = baseOf(document)

  constructor(onMoved: () => void, signal: AbortSignal) {
    this.#onMoved = onMoved
    addEventListener('popstate', this.check, { signal })
    // Where the Navigation API is missing, the next change of the tree tells.
    if ('navigation' in globalThis) {
      navigation.addEventListener('currententrychange', this.check, { signal })
    }
  }

  /** To be called when the tree has changed. */
  readonly check = (): void => {
    const now = baseOf(document)
    if (now === this.#known) return
    this.#known = now
    this.#onMoved()
  }
}

/** Address, without fragment, that relative ones are read against. */
export function baseOf({ baseURI }: Node): string {
  return baseURI.replace(/#.*/s, '')
}

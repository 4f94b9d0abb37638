/**
 * Notices when relative references come to lead elsewhere, or the page has another address: by `<base>` or by
 * `history.pushState`, neither of which touches the elements.
 */
export class BaseAddress {
  readonly #onMoved: () => void
  #known = addresses()

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
    const now = addresses()
    if (now === this.#known) return
    this.#known = now
    this.#onMoved()
  }
}

/** Address, without fragment, that relative ones are read against. */
export function baseOf({ baseURI }: Node): string {
  return baseURI.replace(/#.*/s, '')
}

/**
 * With a `<base>` the page goes on, and relative references do not. One fragment makes a page that of an award, and a
 * script writes it there (`accredible-domains`).
 */
function addresses(): string {
  return `${baseOf(document)} ${document.URL.replace(/#(?!.*acc\.).*/, '')}`
}

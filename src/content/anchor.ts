/**
 * Names an element of the page as a CSS anchor. The name must stand in the element's own inline style,
 * since names from shadow styles are not seen in the page's scope. It joins the names that the page
 * has given, and is taken out alone.
 */
const PREFIX = '--touchstone-'
const PROPERTY = 'anchor-name'

export class Anchor {
  readonly name = PREFIX + crypto.getRandomValues(new Uint32Array(2)).join('-')
  readonly #element: HTMLElement
  readonly #inlineBefore: string
  readonly #pageNames: string
  readonly #hadStyle: boolean

  /** Reads style; writes nothing. */
  constructor(element: HTMLElement) {
    this.#element = element
    this.#hadStyle = element.hasAttribute('style')
    this.#inlineBefore = pageNames(element.style.getPropertyValue(PROPERTY))
    this.#pageNames = pageNames(getComputedStyle(element).getPropertyValue(PROPERTY))
  }

  get holds(): boolean {
    return this.#element.style.getPropertyValue(PROPERTY).includes(this.name)
  }

  set(): void {
    const names = [this.#pageNames, this.name].filter((name) => name !== '')
    this.#element.style.setProperty(PROPERTY, names.join(', '))
  }

  remove(): void {
    if (!this.holds) return
    const { style } = this.#element
    if (this.#inlineBefore) style.setProperty(PROPERTY, this.#inlineBefore)
    else style.removeProperty(PROPERTY)
    const element = this.#element
    if (!this.#hadStyle && element.getAttribute('style') === '') element.removeAttribute('style')
  }
}

/** Takes out the names that elements of this part have been copied with: a mark would follow the last that bears one. */
export function unnameCopies(part: Element, isNamed: (element: Element) => boolean): void {
  for (const copy of [part, ...part.querySelectorAll(`[style*="${PREFIX}"]`)]) {
    if (!(copy instanceof HTMLElement) || isNamed(copy)) continue
    const { style } = copy
    const given = style.getPropertyValue(PROPERTY)
    if (!given.includes(PREFIX)) continue
    const names = pageNames(given)
    if (names) style.setProperty(PROPERTY, names)
    else style.removeProperty(PROPERTY)
  }
}

/** Without names left by an earlier version of this script, which cannot take them away itself. */
function pageNames(value: string): string {
  const names = value.split(',').map((name) => name.trim())
  return names.filter((name) => name && name !== 'none' && !name.startsWith(PREFIX)).join(', ')
}

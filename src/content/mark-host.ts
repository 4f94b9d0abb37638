/** One mark: a host in the page, and in its closed shadow root a button and a label. */
import type { Mark } from '../platform/port-messages'
import { drawShape } from './mark-shapes'
import { markStyle } from './mark-style'

/** By this attribute a new script finds what an earlier one could not clear away. */
export const HOST_ATTRIBUTE = 'data-touchstone'

/** Milliseconds for which a mark is pointed at. */
const POINTING = 1_650

/** Milliseconds in which the pointer may cross from a mark to its label. */
const LEAVING = 160

/** What must not reach the page: neither its own listeners nor a link that lies underneath. */
const KEPT_INSIDE =
  'click dblclick auxclick contextmenu pointerdown pointerup mousedown mouseup touchstart touchend'

export class MarkHost {
  readonly host = document.createElement('div')
  readonly #button = document.createElement('button')
  readonly #shadow: ShadowRoot
  #tip: HTMLElement | undefined
  #mark: Mark | undefined
  #leaving: ReturnType<typeof setTimeout> | undefined

  /**
   * `activate` is called on a click or key press of a person, never of a script; `language` is that
   * of the labels, which need not be the page's.
   */
  constructor(activate: () => void, language: string) {
    this.#shadow = this.host.attachShadow({ mode: 'closed' })
    this.#shadow.adoptedStyleSheets = [markStyle()]
    this.host.setAttribute(HOST_ATTRIBUTE, '')
    this.#button.type = 'button'
    this.#button.lang = language
    this.#shadow.append(this.#button)
    this.#listen(activate)
  }

  show(mark: Mark): void {
    if (mark.look !== this.#mark?.look) this.#button.replaceChildren(drawShape(mark.look))
    this.#mark = mark
    this.#button.setAttribute('aria-label', mark.label)
    if (this.#tip) this.#tip.textContent = mark.label
  }

  /** Writes the inline style of the host; every declaration stands against the page's own rules. */
  place(declarations: Record<string, string | number>): void {
    const all = Object.entries({ all: 'initial', ...declarations })
    this.host.style.cssText = all.map(([name, value]) => `${name}:${value}!important`).join(';')
  }

  point(): void {
    this.#button.focus({ preventScroll: true })
    this.#button.classList.remove('pointed')
    // Restarts the animation; a person asked for this once, so it may read layout.
    this.#button.getBoundingClientRect()
    this.#button.classList.add('pointed')
    setTimeout(() => {
      this.#button.classList.remove('pointed')
    }, POINTING)
  }

  remove(): void {
    this.host.remove()
  }

  #listen(activate: () => void): void {
    const { host } = this
    for (const type of KEPT_INSIDE.split(' ')) {
      host.addEventListener(type, (event) => {
        event.stopPropagation()
      })
    }
    this.#button.addEventListener('click', (event) => {
      event.preventDefault()
      if (event.isTrusted) activate()
    })
    // The label belongs to the host too, so that the pointer may rest on it.
    host.addEventListener('pointerenter', () => {
      clearTimeout(this.#leaving)
      this.#tell(true)
    })
    host.addEventListener('pointerleave', () => {
      this.#leaving = setTimeout(() => {
        this.#tell(false)
      }, LEAVING)
    })
    this.#button.addEventListener('focus', () => {
      if (this.#button.matches(':focus-visible')) this.#tell(true)
    })
    this.#button.addEventListener('blur', () => {
      this.#tell(false)
    })
    this.#button.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#tell(false)
      if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
    })
  }

  /** Shows or hides the label; most marks never need theirs. */
  #tell(open: boolean): void {
    if (!open && !this.#tip) return
    this.#tip ??= this.#newTip()
    this.#tip.togglePopover(open && this.#tip.isConnected)
  }

  #newTip(): HTMLElement {
    const tip = document.createElement('div')
    tip.popover = 'manual'
    tip.dir = 'auto'
    tip.lang = this.#button.lang
    tip.textContent = this.#mark?.label ?? ''
    tip.setAttribute('aria-hidden', 'true') // the button says the same
    this.#shadow.append(tip)
    return tip
  }
}

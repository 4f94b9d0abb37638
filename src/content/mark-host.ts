/** One mark: a host in the page, and in its closed shadow root a button and a label. */
import type { Mark } from '../platform/messages'
import { drawShape } from './mark-shapes'
import { markStyle } from './mark-style'

/** By this attribute a new script finds what an earlier one could not clear away. */
export const HOST_ATTRIBUTE = 'data-touchstone'

/** Milliseconds for which a mark is pointed at. */
const POINTING = 1_650

/** What must not reach the page: neither its own listeners nor a link that lies underneath. */
const KEPT_INSIDE = [
  'click', 'dblclick', 'auxclick', 'contextmenu', 'pointerdown', 'pointerup', 'mousedown', 'mouseup',
  'touchstart', 'touchend',
] // prettier-ignore

export class MarkHost {
  readonly host = document.createElement('div')
  readonly #button = document.createElement('button')
  readonly #label = document.createElement('div')
  #look: Mark['look'] | undefined
  #written = ''

  /** `activate` is called on a click or key press of a person, never of a script. */
  constructor(activate: () => void) {
    const shadow = this.host.attachShadow({ mode: 'closed' })
    shadow.adoptedStyleSheets = [markStyle()]
    this.host.setAttribute(HOST_ATTRIBUTE, '')
    this.#button.type = 'button'
    this.#label.popover = 'manual'
    this.#label.dir = 'auto'
    this.#label.setAttribute('aria-hidden', 'true')
    shadow.append(this.#button, this.#label)
    this.#listen(activate)
  }

  show({ look, label }: Mark): void {
    if (look !== this.#look) this.#button.replaceChildren(drawShape(look))
    this.#look = look
    this.#button.setAttribute('aria-label', label)
    this.#label.textContent = label
  }

  /** Writes the inline style of the host; every declaration stands against the page's own rules. */
  place(declarations: Record<string, string>): void {
    const { style } = this.host
    style.cssText = ''
    for (const [name, value] of Object.entries({ all: 'initial', ...declarations })) {
      style.setProperty(name, value, 'important')
    }
    this.#written = style.cssText
  }

  /** Has the page touched the host's style? */
  get tampered(): boolean {
    return this.host.style.cssText !== this.#written
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
    for (const type of KEPT_INSIDE) {
      host.addEventListener(type, (event) => {
        event.stopPropagation()
      })
    }
    this.#button.addEventListener('click', (event) => {
      event.preventDefault()
      if (event.isTrusted) activate()
    })
    host.addEventListener('pointerenter', () => {
      this.#tell(true)
    })
    host.addEventListener('pointerleave', () => {
      this.#tell(false)
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

  #tell(open: boolean): void {
    this.#label.togglePopover(open && this.#label.isConnected)
  }
}

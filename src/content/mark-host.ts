/** One mark: a host in the page, and in its closed shadow root a button and a label. */
import type { Mark, MarkDrawing, MarkStroke } from '../platform/port-messages'

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg'

/** By this attribute a new script finds what an earlier one could not clear away. */
export const HOST_ATTRIBUTE = 'data-touchstone'

/** Milliseconds for which a mark is pointed at. */
const POINTING = 1_650

/** Milliseconds in which the pointer may cross from a mark to its label. */
const LEAVING = 160

/** What must not reach the page: neither its own listeners nor a link that lies underneath. */
const KEPT_INSIDE =
  'click dblclick auxclick contextmenu pointerdown pointerup mousedown mouseup touchstart touchend'

/** What all marks of a document share. The worker says it: a page without badges loads none of it. */
export class MarkKind {
  /** Of the labels; it need not be the page's. */
  language = ''
  /** A constructed one holds under a page's `style-src 'none'`, too. */
  sheets: CSSStyleSheet[] = []
  #shapes: Partial<MarkDrawing['shapes']> = {}

  /** `drawing`: with the first marks. */
  learn(language: string, drawing: MarkDrawing | undefined): void {
    this.language = language
    if (!drawing) return
    this.#shapes = drawing.shapes
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(drawing.css)
    this.sheets = [sheet]
  }

  draw(look: Mark['look']): Node {
    const svg = svgElement('svg', { viewBox: '0 0 24 24', class: look, 'aria-hidden': 'true' })
    for (const [name, paint, attributes] of this.#shapes[look] ?? []) {
      svg.append(svgElement(name, { class: paint, ...attributes }))
    }
    return svg
  }
}

function svgElement(name: 'svg' | MarkStroke[0], attributes: MarkStroke[2]): Element {
  const element = document.createElementNS(SVG_NAMESPACE, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}

export class MarkHost {
  readonly host = document.createElement('div')
  readonly #button = document.createElement('button')
  readonly #shadow: ShadowRoot
  readonly #kind: MarkKind
  #tip: HTMLElement | undefined
  #mark: Mark | undefined
  #leaving: ReturnType<typeof setTimeout> | undefined

  /** `activate` is called on a click or key press of a person, never of a script. */
  constructor(activate: () => void, kind: MarkKind) {
    this.#kind = kind
    this.#shadow = this.host.attachShadow({ mode: 'closed' })
    this.#shadow.adoptedStyleSheets = kind.sheets
    this.host.setAttribute(HOST_ATTRIBUTE, '')
    this.#button.type = 'button'
    this.#button.lang = kind.language
    this.#shadow.append(this.#button)
    this.#listen(activate)
  }

  show(mark: Mark): void {
    if (mark.look !== this.#mark?.look) this.#button.replaceChildren(this.#kind.draw(mark.look))
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

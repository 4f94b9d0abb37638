import { render, type ComponentChildren } from 'preact'
import { JSDOM } from 'jsdom'
import { vi } from 'vitest'
import { WordingProvider } from '../../../src/ui/wording-context'
import { english } from './english'

/** What a page of ours shows while it is used. */
export interface Live {
  root: HTMLElement
  /** Draws something else in its place, as a parent does. */
  show: (children: ComponentChildren) => void
  /** What a reader sees. */
  text: () => string
  /** Clicks the button that says this. */
  press: (label: string) => void
}

/** What lived before: it must not go on asking into the next test. */
let before: HTMLElement | undefined

/** A document of its own, in which `children` live: hooks run, and buttons can be pressed. */
export function live(children: ComponentChildren): Live {
  if (before) render(null, before)
  const { window } = new JSDOM('<div id="page"></div>', {
    ...{ url: 'https://page.example/', pretendToBeVisual: true },
  })
  const { document, Node, HTMLElement, MutationObserver, CSS, innerHeight } = window
  for (const [name, value] of Object.entries({
    document,
    Node,
    HTMLElement,
    MutationObserver,
    CSS,
    innerHeight,
  }))
    vi.stubGlobal(name, value)
  const root = document.getElementById('page')
  if (root === null) throw new Error('expected the page, got none')
  before = root
  const show = (shown: ComponentChildren): void => {
    render(
      <WordingProvider translate={english} locale="en-GB">
        {shown}
      </WordingProvider>,
      root,
    )
  }
  show(children)
  const press = (label: string): void => {
    const button = [...root.querySelectorAll('button')].find(
      ({ textContent, ariaLabel }) => textContent.trim() === label || ariaLabel === label,
    )
    if (!button) throw new Error(`expected a button “${label}”, got ${root.innerHTML}`)
    button.click()
  }
  return { root, show, press, text: () => root.textContent.replace(/\s+/g, ' ').trim() }
}

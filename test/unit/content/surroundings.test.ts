// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mountOf } from '../../../src/content/surroundings'

function page(html: string): Element {
  document.body.innerHTML = html
  return document.querySelector('img')!
}

function fill(element: Element | null, root: Document | ShadowRoot = document): void {
  Object.defineProperty(root, 'fullscreenElement', { value: element, configurable: true })
}

beforeEach(() => {
  fill(null)
})
afterEach(() => {
  fill(null)
})

describe('where a mark is mounted', () => {
  it('is the end of the document, of a shadow root, dialog or popover', () => {
    expect(mountOf(page('<p><img></p>'))).toBe(document.documentElement)
    expect(mountOf(page('<dialog><p><img></p></dialog>'))).toHaveProperty('localName', 'dialog')
    expect(mountOf(page('<div popover><p><img></p></div>'))).toHaveProperty('localName', 'div')
    const root = page('<span></span><img>').previousElementSibling!.attachShadow({ mode: 'open' })
    root.innerHTML = '<img>'
    expect(mountOf(root.firstElementChild!)).toBe(root)
  })

  it('is what fills the screen, for an image inside it alone', () => {
    const image = page('<main><p><img></p></main><footer></footer>')
    fill(document.querySelector('main'))
    expect(mountOf(image)).toHaveProperty('localName', 'main')
    fill(document.querySelector('footer'))
    expect(mountOf(image)).toBe(document.documentElement)
  })

  it('is the innermost of what fills the screen and what was opened in it', () => {
    const image = page('<main><dialog><img></dialog></main>')
    fill(document.querySelector('main'))
    expect(mountOf(image)).toHaveProperty('localName', 'dialog')
    const inside = page('<dialog><main><img></main></dialog>')
    fill(document.querySelector('main'))
    expect(mountOf(inside)).toHaveProperty('localName', 'main')
  })

  it('is never an image or a drawing that fills the screen itself', () => {
    const image = page('<p><img></p>')
    fill(image)
    expect(mountOf(image)).toBe(document.documentElement)
    document.body.innerHTML = '<svg><image></image></svg>'
    fill(document.querySelector('svg'))
    expect(mountOf(document.querySelector('image')!)).toBe(document.documentElement)
  })

  it('is found in a shadow root, where the document names its host alone', () => {
    const host = page('<span></span><img>').previousElementSibling!
    const root = host.attachShadow({ mode: 'open' })
    root.innerHTML = '<main><img></main>'
    fill(host)
    fill(root.firstElementChild, root)
    expect(mountOf(root.querySelector('img')!)).toBe(root.firstElementChild)
  })
})

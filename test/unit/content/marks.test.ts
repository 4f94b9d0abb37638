// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://portfolio.example/me" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MARK_DRAWING } from '../../../src/background/mark-drawing'
import { buttonOf, FakeIntersectionObserver, marksOf, png, shadowRoots } from './fake-page'
import {
  answer,
  image,
  inject,
  quiet,
  runtime,
  serve,
  settled,
  told,
  useContentScript,
} from './injected-script'
import { eventually } from '../eventually'

useContentScript()

describe('a mark', () => {
  it('carries the sentence as its accessible name, and markup in it stays text', async () => {
    await inject(`<img src="${serve('/badge.png')}" alt="<script>alert(1)</script>">`)
    const label = 'Authentic. “<img src=x onerror=alert(1)>”'
    await answer(1, 'authentic', label)
    const [host] = marksOf(document)
    expect(buttonOf(host!).getAttribute('aria-label')).toBe(label)
    host!.dispatchEvent(new Event('pointerenter'))
    expect(shadowRoots.get(host!)!.querySelector('img, script')).toBeNull()
    expect(document.querySelectorAll('script')).toHaveLength(0)
  })

  it('is drawn as the worker says, stroke by stroke', async () => {
    await inject(`<img src="${serve('/badge.png')}">`)
    await answer(1, 'attention')
    const shadow = shadowRoots.get(marksOf(document)[0]!)!
    const [svg] = shadow.querySelectorAll('svg')
    const strokes = [...svg!.children].map(({ localName, attributes }) => ({
      localName,
      attributes: new Map([...attributes].map(({ name, value }) => [name, value])),
    }))
    expect(svg!.getAttribute('class')).toBe('attention')
    expect(strokes).toEqual(
      MARK_DRAWING.shapes.attention.map(([localName, paint, attributes]) => {
        const written: [string, unknown][] = Object.entries({ class: paint, ...attributes })
        return { localName, attributes: new Map(written.map(([key, of]) => [key, String(of)])) }
      }),
    )
    expect(shadow.adoptedStyleSheets).toHaveLength(1)
  })

  it('names the language of its sentence, which need not be the page’s', async () => {
    document.documentElement.lang = 'de'
    await inject(`<img src="${serve('/badge.png')}">`)
    await answer()
    expect(buttonOf(marksOf(document)[0]!).lang).toBe('en')
  })

  it('is not looked into by the page', async () => {
    await inject(`<img src="${serve('/badge.png')}">`)
    await answer()
    expect(marksOf(document)[0]!.shadowRoot).toBeNull()
  })

  it('adds nothing to the page but itself, at the end of the document', async () => {
    await inject(`<ul><li><img src="${serve('/badge.png')}"></li></ul>`)
    const before = document.body.innerHTML
    await answer()
    image().style.removeProperty('anchor-name')
    image().removeAttribute('style')
    expect(document.body.innerHTML).toBe(before)
    expect(document.documentElement.lastElementChild).toBe(marksOf(document)[0])
  })

  it('comes in the order of the images, in whichever order they were answered', async () => {
    const html = ['/1.png', '/2.png', '/3.png'].map((path) => `<img src="${serve(path)}">`)
    await inject(html.join(''), 3)
    for (const [index, { key, url }] of told().reverse().entries()) {
      const mark = { key, look: 'found', label: url } as const
      runtime.port.deliver({ type: 'marks', language: 'en', marks: [{ key, mark }] })
      await eventually(() => {
        expect(marksOf(document)).toHaveLength(index + 1)
      })
    }
    const labels = marksOf(document).map((host) => buttonOf(host).getAttribute('aria-label'))
    expect(labels.map((label) => label?.slice(-6))).toEqual(['/1.png', '/2.png', '/3.png'])
  })

  it('is shown once its image is in sight, and hidden with it', async () => {
    await inject(`<img src="${serve('/badge.png')}">`)
    await answer()
    const [host] = marksOf(document) as HTMLElement[]
    expect(host!.style.display).toBe('none')
    for (const observer of FakeIntersectionObserver.all) observer.show()
    expect(host!.style.display).toBe('block')
    for (const observer of FakeIntersectionObserver.all) observer.show(false)
    expect(host!.style.display).toBe('none')
  })

  it('is drawn when its image comes near, as the worker has it by then', async () => {
    FakeIntersectionObserver.distance = 5_000
    await inject(`<img src="${serve('/badge.png')}">`)
    await answer(0, 'checking', 'Checking.')
    await settled()
    expect(marksOf(document)).toEqual([])
    await answer(0)
    FakeIntersectionObserver.moveTo(0)
    const [host] = marksOf(document)
    expect(buttonOf(host!).getAttribute('aria-label')).toBe('Verified.')
  })

  it('is there at once, wherever its image is, when it is to be shown', async () => {
    Element.prototype.scrollIntoView = () => undefined
    FakeIntersectionObserver.distance = 5_000
    await inject(`<img src="${serve('/badge.png')}">`)
    await answer(0)
    runtime.port.deliver({ type: 'locate', key: told()[0]!.key })
    const [host] = marksOf(document) as HTMLElement[]
    expect(host!.style.display).toBe('block')
    expect(buttonOf(host!).classList).toContain('pointed')
  })

  it('goes when the worker says so', async () => {
    await inject(`<img src="${serve('/badge.png')}">`)
    await answer()
    runtime.port.deliver({
      type: 'marks',
      language: 'en',
      marks: [{ key: told()[0]!.key, mark: null }],
    })
    expect(marksOf(document)).toEqual([])
  })

  it('is not believed to be clicked by a script', async () => {
    await inject(`<a href="#there"><img src="${serve('/badge.png')}"></a>`)
    await answer()
    const [host] = marksOf(document) as HTMLElement[]
    host!.click()
    buttonOf(host!).click()
    const event = new MouseEvent('click', { bubbles: true, composed: true })
    buttonOf(host!).dispatchEvent(event)
    buttonOf(host!).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    expect(runtime.sent.filter(({ type }) => type === 'activate')).toEqual([])
  })
})

describe('a mark whose image changes its place', () => {
  const parent = () => marksOf(document)[0]?.parentElement?.localName
  const open = (type: string) => document.querySelector('dialog')!.dispatchEvent(new Event(type))
  const fill = (element: Element | null) => {
    Object.defineProperty(document, 'fullscreenElement', { value: element, configurable: true })
  }

  beforeEach(async () => {
    await inject(`<main><img src="${serve('/badge.png')}"></main><dialog></dialog>`)
    await answer()
    expect(parent()).toBe('html')
  })
  afterEach(() => {
    fill(null)
  })

  it('follows it into a dialog, and out again', async () => {
    const badge = image()
    for (const place of ['dialog', 'main']) {
      document.querySelector(place)!.append(badge)
      await eventually(() => {
        expect(parent()).toBe(place === 'main' ? 'html' : place)
      })
      expect(buttonOf(marksOf(document)[0]!).getAttribute('aria-label')).toBe('Verified.')
    }
    expect(runtime.sent.filter(({ type }) => type === 'gone')).toEqual([])
  })

  it('follows what becomes a popover once it opens', async () => {
    document.querySelector('main')!.setAttribute('popover', 'manual')
    open('toggle')
    await eventually(() => {
      expect(parent()).toBe('main')
    })
  })

  it('is there while an element around it fills the screen, and no longer', async () => {
    fill(document.querySelector('main'))
    document.dispatchEvent(new Event('fullscreenchange'))
    expect(marksOf(document)).toEqual([])
    await eventually(() => {
      expect(parent()).toBe('main')
    })
    fill(null)
    document.dispatchEvent(new Event('fullscreenchange'))
    await eventually(() => {
      expect(parent()).toBe('html')
    })
  })

  it('is not drawn for ever by a page that moves it on and on', async () => {
    const badge = image()
    let drawn = 0
    for (let step = 0; step < 30; step++) {
      document.querySelector(step % 2 ? 'main' : 'dialog')!.append(badge)
      await quiet(1)
      drawn = Math.max(drawn, marksOf(document).length)
    }
    expect(drawn).toBeLessThanOrEqual(1)
  })
})

describe('a page that swaps the image after the green mark', () => {
  beforeEach(async () => {
    const html = `<picture><source srcset="/x.png"><img src="${serve('/badge.png')}"></picture>`
    await inject(html)
    await answer()
  })

  const fake = () => serve('/fake.png', png())

  it.each<[string, () => void]>([
    [
      'by src',
      () => {
        image().src = fake()
      },
    ],
    [
      'by srcset',
      () => {
        image().srcset = `${fake()} 2x`
      },
    ],
    [
      'by an attribute set to what it was',
      () => {
        image().setAttribute('src', image().src)
      },
    ],
    [
      'by another source of the picture',
      () => {
        document.querySelector('source')!.setAttribute('srcset', fake())
      },
    ],
    [
      'by a new source of the picture',
      () => {
        document.querySelector('picture')!.prepend(document.createElement('source'))
      },
    ],
    [
      'by replacing the element',
      () => {
        image().replaceWith(document.createElement('img'))
      },
    ],
    [
      'by removing an ancestor',
      () => {
        document.querySelector('picture')!.remove()
      },
    ],
  ])('%s: the mark is gone before the page can paint', async (_, swap) => {
    swap()
    await Promise.resolve()
    expect(marksOf(document)).toEqual([])
  })

  it('the mark does not come back for the other image', async () => {
    image().src = fake()
    await settled()
    expect(marksOf(document)).toEqual([])
    expect(told()).toEqual([])
  })

  it('the mark comes back with the image', async () => {
    const { src } = image()
    image().setAttribute('src', src)
    await Promise.resolve()
    expect(marksOf(document)).toEqual([])
    await eventually(() => {
      expect(marksOf(document)).toHaveLength(1)
    })
    expect(runtime.sent.filter(({ type }) => type === 'gone')).toEqual([])
  })

  it('also where the browser itself chose another source', async () => {
    Object.defineProperty(image(), 'currentSrc', { value: fake() })
    image().dispatchEvent(new Event('load'))
    expect(marksOf(document)).toEqual([])
    await settled()
    expect(told()).toEqual([])
  })
})

describe('a page that makes a relative link lead elsewhere', () => {
  const navigation = new EventTarget()

  beforeEach(async () => {
    vi.stubGlobal('navigation', navigation)
    await inject(`<a href="award.json">award</a><img src="${serve('/badge.png')}">`, 2)
    await answer(2)
  })
  afterEach(() => {
    document.querySelector('base')?.remove()
    history.replaceState(null, '', '/me')
  })

  const urls = () => told().map(({ url }) => url.replace('https://portfolio.example', ''))

  it('by a base element: its mark is gone at once, and the new address is reported', async () => {
    const base = document.createElement('base')
    base.href = 'https://elsewhere.example/'
    document.head.append(base)
    await Promise.resolve()
    expect(marksOf(document)).toHaveLength(1)
    await eventually(() => {
      expect(urls().sort()).toEqual(['/badge.png', 'https://elsewhere.example/award.json'])
    })
    base.href = 'https://third.example/'
    await eventually(() => {
      expect(urls().sort()).toEqual(['/badge.png', 'https://third.example/award.json'])
    })
  })

  it('by another address of its own: its mark is gone at once', async () => {
    history.pushState(null, '', '/people/me')
    navigation.dispatchEvent(new Event('currententrychange'))
    expect(marksOf(document)).toHaveLength(1)
    await eventually(() => {
      expect(urls().sort()).toEqual(['/badge.png', '/people/award.json'])
    })
  })

  it('but keeps all marks where only the fragment changes', async () => {
    history.pushState(null, '', '#badges')
    navigation.dispatchEvent(new Event('currententrychange'))
    await settled()
    expect(marksOf(document)).toHaveLength(2)
    expect(runtime.sent.filter(({ type }) => type === 'gone')).toEqual([])
  })
})

describe('a page that does not want the mark', () => {
  beforeEach(async () => {
    await inject(`<img src="${serve('/badge.png')}">`)
    await answer()
  })

  it('gets it back a few times, and then is left in peace', async () => {
    let returned = 0
    for (let attempt = 0; attempt < 10; attempt++) {
      marksOf(document)[0]?.remove()
      await quiet(5)
      returned += marksOf(document).length
    }
    expect(returned).toBe(3)
    await answer(0, 'invalid')
    await settled()
    expect(marksOf(document)).toEqual([])
  })

  it('cannot keep it where it moved it', async () => {
    for (let attempt = 0; attempt < 10; attempt++) {
      const [host] = marksOf(document) as HTMLElement[]
      host?.style.setProperty('left', '400px', 'important')
      await quiet(5)
      expect((marksOf(document)[0] as HTMLElement | undefined)?.style.left).not.toBe('400px')
    }
    expect(marksOf(document)).toEqual([])
  })
})

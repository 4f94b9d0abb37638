// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://portfolio.example/me" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MAXIMUM_MARKS } from '../../../src/content/marks'
import { MAXIMUM_CANDIDATES } from '../../../src/content/sightings'
import {
  buttonOf,
  dataUrl,
  FakeIntersectionObserver,
  FakePerformanceObserver,
  fireLoad,
  marksOf,
  png,
  shadowRoots,
} from './fake-page'
import {
  answer,
  award,
  fetched,
  files,
  image,
  inject,
  injectOnceMore,
  knows,
  quiet,
  runtime,
  serve,
  settled,
  told,
  useContentScript,
} from './injected-script'
import { eventually } from '../eventually'

useContentScript()

const INSTANCE = Symbol.for('touchstone')

describe('what the worker hears', () => {
  it('is nothing on a page without candidates', async () => {
    await inject(`<p>Hello</p><a href="/x">x</a><img src="${serve('/photo.jpg', png())}">`, 0)
    expect(runtime.ports).toEqual([])
    expect(fetched).not.toHaveBeenCalled()
  })

  it('is nothing of an image that carries no badge', async () => {
    await inject(`<img src="${serve('/logo.png', png())}">`, 0)
    expect(fetched).toHaveBeenCalledTimes(1)
    expect(runtime.ports).toEqual([])
  })

  it('is the whole file of a badge that the page could read', async () => {
    await inject(`<img src="${serve('/badge.png')}" alt="Badge">`)
    const bytes = Buffer.from(files.get('/badge.png')!).toString('base64')
    expect(told()).toMatchObject([{ kind: 'image', label: 'Badge', bytes, complete: true }])
  })

  it('is the address alone of an image from elsewhere, of which nothing is fetched', async () => {
    await inject('<img src="https://issuer.example/badge.png">')
    expect(told()).toMatchObject([{ url: 'https://issuer.example/badge.png' }])
    expect(told()[0]).not.toHaveProperty('bytes')
    expect(fetched).not.toHaveBeenCalled()
  })

  it('is nothing of an image button, unless the browser itself says that it has loaded', async () => {
    await inject('<input type="image" src="https://issuer.example/badge.png">', 0)
    const button = document.querySelector('input')!
    button.dispatchEvent(new Event('load'))
    await settled()
    expect(runtime.ports).toEqual([])
    fireLoad(button)
    await knows(1)
    expect(told()).toMatchObject([{ url: 'https://issuer.example/badge.png' }])
  })

  it('is the address of a link, whose target is never fetched, not even at home', async () => {
    await inject(`<a href="${serve('/award.png')}">award</a><a href="/diploma.jsonld">d</a>`, 2)
    expect(told().map(({ kind, url }) => [kind, url])).toEqual([
      ['link', 'https://portfolio.example/award.png'],
      ['link', 'https://portfolio.example/diploma.jsonld'],
    ])
    expect(fetched).not.toHaveBeenCalled()
  })

  it('is one candidate for one file, however often the page shows it', async () => {
    const html = `<img src="${serve('/badge.png')}">`
    await inject(html.repeat(12))
    expect(told()).toHaveLength(1)
    expect(fetched).toHaveBeenCalledTimes(1)
    await answer(12)
  })

  it('is two candidates where the same picture leads to two awards', async () => {
    const html = `<img src="${serve('/badge.png')}">`
    await inject(
      `<a href="https://a.example/1">${html}</a><a href="https://a.example/2">${html}</a>`,
      2,
    )
    expect(told().map(({ href }) => href)).toEqual(['https://a.example/1', 'https://a.example/2'])
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it('includes what comes late: by script, in a shadow root, and when it has loaded', async () => {
    await inject(`<img id="late" data-loading src="${serve('/late.png')}">`, 0)
    expect(runtime.ports).toEqual([])
    const host = document.createElement('x-wall')
    host.attachShadow({ mode: 'open' }).innerHTML = `<div><img src="${serve('/shadow.png')}"></div>`
    document.body.append(host)
    image('#late').removeAttribute('data-loading')
    image('#late').dispatchEvent(new Event('load'))
    await knows(2)
    const names = told().map(({ url }) => url.slice(url.lastIndexOf('/')))
    expect(names.sort()).toEqual(['/late.png', '/shadow.png'])
  })

  it('includes what an element shows that is defined only after the page was read', async () => {
    await inject('<late-card></late-card><never-defined></never-defined>', 0)
    const html = `<img src="${serve('/shadow.png')}">`
    class LateCard extends HTMLElement {
      connectedCallback(): void {
        this.attachShadow({ mode: 'open' }).innerHTML = html
      }
    }
    customElements.define('late-card', LateCard)
    await settled()
    expect(runtime.ports).toEqual([])
    for (const observer of FakePerformanceObserver.all)
      observer.load('/shadow.png', { initiatorType: 'img' })
    await knows(1)
    expect(told()[0]?.url).toMatch(/shadow\.png$/)
  })

  it('is each link to an award, and of the pictures beside them those that are badges', async () => {
    const card = (file: string, id: number) =>
      `<li><img src="${file}"><a href="${award(id)}">Show credential</a></li>`
    const logo = serve('/logo.png', png())
    await inject(card(logo, 1) + card(logo, 2) + card(serve('/badge.png'), 3), 4)
    await settled()
    const images = told().filter(({ kind }) => kind === 'image')
    expect(images).toMatchObject([{ links: [award(3)], complete: true }])
    const links = told().filter(({ kind }) => kind === 'link')
    expect(links.map(({ url }) => url)).toEqual([award(1), award(2), award(3)])
  })

  it('is the image inside a link to an award, and not the link', async () => {
    const plain = serve('/logo.png', png())
    await inject(`<a href="${award(1)}"><b>Badge</b><img src="${plain}"></a>`)
    await settled()
    expect(told()).toMatchObject([{ kind: 'image', href: award(1), stripped: true }])
  })

  it('is the link to an award where no image stands for it', async () => {
    const photo = '<img src="/photo.jpg">'
    await inject(`<p><a href="${award(1)}">Award</a>${photo}</p><a href="/me">me</a>`)
    expect(told()).toMatchObject([{ kind: 'link', url: award(1), label: 'Award' }])
  })

  it('is the link again once its image has gone, and the image once it has come', async () => {
    await inject(`<p><a href="${award(1)}">Award<img src="${serve('/badge.png')}"></a></p>`)
    expect(told()).toMatchObject([{ kind: 'image', href: award(1) }])
    const badge = image()
    badge.remove()
    await eventually(() => {
      expect(told()).toMatchObject([{ kind: 'link' }])
    })
    document.querySelector('a')!.append(badge)
    await eventually(() => {
      expect(told()).toMatchObject([{ kind: 'image', href: award(1) }])
    })
  })

  it('says what has gone', async () => {
    await inject(`<img src="${serve('/badge.png')}">`)
    const [candidate] = told()
    image().remove()
    await knows(0)
    expect(runtime.sent.at(-1)).toEqual({ type: 'gone', keys: [candidate!.key] })
  })

  it('is bounded on a page with 5,000 images', async () => {
    const images = Array.from(
      { length: 5_000 },
      (_, index) => `<img src="https://cdn.example/${index}.png">`,
    )
    await inject(images.join(''), MAXIMUM_CANDIDATES)
    await settled()
    expect(told()).toHaveLength(MAXIMUM_CANDIDATES)
    expect(fetched).not.toHaveBeenCalled()
    // jsdom needs seconds to compute so many styles.
    const style = getComputedStyle(document.body)
    vi.spyOn(globalThis, 'getComputedStyle').mockReturnValue(style)
    await answer(MAXIMUM_MARKS)
    await settled()
    expect(marksOf(document)).toHaveLength(MAXIMUM_MARKS)
    vi.mocked(getComputedStyle).mockRestore()
  }, 40_000)
})

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
    const isFar = vi.spyOn(FakeIntersectionObserver, 'isNear').mockReturnValue(false)
    await inject(`<img src="${serve('/badge.png')}">`)
    await answer(0, 'checking', 'Checking.')
    await settled()
    expect(marksOf(document)).toEqual([])
    await answer(0)
    isFar.mockRestore()
    for (const observer of FakeIntersectionObserver.all) observer.show()
    const [host] = marksOf(document)
    expect(buttonOf(host!).getAttribute('aria-label')).toBe('Verified.')
  })

  it('is there at once, wherever its image is, when it is to be shown', async () => {
    Element.prototype.scrollIntoView = () => undefined
    const isFar = vi.spyOn(FakeIntersectionObserver, 'isNear').mockReturnValue(false)
    await inject(`<img src="${serve('/badge.png')}">`)
    await answer(0)
    runtime.port.deliver({ type: 'locate', key: told()[0]!.key })
    const [host] = marksOf(document) as HTMLElement[]
    expect(host!.style.display).toBe('block')
    expect(buttonOf(host!).classList).toContain('pointed')
    isFar.mockRestore()
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

describe('the end', () => {
  it('comes when the extension is updated under the page', async () => {
    await inject(`<img src="${serve('/badge.png')}">`)
    const before = document.documentElement.outerHTML
    await answer()
    runtime.orphan()
    await quiet(300)
    expect(document.documentElement.outerHTML).toBe(before)
    document.body.innerHTML = `<img src="${serve('/other.png')}">`
    await settled()
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it('does not come when the script is injected once more', async () => {
    await inject(`<img src="${serve('/badge.png')}">`)
    await answer()
    await injectOnceMore()
    await settled()
    expect(runtime.ports).toHaveLength(1)
    expect(runtime.port.closed).toBe(false)
    expect(marksOf(document)).toHaveLength(1)
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it('is no matter to the next document of a world that a frame keeps', async () => {
    await inject(`<img src="${serve('/badge.png')}">`)
    const { wake } = (globalThis as Record<symbol, { wake: () => void }>)[INSTANCE]!
    Object.assign(globalThis, { [INSTANCE]: { document: new Document(), wake } })
    await injectOnceMore()
    await eventually(() => {
      expect(runtime.ports).toHaveLength(2)
    })
  })

  it('is followed by another beginning when the script of the new version is injected', async () => {
    await inject(`<img src="${serve('/badge.png')}">`)
    runtime.end()
    await inject()
    expect(told()).toHaveLength(1)
  })

  it('clears what a script left that could not clear it itself', async () => {
    const remains = document.createElement('div')
    remains.setAttribute('data-touchstone', '')
    document.documentElement.append(remains)
    await inject('<p>x</p>', 0)
    expect(remains.isConnected).toBe(false)
  })

  it('clears it from open shadow roots, too', async () => {
    const host = document.createElement('x-wall')
    const root = host.attachShadow({ mode: 'open' })
    root.innerHTML = '<p>Badges</p><div data-touchstone></div>'
    document.body.append(host)
    await inject('', 0)
    expect(root.innerHTML).toBe('<p>Badges</p>')
  })

  it('is where it begins without an extension', async () => {
    vi.stubGlobal('chrome', { runtime: {} })
    vi.resetModules()
    document.body.innerHTML = `<img src="${dataUrl(png('x'))}">`
    await import('../../../src/content/touchstone.iife')
    await settled()
    expect(marksOf(document)).toEqual([])
  })
})

it('data URLs are read without any request', async () => {
  await inject(`<img src="${dataUrl(png('x'))}"><img src="${dataUrl(png())}">`)
  expect(told()).toHaveLength(1)
  expect(fetched).not.toHaveBeenCalled()
})

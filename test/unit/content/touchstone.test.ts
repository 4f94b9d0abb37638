// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://portfolio.example/me" }
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { MAXIMUM_MARKS } from '../../../src/content/marks'
import { MAXIMUM_CANDIDATES, READ_AT_ONCE } from '../../../src/content/sightings'
import {
  dataUrl,
  FakeIntersectionObserver,
  FakePerformanceObserver,
  fireLoad,
  marksOf,
  png,
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

  describe('of one of many images, far below what is in sight', () => {
    /** As many as are read wherever they are. */
    const many = () => {
      const urls = Array.from({ length: READ_AT_ONCE }, (_, at) => serve(`/${at}.png`, png()))
      return urls.map((url) => `<img src="${url}">`).join('')
    }

    beforeEach(() => {
      FakeIntersectionObserver.distance = 30_000
    })

    it('is nothing until somebody comes near; nor is it read before', async () => {
      const url = serve('/badge.png')
      await inject(`${many()}<img src="${url}">`, 0)
      const asked = () => fetched.mock.calls.map(([address]) => address)
      await eventually(() => {
        expect(asked()).toHaveLength(READ_AT_ONCE)
      })
      expect(asked()).not.toContain(url)
      expect(runtime.ports).toEqual([])
      FakeIntersectionObserver.moveTo(15_000)
      await knows(1)
      expect(told()).toMatchObject([{ complete: true }])
    })

    it('is all there is where the worker asks for it, and of what comes later, too', async () => {
      await inject(`${many()}<img src="${serve('/badge.png')}">`, 0)
      expect(runtime.askForAll()).toEqual([{ reading: true }])
      await knows(1)
      expect(runtime.askForAll()).toEqual([])
      document.body.insertAdjacentHTML('beforeend', `<img src="${serve('/later.png')}">`)
      await knows(2)
    })

    it('is said to be on its way until the worker has heard of it', async () => {
      const begun = inject(`<img src="${dataUrl(png('https://issuer.example/1'))}">`)
      await eventually(() => {
        expect(runtime.askForAll()).toEqual([{ reading: true }])
      })
      await begun
      expect(runtime.askForAll()).toEqual([])
      runtime.port.drop()
      expect(runtime.askForAll()).toEqual([{ reading: true }])
    })

    it('is not known until the page was gone through', async () => {
      const idle = vi.spyOn(globalThis, 'requestIdleCallback').mockReturnValue(1)
      await inject('<p>Hello</p>', 0)
      expect(runtime.askForAll()).toEqual([{ reading: true }])
      idle.mockRestore()
    })

    it('is nothing on a site that is off, whoever asks', async () => {
      const url = serve('/badge.png')
      await inject(`<a href="${award(1)}">award</a>${many()}<img src="${url}">`)
      runtime.port.deliver({ type: 'rest' })
      expect(runtime.askForAll()).toEqual([])
      await quiet()
      expect(fetched.mock.calls.flat()).not.toContain(url)
    })

    it('is at once where it leads to an award', async () => {
      await inject(`${many()}<a href="${award(1)}"><img src="${serve('/badge.png')}"></a>`)
      expect(told()).toMatchObject([{ href: award(1) }])
    })
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

// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://portfolio.example/me" }
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import type { Candidate } from '../../../src/platform/port-messages'
import {
  FakePerformanceObserver,
  fireLoad,
  makeVectorImages,
  marksOf,
  png,
  timeRequests,
} from './fake-page'
import {
  answer,
  award,
  fetched,
  inject,
  knows,
  quiet,
  serve,
  settled,
  told,
  useContentScript,
} from './injected-script'
import { eventually } from '../eventually'

useContentScript()

describe('a page that swaps the picture of a drawing after the green mark', () => {
  beforeEach(async () => {
    document.body.innerHTML = `<svg><image href="${serve('/badge.png')}"/><g></g></svg>`
    makeVectorImages(document)
    await inject()
    await answer()
  })

  const animation = (attribute: string) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', 'animate')
    element.setAttribute('attributeName', attribute)
    element.setAttribute('to', serve('/fake.png', png()))
    return element
  }

  it.each(['image', 'g'])('by an animation in its %s: the mark is gone at once', async (parent) => {
    document.querySelector(parent)!.append(animation('href'))
    await Promise.resolve()
    expect(marksOf(document)).toEqual([])
    await knows(0)
  })

  it('by an animation that was harmless before: the mark is gone at once', async () => {
    const element = animation('width')
    document.querySelector('image')!.append(element)
    await settled()
    expect(marksOf(document)).toHaveLength(1)
    element.setAttribute('attributeName', 'xlink:href')
    await Promise.resolve()
    expect(marksOf(document)).toEqual([])
    await knows(0)
  })
})

describe('a badge that is drawn in the page itself', () => {
  const html =
    '<svg xmlns:openbadges="http://openbadges.org"><openbadges:assertion>{}</openbadges:assertion><path d="M0 0"/></svg>'
  const paths: [string, (svg: SVGSVGElement) => void][] = [
    [
      'another shape',
      (svg) => {
        svg.querySelector('path')!.setAttribute('d', 'M1 1')
      },
    ],
    ['another text', (svg) => (svg.firstElementChild!.firstChild!.nodeValue = '{"x":1}')],
    [
      'one shape more',
      (svg) => {
        svg.append(document.createElement('g'))
      },
    ],
  ]

  beforeEach(async () => {
    await inject(html)
    expect(told()).toMatchObject([{ kind: 'image', url: 'data:image/svg+xml,', complete: true }])
    await answer()
  })

  it.each(paths)('loses its mark with %s, before the page can paint', async (_, change) => {
    const drawing = document.querySelector('svg')!
    change(drawing)
    await Promise.resolve()
    expect(marksOf(document)).toEqual([])
    await eventually(() => {
      const [{ bytes }] = told() as [Candidate]
      expect(Buffer.from(bytes!, 'base64').toString()).toBe(drawing.outerHTML)
    })
  })

  it('is given up where it moves on and on', async () => {
    const path = document.querySelector('path')!
    for (let step = 0; step < 20; step++) {
      path.setAttribute('d', `M${step} 0`)
      await quiet(5)
    }
    await knows(0)
  })
})

describe('an embed', () => {
  const frame = () => document.querySelector('iframe')!
  const embedded = award(1).replace('/badges/', '/embedded_badge/')
  const shows = (element: HTMLIFrameElement, value: object | null) =>
    Object.defineProperty(element, 'contentDocument', { value, configurable: true })
  /** What it shows is of another site, and no business of the page. */
  const showsOther = (element: HTMLIFrameElement) => shows(element, null)
  /** As every frame begins. */
  const showsNothing = (element: HTMLIFrameElement) => shows(element, { URL: 'about:blank' })
  /** Of what it names: it is a badge now. */
  const loadsFirst = async () => {
    fireLoad(frame())
    await knows(1)
    await answer()
  }
  const goesOn = async () => {
    fireLoad(frame())
    expect(marksOf(document)).toEqual([])
    await knows(0)
  }

  it('may load before its mark is drawn', async () => {
    await inject(`<iframe src="${embedded}"></iframe>`)
    fireLoad(frame())
    await settled()
    expect(told()).toMatchObject([{ kind: 'link', url: embedded }])
    await answer()
  })

  it.each([
    ['a frame', `<iframe src="${embedded}"></iframe>`],
    [
      'an element of Credly’s',
      `<div data-share-badge-id="${award(1).slice(-36)}"><iframe src="${embedded}"></iframe></div>`,
    ],
  ])('of %s loses its mark for good once the frame goes on', async (_, html) => {
    document.body.innerHTML = html
    showsOther(frame())
    await inject()
    await answer()
    await goesOn()
    frame().setAttribute('name', 'x')
    fireLoad(frame())
    await settled()
    expect(told()).toEqual([])
  })

  it('is none as long as it shows nothing, whatever its address says; then it is, until it goes on', async () => {
    document.body.innerHTML = `<iframe src="${embedded}"></iframe>`
    showsNothing(frame())
    await inject('', 0)
    expect(told()).toEqual([])
    showsOther(frame())
    await loadsFirst()
    await goesOn()
  })

  describe('of a page that is still loading', () => {
    let state: MockInstance
    beforeEach(async () => {
      state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
      document.body.innerHTML = `<iframe src="${embedded}"></iframe>`
      showsOther(frame())
      await inject('', 0)
      expect(told()).toEqual([])
    })

    afterEach(() => {
      state.mockRestore()
    })

    it('is waited for; a page that holds back its own end cannot lead it elsewhere under its mark', async () => {
      await loadsFirst()
      await goesOn()
    })

    it('is not forgotten in a shadow root', async () => {
      const shadow = document.body
        .appendChild(document.createElement('p'))
        .attachShadow({ mode: 'open' })
      shadow.append(frame())
      await settled()
      state.mockRestore()
      dispatchEvent(new Event('load'))
      await knows(1)
    })

    it('has loaded with the page, where it did so before anybody looked', async () => {
      state.mockRestore()
      dispatchEvent(new Event('load'))
      await knows(1)
      await answer()
    })
  })

  it('that Credly’s script fills later keeps its mark, until the frame goes on', async () => {
    await inject(`<div data-share-badge-id="${award(1).slice(-36)}">wait</div>`)
    await answer()
    const html = `<iframe src="${embedded}"></iframe>`
    document.querySelector('div')?.insertAdjacentHTML('beforeend', html)
    await Promise.resolve()
    fireLoad(frame())
    await settled()
    expect(marksOf(document)).toHaveLength(1)
    await goesOn()
  })

  it('of Credly’s with its frame in it is waited for while the page loads', async () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
    const html = `<div data-share-badge-id="${award(1).slice(-36)}"><iframe src="${embedded}"></iframe></div>`
    await inject(html, 0)
    expect(told()).toEqual([])
    await loadsFirst()
    await goesOn()
    state.mockRestore()
  })

  it('cannot keep its mark by being touched again and again', async () => {
    await inject(`<iframe src="${embedded}"></iframe>`, 0)
    showsOther(frame())
    await loadsFirst()
    for (const name of ['x', 'y']) frame().setAttribute('name', name)
    await settled()
    await goesOn()
  })
})

describe('a badge that the page’s style shows', () => {
  const observer = () => [...FakePerformanceObserver.all][0]!
  const html = (url: string) => `<p>a</p><div id="b" style="background-image: url(${url})"></div>`

  it('is reported, and has no mark, since a rule could swap it without a trace', async () => {
    const url = serve('/badge.png')
    await inject(html(url), 0)
    observer().load(url)
    await knows(1)
    expect(told()).toMatchObject([{ kind: 'image', url, complete: true }])
    await answer(0)
    await settled()
    expect(marksOf(document)).toEqual([])
    document.querySelector('#b')!.remove()
    await knows(0)
  })

  it('costs no look at a style where the file is none, or was not loaded by the style', async () => {
    const style = vi.spyOn(globalThis, 'getComputedStyle')
    const badge = serve('/badge.png')
    await inject(html(badge), 0)
    observer().load(serve('/plain.png', png()))
    await settled()
    expect(fetched).toHaveBeenCalledTimes(1)
    observer().load(badge, { initiatorType: 'img' })
    observer().load(badge, { responseStatus: 0 })
    observer().load(badge, { decodedBodySize: 300 })
    for (const file of ['https://evil.example/b.png', '/font.woff2', 'data:image/png,x', 'x']) {
      observer().load(new URL(file, location.href).href)
    }
    await settled()
    expect(fetched).toHaveBeenCalledTimes(1)
    expect(style).not.toHaveBeenCalled()
    style.mockRestore()
    expect(told()).toEqual([])
  })

  it('is searched for among no more than 5,000 elements', async () => {
    const url = serve('/badge.png')
    const plain = getComputedStyle(document.body)
    await inject('<i></i>'.repeat(6_000) + html(url), 0)
    const style = vi.spyOn(globalThis, 'getComputedStyle').mockReturnValue(plain)
    observer().load(url)
    await eventually(() => {
      expect(style).toHaveBeenCalledTimes(5_000)
    })
    observer().load(serve('/other.png'))
    await settled()
    expect(style).toHaveBeenCalledTimes(5_000)
    style.mockRestore()
  }, 40_000)
})

describe('a video', () => {
  it('is marked for its poster, until it plays', async () => {
    const url = serve('/badge.png')
    timeRequests({ [url]: 200 })
    await inject(`<video poster="${url}"></video>`)
    await answer()
    const video = document.querySelector('video')!
    Object.defineProperty(video, 'paused', { value: false })
    video.dispatchEvent(new Event('play'))
    expect(marksOf(document)).toEqual([])
    await knows(0)
    timeRequests({})
  })
})

// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://portfolio.example/me/" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Loads } from '../../../src/content/loads'
import { CARRIERS, sourceOf } from '../../../src/content/sources'
import { loadImages, makeVectorImages, timeRequests, VectorImage } from './fake-page'

const BADGE = 'https://elsewhere.example/badge'

let ended: AbortController
let loads: Loads
let decoding: () => Promise<void>
const onLoaded = vi.fn()
const decode = vi.fn(() => decoding())

beforeEach(() => {
  document.documentElement.innerHTML = '<head></head><body></body>'
  vi.stubGlobal('SVGImageElement', VectorImage)
  loadImages()
  natural(0)
  timeRequests({})
  decoding = () => Promise.reject(new DOMException('broken', 'EncodingError'))
  Object.defineProperty(HTMLImageElement.prototype, 'decode', { configurable: true, value: decode })
  decode.mockClear()
  onLoaded.mockReset()
  ended = new AbortController()
  loads = new Loads(onLoaded, ended.signal)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function natural(size: number): void {
  for (const name of ['naturalWidth', 'naturalHeight']) {
    Object.defineProperty(HTMLImageElement.prototype, name, { configurable: true, value: size })
  }
}

function show(html: string): Element {
  document.body.innerHTML = html
  makeVectorImages(document)
  const element = document.querySelector(CARRIERS)!
  if (element instanceof VectorImage) element.decode = decode
  return element
}

const allowed = (element: Element) => loads.allowed(element, sourceOf(element))?.url
const turn = () => new Promise((resolve) => setTimeout(resolve))

const CARRIED: [string, string][] = [
  ['img', `<img src="${BADGE}">`],
  ['svg image', `<svg><image href="${BADGE}"/></svg>`],
  ['image button', `<input type="image" src="${BADGE}">`],
  ['object', `<object data="${BADGE}" type="image/png"></object>`],
  ['embed', `<embed src="${BADGE}" type="image/png">`],
]

describe('what the page has named, but not loaded', () => {
  it.each(CARRIED)('is not read: %s', async (_, html) => {
    const element = show(html)
    expect(sourceOf(element)?.url).toBe(BADGE)
    expect(allowed(element)).toBeUndefined()
    await turn()
    expect(allowed(element)).toBeUndefined()
    expect(onLoaded).not.toHaveBeenCalled()
  })

  it.each(CARRIED)('is not read for a request that was refused: %s', (_, html) => {
    timeRequests({ [BADGE]: 0 })
    expect(allowed(show(html))).toBeUndefined()
  })

  it('is not decoded, which would load it: an image that waits to be scrolled to', () => {
    expect(allowed(show(`<img src="${BADGE}" loading="lazy" data-loading>`))).toBeUndefined()
    expect(decode).not.toHaveBeenCalled()
  })

  it('may always be reported where it is a link', () => {
    expect(allowed(show('<a href="https://b.example/b.png">b</a>'))).toBe('https://b.example/b.png')
  })
})

describe('what the page has loaded', () => {
  it('is an image with a size', () => {
    natural(96)
    expect(allowed(show(`<img src="${BADGE}">`))).toBe(BADGE)
    expect(decode).not.toHaveBeenCalled()
  })

  it.each(CARRIED.slice(0, 2))(
    'is what can be decoded, be it without a size: %s',
    async (_, html) => {
      decoding = () => Promise.resolve()
      const element = show(html)
      expect(allowed(element)).toBeUndefined()
      expect(allowed(element)).toBeUndefined()
      await turn()
      expect(decode).toHaveBeenCalledTimes(1)
      expect(onLoaded.mock.calls).toEqual([[element]])
      expect(allowed(element)).toBe(BADGE)
    },
  )

  it.each(CARRIED.slice(0, 4))('is what fired a load event: %s', (_, html) => {
    const element = show(html)
    loads.saw(element)
    expect(allowed(element)).toBe(BADGE)
  })

  it('is not what fired one in vain, as an embed does', () => {
    const element = show(CARRIED[4]![1])
    loads.saw(element)
    expect(allowed(element)).toBeUndefined()
  })

  it.each(CARRIED.slice(2))('is what was answered, as far as that is shown: %s', (_, html) => {
    timeRequests({ [BADGE]: 200 })
    expect(allowed(show(html))).toBe(BADGE)
  })

  it('asks nobody where it is a data URL', () => {
    const url = 'data:image/svg+xml,%3Csvg/%3E'
    expect(allowed(show(`<img src="${url}">`))).toBe(url)
  })

  it('is not what the element names now, after another address', async () => {
    const element = show(CARRIED[2]![1])
    loads.saw(element)
    element.setAttribute('src', 'https://tracker.example/p')
    expect(allowed(element)).toBeUndefined()
    decoding = () => Promise.resolve()
    const image = show(`<img src="${BADGE}">`)
    expect(allowed(image)).toBeUndefined()
    image.setAttribute('src', 'https://tracker.example/p')
    await turn()
    expect(onLoaded).not.toHaveBeenCalled()
  })

  it('is not where a relative address leads after the base has moved', async () => {
    decoding = () => Promise.resolve()
    const element = show('<svg><image href="badge.png"/></svg>')
    document.head.innerHTML = '<base href="https://tracker.example/">'
    expect(sourceOf(element)?.url).toBe('https://tracker.example/badge.png')
    allowed(element)
    await turn()
    expect(allowed(element)).toBeUndefined()
  })

  it('is of no interest once the script has ended', async () => {
    decoding = () => Promise.resolve()
    allowed(show(`<img src="${BADGE}">`))
    ended.abort()
    await turn()
    expect(onLoaded).not.toHaveBeenCalled()
  })
})

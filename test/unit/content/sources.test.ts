// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { dataUrlBytes } from '../../../src/content/data-url'
import { bakedDrawings, CARRIER_KINDS, CARRIERS, sourceOf } from '../../../src/content/sources'
import { loadImages, makeVectorImages, VectorImage } from './fake-page'

beforeAll(() => {
  loadImages()
  vi.stubGlobal('SVGImageElement', VectorImage)
})
beforeEach(() => {
  document.body.replaceChildren()
})

function sources(html: string) {
  document.body.innerHTML = html
  return [...document.querySelectorAll(CARRIERS)].map((element) => sourceOf(element))
}

const PNG = 'https://a.example/b.png'

it('knows a kind of every carrier that is no link', () => {
  document.body.innerHTML = `<img><svg><image></image></svg><input type="IMAGE"><object data="x"></object>
    <embed src="x"><video poster="x"></video><iframe src="x"></iframe><p data-share-badge-id="x"></p>
    <blockcerts-verifier src="x"></blockcerts-verifier>`
  const carriers = [...document.querySelectorAll(CARRIERS)]
  expect(carriers).toHaveLength(9)
  for (const carrier of carriers) {
    expect(CARRIER_KINDS.filter((kind) => carrier.matches(kind))).toHaveLength(1)
  }
})

describe('sourceOf', () => {
  it('calls an image without a name by the link around it', () => {
    const labels = (html: string) => sources(html).map((source) => source?.label)
    const badge = `<img src="${PNG}" alt=" ">`
    expect(labels(`<a href="/x" title="Data Analyst">${badge}</a>`).at(-1)).toBe('Data Analyst')
    expect(
      labels(`<div href="/x">${badge}<p>Data <b>Analyst</b></p><p>ACME</p></div>`).at(-1),
    ).toBe('Data Analyst ACME')
    expect(labels(`<p>Data Analyst ${badge}</p>`).at(-1)).toBeUndefined()
    const indented = `<div>\n</div>${' '.repeat(80)}`.repeat(3)
    expect(labels(`<a href="/x">${indented}${badge}<p>Data Analyst</p></a>`).at(-1)).toBe(
      'Data Analyst',
    )
  })

  it('knows where an image in a card leads that is no <a>', () => {
    const award = 'https://www.credly.com/badges/61842971-ed83-498b-bf71-e0af10ad4648'
    const [card, image] = sources(
      `<div role="button" href="${award}"><img src="${PNG}" alt="x"></div>`,
    )
    expect(card).toMatchObject({ kind: 'link', url: award })
    expect(image).toMatchObject({ kind: 'image', url: PNG, href: award, scripted: true })
    expect(sources(`<div href="https://a.example/b.json"></div>`)).toEqual([undefined])
  })

  it('knows what an image shows, what it is called and where it leads', () => {
    const [link, image] = sources(
      `<a href="https://b.example/award"><img src="${PNG}" alt=" Data \n Analysis "></a>`,
    )
    expect(link).toBeUndefined()
    expect(image).toEqual({
      kind: 'image',
      url: PNG,
      href: 'https://b.example/award',
      label: 'Data Analysis',
    })
  })

  it('waits until an image has loaded', () => {
    expect(sources(`<img src="${PNG}" data-loading>`)).toEqual([undefined])
  })

  it('passes over photographs, small pictures and strange addresses', () => {
    expect(sources(`<img src="/photo.jpg"><img src="file:///b.png"><img alt="nothing">`)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    Object.defineProperty(HTMLImageElement.prototype, 'naturalWidth', { value: 1, writable: true })
    expect(sources(`<img src="${PNG}">`)).toEqual([undefined])
    loadImages()
  })

  it('hands on no address of a link that is not of the web', () => {
    const [, image] = sources(`<a href="javascript:alert(1)"><img src="${PNG}"></a>`)
    expect(image).toEqual({ kind: 'image', url: PNG })
  })

  it('knows links to image and credential files, with their text', () => {
    expect(
      sources(
        '<a href="https://a.example/c.jsonld">My <b>diploma</b></a><a href="https://a.example/x">x</a>',
      ),
    ).toEqual([{ kind: 'link', url: 'https://a.example/c.jsonld', label: 'My diploma' }, undefined])
  })

  it('knows links to awards, and pictures around which they are though no badge can be in them', () => {
    const award = 'https://www.credly.com/badges/01234567-89ab-4cde-8f01-23456789abcd'
    const [link, photo, elsewhere, other] = sources(
      `<a href="${award}"><img src="https://a.example/b.webp" alt="Badge"></a>` +
        '<a href="https://a.example/me"><img src="https://a.example/me.jpg"></a>',
    )
    expect(link).toEqual({ kind: 'link', url: award })
    expect(photo).toEqual({
      ...{ kind: 'image', url: 'https://a.example/b.webp', href: award },
      ...{ stripped: true, label: 'Badge' },
    })
    expect([elsewhere, other]).toEqual([undefined, undefined])
    const text = `<a href="${award}">Show credential</a>`
    expect(sources(text)).toEqual([{ kind: 'link', url: award, label: 'Show credential' }])
    expect(sources(`<a href="${award}"><img src="/b.jpg" data-loading></a>`)[1]).toBeUndefined()
  })

  it('parses no address of a link that leads nowhere near a badge: pages have thousands', () => {
    let parsed = 0
    const Whole = URL
    class Counted extends Whole {
      constructor(address: string, base?: string) {
        parsed++
        super(address, base)
      }
      static override canParse(address: string, base?: string): boolean {
        parsed++
        return Whole.canParse(address, base)
      }
    }
    globalThis.URL = Counted as typeof URL
    try {
      expect(sources('<a href="https://shop.example/section/1">Section</a>')).toEqual([undefined])
      expect(parsed).toBe(0)
      const award = 'https://www.credly.com/badges/01234567-89ab-4cde-8f01-23456789abcd'
      expect(sources(`<a href="${award}">Award</a>`)[0]?.url).toBe(award)
      expect(parsed).toBeGreaterThan(0)
    } finally {
      globalThis.URL = Whole
    }
  })

  it('knows image buttons, and embedded images but not other embedded things', () => {
    expect(
      sources(
        `<input type="IMAGE" src="${PNG}"><object data="https://a.example/b.svg"></object>` +
          '<object data="https://a.example/x" type="image/svg+xml"></object>' +
          '<embed src="https://a.example/b.pdf"><object data="/b.png" type="text/html"></object>',
      ).map((source) => source?.url),
    ).toEqual([PNG, 'https://a.example/b.svg', 'https://a.example/x', undefined, undefined])
  })

  it('knows a picture in a drawing, unless its source is animated', () => {
    const drawn = (html: string) => {
      document.body.innerHTML = html
      makeVectorImages(document)
      const image = document.querySelector('image')!
      return { image, url: () => sourceOf(image)?.url }
    }
    const { image, url } = drawn(`<svg><image href="${PNG}"/></svg>`)
    expect(url()).toBe(PNG)
    Object.defineProperty(image, 'href', { value: { baseVal: PNG, animVal: '/fake.png' } })
    expect(url()).toBeUndefined()
    for (const animation of [
      '<animate attributeName="href" to="/fake.png" begin="9s"/>',
      '<set attributeName="xlink:href" to="/fake.png"/>',
    ]) {
      expect(drawn(`<svg><image href="${PNG}">${animation}</image></svg>`).url()).toBeUndefined()
      const elsewhere = `<svg><image id="i" href="${PNG}"/></svg><svg>${animation}</svg>`
      expect(drawn(elsewhere).url()).toBeUndefined()
    }
    const moving = '<animate attributeName="width" to="9"/>'
    expect(drawn(`<svg><image href="${PNG}">${moving}</image></svg>`).url()).toBe(PNG)
  })

  it('knows the poster of a video until the video is shown', () => {
    const [source] = sources(`<video poster="${PNG}"></video>`)
    expect(source).toEqual({ kind: 'image', url: PNG })
    const video = document.querySelector('video')!
    Object.defineProperty(video, 'currentTime', { value: 1, configurable: true })
    expect(sourceOf(video)).toBeUndefined()
    Object.defineProperty(video, 'currentTime', { value: 0 })
    Object.defineProperty(video, 'paused', { value: false })
    expect(sourceOf(video)).toBeUndefined()
    expect(sources('<video poster="/photo.jpg"></video>')).toEqual([undefined])
  })

  it('knows an image that a script of the page has made, where it is large enough', () => {
    const url = 'blob:https://a.example/0-1'
    expect(sources(`<img src="${url}">`)).toEqual([{ kind: 'image', url }])
    expect(sources(`<object data="${url}"></object><video poster="${url}"></video>`)).toEqual([
      undefined,
      undefined,
    ])
  })

  it('takes a drawing of the page that is a badge as a file of its own', () => {
    const drawing = (inner: string) => {
      document.body.innerHTML = `<svg xmlns:openbadges="http://openbadges.org">${inner}</svg>`
      return sourceOf(document.querySelector('svg')!)?.url
    }
    const url = drawing('<title>100 %23 #ü</title><openbadges:assertion>{}</openbadges:assertion>')
    const text = new TextDecoder().decode(dataUrlBytes(url!))
    expect(text).toBe(document.querySelector('svg')!.outerHTML)
    expect(drawing('<path d="M0 0"/>')).toBeUndefined()
    expect(drawing('<text>openbadges:assertion</text>')).toBeUndefined()
    const large = `<openbadges:credential>${'x'.repeat(600_000)}</openbadges:credential>`
    expect(drawing(large)).toBeUndefined()
  })

  it('takes a drawing once, however many badges it names', () => {
    const named = '<openbadges:assertion/><openbadges:credential/>'.repeat(500)
    document.body.innerHTML = `<svg>${named}</svg><svg>${named}</svg>`
    expect([...bakedDrawings(document)]).toHaveLength(2)
  })

  it('takes 200 characters of a hostile text, as text', () => {
    const [source] = sources(`<img src="${PNG}" alt="${'&lt;b onclick=x&gt;'.repeat(1_000)}">`)
    expect(source?.label).toHaveLength(200)
    expect(source?.label).toMatch(/^<b onclick=x><b/)
  })
})

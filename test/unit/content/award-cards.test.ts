// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { AwardCards } from '../../../src/content/award-cards'
import { MOST_LINKS } from '../../../src/platform/port-messages'
import { loadImages, VectorImage } from './fake-page'

const award = (digit: number | string) =>
  `https://www.credly.com/badges/${String(digit).padStart(8, '0')}-89ab-4cde-8f01-23456789abcd`
const link = (digit: number | string, inner = 'Show credential') =>
  `<a class="award" href="${award(digit)}">${inner}</a>`
const LOGO = '<img src="https://cdn.example/logo.png">'

let cards: AwardCards

beforeAll(() => {
  loadImages()
  vi.stubGlobal('SVGImageElement', VectorImage)
})
beforeEach(() => {
  cards = new AwardCards()
})

/** Looks at all links of the page, and says what leads on from each of its images. */
function leads(html: string) {
  document.body.innerHTML = html
  const links = [...document.querySelectorAll('a, iframe, [data-share-badge-id]')]
  for (const element of links) cards.headOf(element)
  return [...document.querySelectorAll('img')].map(leadsFrom)
}

function leadsFrom(image: HTMLImageElement) {
  const { links, embed } = cards.withLinks(image, { kind: 'image', url: image.src })
  return embed ?? links
}

describe('the card of an image', () => {
  it('is its row, with the link beside the logo', () => {
    const row = (digit: number) =>
      `<li><div>${LOGO}</div><div><h3>Data</h3><p>${link(digit)}</p></div></li>`
    expect(leads(`<ul>${row(1)}${row(2)}</ul>`)).toEqual([[award(1)], [award(2)]])
  })

  it('is a figure, with the link in its caption, whatever links it has besides', () => {
    const figure = `<figure>${LOGO}<figcaption>${link(1)} <a href="/about">me</a></figcaption></figure>`
    expect(leads(figure)).toEqual([[award(1)]])
  })

  it('names the award apart that an element around the image embeds', () => {
    const id = '01234567-89ab-4cde-8f01-23456789abcd'
    const url = `https://www.credly.com/embedded_badge/${id}`
    expect(leads(`<p data-share-badge-id="${id}">${LOGO}</p>`)).toEqual([url])
    expect(cards.headOf(document.querySelector('p')!).localName).toBe('img')
    expect(leads(`<p><iframe src="${url}"></iframe>${LOGO}</p>`)).toEqual([[url]])
    expect(leads(`<p><b data-share-badge-id="${id}"></b>${LOGO}</p>`)).toEqual([[url]])
  })

  it('ends where another image begins', () => {
    expect(leads(`<div>${LOGO}${LOGO}${link(1)}</div>`)).toEqual([undefined, undefined])
    const deep = `<div><p>${LOGO}</p><p>${LOGO}${link(1)}</p></div>`
    expect(leads(deep)).toEqual([undefined, [award(1)]])
  })

  it('does not end at a picture that can be no badge', () => {
    expect(leads(`<div>${LOGO}<img src="/photo.jpg">${link(1)}</div>`)[0]).toEqual([award(1)])
  })

  it('does not end at an icon', () => {
    const icon = '<img src="/icon.png" data-side="16">'
    expect(leads(`<div>${LOGO}<p>${link(1, `Show ${icon}`)}</p></div>`)[0]).toEqual([award(1)])
    const rows = `<ul><li>${LOGO}${link(1)}</li><li>${icon}${link(2)}</li></ul>`
    expect(leads(rows)[0]).toEqual([award(1)])
  })

  it.each([
    ['a photograph', '<img src="/photo.jpg">'],
    ['the place of a picture to come', '<img src="data:image/gif;base64,R0lGODlh" data-side="1">'],
  ])('ends at %s: the image of the next card is another’s', (_, own) => {
    const rows = `<ul><li>${LOGO}</li><li>${own}${link(2)}</li></ul>`
    expect(leads(rows)[0]).toBeUndefined()
  })

  it('is small: four levels up, and never the whole page', () => {
    const nested = (depth: number) => `${'<div>'.repeat(depth)}${LOGO}${'</div>'.repeat(depth)}`
    expect(leads(`<section>${nested(3)}${link(1)}</section>`)).toEqual([[award(1)]])
    expect(leads(`<section>${nested(4)}${link(1)}</section>`)).toEqual([undefined])
    expect(leads(`${LOGO}${link(1)}`)).toEqual([undefined])
  })

  it('leaves the link around the image to the image', () => {
    document.body.innerHTML = `<p>${link(1, LOGO)}</p>`
    const image = document.querySelector('img')!
    expect(cards.headOf(document.querySelector('a')!)).toBe(image)
    const source = { kind: 'image', url: image.src, href: award(1) } as const
    expect(cards.withLinks(image, source)).toEqual(source)
  })

  it('has each award once', () => {
    expect(leads(`<div>${LOGO}${link(1)}${link(1)}</div>`)).toEqual([[award(1)]])
  })
})

describe('a hostile page', () => {
  it('gets four links of a card with a thousand', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => link(index))
    const [found] = leads(`<div>${LOGO}${many.join('')}</div>`)
    expect(found).toHaveLength(MOST_LINKS)
    const last = document.querySelector('a:last-of-type')!
    expect(cards.headOf(last)).toBe(last)
  })

  it('learns nothing from links that lead elsewhere', () => {
    const evil = `<a href="https://evil.example/?u=${award(1)}">x</a><a href="javascript:1">y</a>`
    expect(leads(`<div>${LOGO}${evil}</div>`)).toEqual([undefined])
  })
})

describe('a card that changes', () => {
  it('is given up with its image, and the link is looked at again', () => {
    leads(`<div>${LOGO}${link(1)}</div>`)
    document.querySelector('img')!.remove()
    const anchor = document.querySelector('a')!
    expect(cards.takeBroken()).toEqual([anchor])
    expect(cards.headOf(anchor)).toBe(anchor)
    expect(cards.takeBroken()).toEqual([])
  })

  it('loses a link that has gone, and the image is looked at again', () => {
    leads(`<div>${LOGO}${link(1)}</div>`)
    document.querySelector('a')!.remove()
    const image = document.querySelector('img')!
    expect(cards.takeBroken()).toEqual([image])
    expect(leadsFrom(image)).toBeUndefined()
  })

  it('does not keep a link that leads elsewhere now, or stands elsewhere', () => {
    leads(`<div>${LOGO}${link(1)}</div><main><section></section></main>`)
    const anchor = document.querySelector('a')!
    const image = document.querySelector('img')!
    document.querySelector('section')!.append(anchor)
    expect(cards.headOf(anchor)).toBe(anchor)
    expect(leadsFrom(image)).toBeUndefined()
    document.querySelector('div')!.append(anchor)
    expect(cards.headOf(anchor)).toBe(anchor)
    expect(leadsFrom(image)).toEqual([award(1)])
    expect(cards.takeBroken()).toEqual([image])
    anchor.href = '/elsewhere'
    expect(cards.headOf(anchor)).toBe(anchor)
    expect(cards.takeBroken()).toEqual([image])
    expect(cards.withLinks(image, { kind: 'image', url: 'x' })).toEqual({ kind: 'image', url: 'x' })
  })
})

// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awardOf, linkAround, linksOf } from '../../../src/content/award-links'
import { mayLeadToAward } from '../../../src/discovery/award-links'
import { linkIsWorthReporting } from '../../../src/discovery/candidate-rules'

const ID = '01234567-89ab-4cde-8f01-23456789abcd'
const CREDLY = `https://www.credly.com/badges/${ID}`

function award(html: string, selector = 'body > *'): string | undefined {
  document.body.innerHTML = html
  return awardOf(document.querySelector(selector)!)
}

describe('awardOf', () => {
  it('knows a link to an award, and through a redirector; the address stays as it is', () => {
    expect(award(`<a href="${CREDLY}">x</a>`)).toBe(CREDLY)
    const wrapped = `https://www.linkedin.com/safety/go/?url=${encodeURIComponent(CREDLY)}&trk=x`
    expect(award(`<a href="${wrapped.replace('&', '&amp;')}">x</a>`)).toBe(wrapped)
  })

  it('knows what a script has made a link, as on Credly itself', () => {
    const card = (tag: string, more = '') => award(`<${tag} ${more} href="${CREDLY}"></${tag}>`)
    expect(card('div')).toBe(CREDLY)
    expect(card('li', 'role="button"')).toBe(CREDLY)
    expect(card('span', 'role="link"')).toBe(CREDLY)
    expect(card('span')).toBeUndefined()
    expect(card('image', 'role="img"')).toBeUndefined()
    expect(card('image', 'role="link"')).toBeUndefined()
    expect(card('img', 'role="button"')).toBeUndefined()
    document.head.innerHTML = '<base href="https://www.credly.com/users/jane/badges">'
    expect(award(`<div role="button" href="/badges/${ID}"></div>`)).toBe(CREDLY)
    expect(award('<div role="button" href="http://["></div>')).toBeUndefined()
    document.head.innerHTML = ''
  })

  it('goes where the browser does, whatever is made a link inside of a link', () => {
    const around = (html: string) => {
      document.body.innerHTML = html
      return linkAround(document.querySelector('img')!)?.getAttribute('href')
    }
    expect(around(`<a href="${CREDLY}"><div href="#"><img></div></a>`)).toBe(CREDLY)
    expect(around(`<div href="#"><a href="${CREDLY}"><img></a></div>`)).toBe(CREDLY)
    expect(around(`<div href="${CREDLY}"><a><img role="button" href="#"></a></div>`)).toBe(CREDLY)
    expect(around('<span href="#"><img></span>')).toBeUndefined()
  })

  it('knows a link in a drawing', () => {
    expect(award(`<svg><a href="${CREDLY}"><image href="b.png"/></a></svg>`, 'a')).toBe(CREDLY)
  })

  it('knows what Credly, Badgr and Blockcerts embed', () => {
    const embedded = `https://www.credly.com/embedded_badge/${ID}`
    expect(award(`<div data-share-badge-id="${ID}"></div>`)).toBe(embedded)
    expect(award(`<iframe src="${embedded}"></iframe>`)).toBe(embedded)
    const badgr = 'https://api.badgr.io/public/assertions/AbCdEfGhIjKlMnOpQrStUv?embedVersion=1'
    expect(award(`<iframe src="${badgr}"></iframe>`)).toBe(badgr)
    const quote = `<blockquote class="badgr-badge"><a href="${badgr}">VERIFY</a></blockquote>`
    expect(award(quote, 'a')).toBe(badgr)
    expect(award('<blockcerts-verifier src="https://a.example/c.json#x"/>')).toBe(
      'https://a.example/c.json#blockcerts-verifier',
    )
  })

  it('knows a link that is written relative to the page, by either part of it', () => {
    document.head.innerHTML = '<base href="https://school.example/moodle/">'
    const hash = '0123456789abcdef0123456789abcdef01234567'
    expect(award(`<a href="badges/badge.php?hash=${hash}">x</a>`)).toContain('school.example')
    document.head.innerHTML = '<base href="https://www.credly.com/badges/">'
    expect(award(`<a href="${ID}">x</a>`)).toBe(CREDLY)
    expect(award(`<a href="//www.credly.com/badges/${ID}">x</a>`)).toBe(CREDLY)
    document.head.innerHTML = ''
  })

  it('takes what Credly’s script put into its element for the same award', () => {
    const frame = `<iframe src="https://www.credly.com/embedded_badge/${ID}"></iframe>`
    expect(award(`<div data-share-badge-id="${ID}">${frame}</div>`, 'iframe')).toBeUndefined()
  })

  it.each([
    `<a href="https://evil.example/?next=${CREDLY}">x</a>`,
    `<a href="https://www.credly.com.evil.example/badges/${ID}">x</a>`,
    `<a href="https://evil.example/safety/go/?url=${encodeURIComponent(CREDLY)}">x</a>`,
    `<a href="https://www.linkedin.com/safety/go/?url=javascript:alert(1)">x</a>`,
    '<a href="https://www.linkedin.com/safety/go/?url=%E0%A4%A">x</a>',
    `<a href="javascript:location='${CREDLY}'">x</a>`,
    `<div data-share-badge-id="../../evil/${ID}"></div>`,
    '<div data-share-badge-id=""></div>',
    '<blockcerts-verifier src="javascript:alert(1)"></blockcerts-verifier>',
    '<blockcerts-verifier src="http://"></blockcerts-verifier>',
    '<iframe src="https://www.youtube.com/embed/1"></iframe>',
    `<iframe src="https://www.credly.com/embedded_badge/${ID}" srcdoc="<img src=fake.png>"></iframe>`,
    '<iframe srcdoc="x" src=""></iframe>',
    `<img src="${CREDLY}">`,
  ])('does not take for one: %s', (html) => {
    expect(award(html)).toBeUndefined()
  })
})

describe('linksOf', () => {
  const isFound = (href: string): boolean => {
    const link = document.createElement('a')
    link.setAttribute('href', href)
    return link.matches(linksOf(document))
  }

  it('finds every link that an award or a file may be read from, however it is written', () => {
    const ends = fc.constantFrom(
      '.PNG',
      '.svg?x',
      '.json',
      '.jsonld#y',
      '.jwt',
      '.Jws',
      '.vc',
      '.vp',
      '.obv3 ',
    )
    const words = fc.constantFrom(
      'Badges',
      'x/CRED/y',
      'assertions',
      'certificate',
      'VERIFY',
      'microsoft',
    )
    const text = fc.string({ unit: 'binary', maxLength: 12 })
    const written = fc.tuple(text, fc.oneof(ends, words, fc.constant(' data:image/png,')), text)
    fc.assert(
      fc.property(written, (parts) => {
        // What a browser takes out of an address (tab, line break) may stand in the middle of a word.
        const href = parts.join('').replace(/[\t\n\r]/g, '')
        const { href: url } = new URL(href, 'https://page.example/')
        if (mayLeadToAward(url) || linkIsWorthReporting(url)) expect(isFound(href), href).toBe(true)
      }),
      { numRuns: 2_000, seed: 20_261_122 },
    )
  })

  it('passes over all others, but where the page itself may be among awards', () => {
    expect(isFound('/item/1')).toBe(false)
    document.head.innerHTML = '<base href="https://www.credly.com/badges/">'
    expect(isFound('/item/1')).toBe(true)
    document.head.innerHTML = ''
  })
})

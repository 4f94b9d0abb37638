import { describe, expect, it } from 'vitest'
import { readPageHints } from '../../../src/discovery/page-hints'
import { expectLittleWork } from '../cpu-time'

const PAGE = 'https://issuer.example/awards/1'
const ID = '61842971-ed83-498b-bf71-e0af10ad4648'
const hints = (html: string) => readPageHints(html, PAGE)

describe('what a page says of where its credential is', () => {
  it('is read from a page as platforms write it', () => {
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8">
      <title>A badge <a href="https://www.credly.com/badges/${ID}"></title>
      <link rel="alternate stylesheet" type="text/css" href="/a.css">
      <link rel="canonical" href="/canonical">
      <link href="/awards/1.json?a=1&amp;b=2" type="application/json" rel="ALTERNATE">
      <link rel="alternate" type="application/ld+json; charset=utf-8" href="1.jsonld">
      <link rel="alternate" type="application/vc+ld+json" href="//cdn.issuer.example/1.vc">
      <link rel="alternate" type="application/json+oembed"
        href="https://api.issuer.example/oembed?url=https%3A%2F%2Fissuer.example%2Fa%2F1&amp;format=json">
      <meta property="og:url" content="http://issuer.example/a/2#top">
      <meta property="og:image" content="https://cdn.issuer.example/1.png">
      <script>var a = '<a href="https://www.credly.com/badges/${ID.replace('6', '7')}">'</script>
      </head><body><a href="/about">About</a>
      <a href='https://www.linkedin.com/safety/go/?url=https%3A%2F%2Fwww.credly.com%2Fbadges%2F${ID}'>
      <blockquote class="badgr-badge"><a href="https://api.badgr.io/public/assertions/ksu78T2OSxKxuYh5O1VVqg?identity__email=jane%40a.example">b</a></blockquote>
      </body></html>`
    expect(hints(html)).toEqual({
      credentials: [],
      alternates: [
        'https://issuer.example/awards/1.json?a=1&b=2',
        'https://issuer.example/awards/1.jsonld',
        'https://cdn.issuer.example/1.vc',
      ],
      itself: ['https://issuer.example/a/1', 'https://issuer.example/a/2'],
      described: [],
      images: ['https://cdn.issuer.example/1.png'],
      awards: [
        `https://www.linkedin.com/safety/go/?url=https%3A%2F%2Fwww.credly.com%2Fbadges%2F${ID}`,
        'https://api.badgr.io/public/assertions/ksu78T2OSxKxuYh5O1VVqg',
      ],
    })
  })

  it.each([
    [`<div data-share-badge-id="${ID}">`, `https://www.credly.com/embedded_badge/${ID}`],
    [
      `<iframe name="acclaim-badge" src="//www.credly.com/embedded_badge/${ID}"></iframe>`,
      `https://www.credly.com/embedded_badge/${ID}`,
    ],
    [
      '<iframe src="https://badgr.com/public/assertions/ksu78T2OSxKxuYh5O1VVqg?embedVersion=1&amp;embedWidth=3">',
      'https://badgr.com/public/assertions/ksu78T2OSxKxuYh5O1VVqg?embedVersion=1&embedWidth=3',
    ],
    [
      '<blockcerts-verifier src="/certificates/1.json"></blockcerts-verifier>',
      'https://issuer.example/certificates/1.json#blockcerts-verifier',
    ],
  ])('embeds an award: %s', (html, award) => {
    expect(hints(html).awards).toEqual([award])
  })

  it.each([
    '<div data-share-badge-id="../../users/jane">',
    '<div data-share-badge-id="">',
    '<iframe src="https://ads.example/">',
    '<iframe srcdoc="&lt;a&gt;">',
    '<blockcerts-verifier src="http://localhost/1.json">',
    '<blockcerts-verifier>',
    `<img src="https://images.credly.com/images/${ID}/image.png">`,
    `<!-- <a href="https://www.credly.com/badges/${ID}"> -->`,
    `<textarea><a href="https://www.credly.com/badges/${ID}"></textarea>`,
    `<a title='<a href="https://www.credly.com/badges/${ID}">'>`,
  ])('embeds none: %s', (html) => {
    expect(hints(html).awards).toEqual([])
  })

  it('is relative to the first base', () => {
    const html = `<base href="https://b.example/x/"><base href="https://c.example/">
      <link rel=alternate type=application/json href=1.json>`
    expect(hints(html).alternates).toEqual(['https://b.example/x/1.json'])
    expect(hints(`<base target="_blank">${html}`)).toEqual(hints(html))
  })
})

describe('JSON-LD in a page', () => {
  const script = (text: string) => `<script type="application/ld+json">${text}</script>`

  it.each([
    '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://a.example/1"}',
    '{ "@type": ["VerifiableCredential", "OpenBadgeCredential"] }',
  ])('is a credential by its type, its text unchanged: %s', (text) => {
    expect(hints(script(text)).credentials).toEqual([text])
  })

  it('may be a list', () => {
    const list = '[{"type":"WebPage"}, {"type":"Assertion"}, 1, null, ["Assertion"]]'
    expect(hints(script(list)).credentials).toEqual(['{"type":"Assertion"}'])
  })

  it.each([
    ['words of schema.org', '{"@type":"EducationalOccupationalCredential","name":"Assertion"}'],
    ['a page', '{"@type":"WebPage","mainEntity":{"@type":"Assertion"}}'],
    ['no JSON', '{"type":"Assertion"'],
    [
      'one of many things',
      JSON.stringify([{ type: 'Assertion' }, ...Array.from({ length: 8 }, () => ({}))]),
    ],
    ['a text', '"Assertion"'],
    ['a prototype', '{"__proto__":{"type":"Assertion"}}'],
  ])('is no credential where it is %s', (_, text) => {
    expect(hints(script(text)).credentials).toEqual([])
  })

  it('may describe what is elsewhere', () => {
    const text = '{"@type":"EducationalOccupationalCredential","url":"/awards/1/credential"}'
    expect(hints(script(text)).described).toEqual(['https://issuer.example/awards/1/credential'])
    const odd = '{"@type":"EducationalOccupationalCredential","url":{"@id":"/x"}}'
    expect(hints(script(odd)).described).toEqual([])
  })

  it('is read of no other script', () => {
    const html = '<script type="application/json">{"type":"Assertion"}</script>'
    expect(hints(html).credentials).toEqual([])
  })
})

describe('a hostile page', () => {
  const link = (href: string) => `<link rel="alternate" type="application/json" href="${href}">`

  it.each([
    'http://localhost/1.json',
    'https://192.168.0.1/1.json',
    'https://printer.local/1.json',
    'https://a.example:8443/1.json',
    'https://jane:secret@a.example/1.json',
    'javascript:alert(1)',
    'data:application/json,{}',
    'file:///etc/passwd',
    '',
  ])('names no address that may not be asked: %s', (href) => {
    expect(hints(`${link(href)}<meta property="og:url" content="${href}">`)).toMatchObject({
      alternates: [],
      itself: [],
    })
    expect(hints(`<base href="${href}">${link('/1.json')}`).alternates).toEqual([
      'https://issuer.example/1.json',
    ])
  })

  it('has a thousand alternates, of which none speaks for it', () => {
    const thousand = Array.from({ length: 1_000 }, (_, at) => link(`/${at}.json`)).join('')
    expect(hints(thousand).alternates).toEqual([])
    expect(hints(link('/1.json').repeat(1_000)).alternates.length).toBe(1)
  })

  it.each([
    ['thousands of parameters', `?${'&'.repeat(8_000)}`, '#'],
    ['thousands of escaped parameters', `?${'%61&'.repeat(2_000)}`, '#'],
    ['thousands of folders', 'a/'.repeat(4_000), 'b'],
  ])('costs no time with a base of %s for many links', async (_, path, href) => {
    const base = `<base href="https://issuer.example/${path}">`
    const text = base + `<a href="${href}">`.repeat(50_000) + `<iframe src="${href}">`
    await expectLittleWork(10, () => hints(text))
  })

  it('hides no second award behind many other links', () => {
    const others = Array.from(
      { length: 7 },
      (_, at) => `<a href="https://www.coursera.org/account/accomplishments/verify/ABC${at}">`,
    )
    const award = (digit: number) =>
      `<a href="https://www.credly.com/badges/${ID.slice(0, -1)}${digit}">`
    const html = [...others, award(1), award(2)].join('')
    expect(hints(html).awards).toEqual([])
    expect(hints(html.slice(0, -award(2).length)).awards.length).toBe(8)
  })

  it('hides no second award where the reading ends', () => {
    const award = `<a href="https://www.credly.com/badges/${ID}">`
    expect(hints(award + ' '.repeat(1_000_000)).awards).toEqual([])
    const dear = `<a href="/${'x'.repeat(8_000)}">`.repeat(300)
    expect(hints(award + dear).awards).toEqual([])
  })

  it('that is long all the same says in its head where its credential is', () => {
    const head =
      link('/1.json') + '<script type="application/ld+json">{"type":"Assertion"}</script>'
    expect(hints(head + ' '.repeat(1_000_000))).toMatchObject({
      alternates: ['https://issuer.example/1.json'],
      credentials: ['{"type":"Assertion"}'],
    })
  })

  it.each(['<blockcerts-verifier src="#">', '<iframe src="#"></iframe>'])(
    'costs no time with thousands of %s and a long base',
    async (embed) => {
      const base = `<base href="https://issuer.example/?${'%611&'.repeat(1_600)}">`
      await expectLittleWork(10, () => hints(base + embed.repeat(30_000)))
    },
  )

  it('is read with all the links that a long page has', () => {
    const links = '<a href="https://issuer.example/about/us">about</a>'.repeat(10_000)
    const last = `<a href="https://www.credly.com/badges/${ID}">`
    expect(hints(links + last).awards).toEqual([`https://www.credly.com/badges/${ID}`])
  })

  it('is read no further than a million characters', () => {
    const late = `${' '.repeat(1_000_000)}${link('/1.json')}`
    expect(hints(late).alternates).toEqual([])
    expect(hints(late.slice(1_000)).alternates).toEqual(['https://issuer.example/1.json'])
  })
})

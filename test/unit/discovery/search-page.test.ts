import { describe, expect, it } from 'vitest'
import { type Answers, CREDENTIAL, BAKED_PNG, reached } from './fake-reach'
import {
  ID,
  CREDLY,
  CREDLY_API,
  OBF_ID,
  PAGE_AWARD,
  PAGE,
  IMAGE,
  page,
  alternate,
  search,
} from './given-search'

describe('a page behind a link', () => {
  const behind = (head: string, answers: Answers = {}) =>
    search({ links: [PAGE] }, { [PAGE]: page(head), ...answers })

  it.each([
    ['alternate', alternate('/1.jsonld'), 'https://issuer.example/1.jsonld'],
    ['og:url', '<meta property="og:url" content="/a/1">', 'https://issuer.example/a/1'],
    ['a platform in og:url', `<meta property="og:url" content="${CREDLY}">`, CREDLY_API],
    ['a link to an award', `<a href="${CREDLY}">`, CREDLY_API],
    ['the same award twice', `<a href="${CREDLY}"><a href="${CREDLY}/print">`, CREDLY_API],
    ['an embed', `<div data-share-badge-id="${ID}">`, CREDLY_API],
  ])('leads on by its %s', async (_, head, url) => {
    const { found, trail } = await behind(head, { [url]: CREDENTIAL })
    expect(found?.url).toBe(url)
    expect(trail[0]).toMatchObject({ from: 'link', url: PAGE, outcome: 'leads-on', status: 200 })
    expect(trail.at(-1)).toMatchObject({ from: 'page', url, outcome: 'credential' })
  })

  it('leads on by its picture', async () => {
    const head = '<meta property="og:image" content="https://cdn.example/1.png">'
    const { found } = await behind(head, { 'https://cdn.example/1.png': BAKED_PNG })
    expect(found).toMatchObject({ url: 'https://cdn.example/1.png', picture: true })
  })

  it.each([
    '<meta property="og:image" content="https://cdn.example/1.jpg">',
    `<meta property="og:image" content="https://images.credly.com/images/${ID}/image.png">`,
  ])('has a picture that nobody needs to ask for: %s', async (head) => {
    const { requests } = await behind(head)
    expect(requests.filter(({ accept }) => accept === IMAGE)).toEqual([])
  })

  it('may have the credential in it, for which nobody else is asked', async () => {
    const text = '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion"}'
    const {
      found,
      text: inside,
      asked,
    } = await behind(`<script type="application/ld+json">${text}</script>${alternate('/1.jsonld')}`)
    expect(found?.url).toBe(PAGE)
    expect(inside).toBe(text)
    expect(asked.length).toBe(1)
  })

  it('says nothing with several credentials', async () => {
    const script = (id: number) =>
      `<script type="application/ld+json">{"type":"Assertion","id":${id},"c":"openbadges"}</script>`
    const { found } = await behind(`${script(1)}${script(2)}`)
    expect(found).toBeUndefined()
  })

  it('says nothing with links to several awards', async () => {
    const other = CREDLY.replace('6', '7')
    const { found, asked } = await behind(`<a href="${CREDLY}"><a href="${other}">`, {
      [CREDLY_API]: CREDENTIAL,
    })
    expect(found).toBeUndefined()
    expect(asked.length).toBe(3)
  })

  const described = (url: string) =>
    `<script type="application/ld+json">{"@type":"EducationalOccupationalCredential","url":"${url}"}</script>`
  const named = (id: string) => CREDENTIAL.replace('{', `{"id":"${id}",`)

  it.each([
    ['an award and one that only its page tells', `<a href="${CREDLY}"><a href="${PAGE_AWARD}">`],
    ['two that it describes', described('/1.json') + described('/2.json')],
    ['two alternates', alternate('/1.json') + alternate('/2.json')],
  ])('says nothing with %s', async (_, head) => {
    const { found } = await behind(head, {
      [CREDLY_API]: CREDENTIAL,
      'https://issuer.example/1.json': named('urn:1'),
      'https://issuer.example/2.json': named('urn:2'),
    })
    expect(found).toBeUndefined()
  })

  it('leads on by what it describes, and by one credential in several forms', async () => {
    const url = 'https://issuer.example/1.json'
    const answers = { [url]: named('urn:1'), 'https://issuer.example/2.json': named('urn:1') }
    expect((await behind(described('/1.json'), answers)).found?.url).toBe(url)
    const { found } = await behind(alternate('/1.json') + alternate('/2.json'), answers)
    expect(found).toBeDefined()
  })

  it.each([
    ['in two formats', named('urn:1').replace('{', '{"credentialSubject":{},')],
    ['as JSON and as a token', `eyJ.${CREDENTIAL}.x`],
  ])('leads on by one credential %s', async (_, other) => {
    const url = 'https://issuer.example/1.json'
    const answers = { [url]: named('urn:2'), 'https://issuer.example/2.json': other }
    const { found } = await behind(alternate('/1.json') + alternate('/2.json'), answers)
    expect(found?.url).toBe(url)
  })

  it.each([
    ['by a short link', 'https://a.example/x', reached(CREDLY, page(`<a href="${CREDLY}">`))],
    [
      'of a Moodle in a folder',
      'https://a.example/moodle4/badges/badge.php?id=3',
      page(`<a href="?hash=${OBF_ID}">`),
    ],
  ])('that is itself the award, %s', async (_, link, answer) => {
    const record = `https://a.example/moodle4/badges/assertion.php?b=${OBF_ID}&obversion=2`
    const { found } = await search(
      { links: [link] },
      { [link]: answer, [CREDLY_API]: CREDENTIAL, [record]: CREDENTIAL },
    )
    expect(found).toBeDefined()
  })

  it.each([
    ['an empty page', reached(CREDLY, page(''))],
    ['data of another kind', reached(CREDLY, '{"name":"x"}')],
    ['a refusal', reached(CREDLY, 404)],
  ])('that a short link sends on to, by its address, is that award: %s', async (_, answer) => {
    const { found, trail } = await search(
      { links: ['https://www.credly.com/go/i9heHHY5'], beside: [CREDLY.replace('6', '7')] },
      {
        'https://www.credly.com/go/i9heHHY5': answer,
        [CREDLY_API]: CREDENTIAL,
        [CREDLY_API.replace('6', '7')]: CREDENTIAL,
      },
    )
    expect(found?.url).toBe(CREDLY_API)
    expect(trail).toMatchObject([
      { from: 'link', outcome: 'leads-on' },
      { from: 'page', platform: 'Credly', url: CREDLY_API, outcome: 'credential' },
    ])
  })

  it('that a short link sends on to is no other beside the picture', async () => {
    const short = 'https://a.example/x'
    const { found } = await search(
      { links: [short], beside: [CREDLY.replace('6', '7')] },
      { [short]: reached(CREDLY, 404), [CREDLY_API.replace('6', '7')]: CREDENTIAL },
    )
    expect(found).toBeUndefined()
  })

  it('shows its award to who asks, though the same one stands beside the picture', async () => {
    const head =
      ['/1.json', '/2.json'].map(alternate).join('') + `<meta property="og:url" content="/b">`
    const answers = { [PAGE]: page(`${head}<a href="${CREDLY}">`), [CREDLY_API]: CREDENTIAL }
    const { found } = await search({ links: [PAGE], beside: [CREDLY] }, answers)
    expect(found?.url).toBe(CREDLY_API)
  })

  it.each([
    ['itself', PAGE_AWARD],
    ['itself in another language', `${PAGE_AWARD}?lang=it`],
    ['parts of itself', '#a"><a href="#b"><a href="#c'],
  ])('on a platform shows one award beside %s', async (_, self) => {
    const head = `<a href="${self}"><a href="${CREDLY}">`
    const { found } = await search(
      { links: [PAGE_AWARD] },
      { [PAGE_AWARD]: page(head), [CREDLY_API]: CREDENTIAL },
    )
    expect(found?.url).toBe(CREDLY_API)
  })

  it('leads on by its own platform’s record beside menus of its own', async () => {
    const shown = 'https://bestr.it/award/show/a41jSgmsSh6Sa1xcVUku5Q'
    const record = 'https://openbadges.bestr.it/public/assertions/a41jSgmsSh6Sa1xcVUku5Q'
    const menu = Array.from({ length: 9 }, (_, at) => `<a href="#s${at}">`).join('')
    const head = `${menu}<a href="https://www.bestr.it/award/show/a41jSgmsSh6Sa1xcVUku5Q?ln=it">`
    const { found } = await search(
      { links: [`${shown}?ln=en`] },
      {
        [`${shown}?ln=en`]: page(`${head}<a href="${record}">`),
        [`${record}?expand=badge&expand=badge.issuer`]: CREDENTIAL,
      },
    )
    expect(found).toBeDefined()
  })

  it('of a course platform is said to publish nothing', async () => {
    const { unverifiable } = await behind('<a href="https://coursera.org/verify/3XNBA9FRCGNL">')
    expect(unverifiable).toBe('course-certificate')
  })
})

describe('a page whose platform may have the record elsewhere', () => {
  const own = `https://credentials.issuer.example/${ID}`
  const records = ['api', 'eu.api'].map(
    (host) => `https://${host}.accredible.com/v1/obi/badge_assertions/${ID}`,
  )
  const behind = (answers: Answers) => search({ links: [own] }, answers)

  it.each<[string, Answers]>([
    ['refuses to answer', { [own]: 403 }],
    ['is gone', {}],
    ['shows nothing', { [own]: page('') }],
  ])('is asked first, and where it %s the record', async (_, answers) => {
    const { found, requests } = await behind({ ...answers, [records[1]!]: CREDENTIAL })
    expect(found?.url).toBe(records[1])
    expect(requests[0]?.url).toBe(own)
    expect(requests.map(({ url }) => url).slice(-2)).toEqual(records)
    expect(requests.slice(-2).every(({ guessed }) => guessed)).toBe(true)
  })

  it('is believed where it names the credential itself', async () => {
    const { found, asked } = await behind({
      [own]: page(alternate('/1.jsonld')),
      'https://credentials.issuer.example/1.jsonld': CREDENTIAL,
      [records[0]!]: CREDENTIAL,
    })
    expect(found?.url).toBe('https://credentials.issuer.example/1.jsonld')
    expect(asked.some((request) => request.includes('accredible'))).toBe(false)
  })

  it('costs no more than any other badge', async () => {
    const { requests, cutShort } = await behind({ [own]: page('') })
    expect(requests.length).toBeLessThanOrEqual(8)
    expect(cutShort).toBeUndefined()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCredential, MAXIMUM_REQUESTS } from '../../../src/discovery/find-credential'
import { BAKED_PNG, CREDENTIAL, fakeReach, HTML, PNG, reached, type Answers } from './fake-reach'

const ID = '61842971-ed83-498b-bf71-e0af10ad4648'
const CREDLY = `https://www.credly.com/badges/${ID}`
const CREDLY_API = `https://www.credly.com/api/v1/obi/v2/badge_assertions/${ID}`
const OBF_ID = 'd600bc4138e7946adeb9e9bdc6b86339f2577781'
const OBF = `https://openbadgefactory.com/v1/assertion/${OBF_ID}`
const PASSPORT = 'https://openbadgepassport.com/app/badge/info/7'
/** Of a platform on which only the page can tell where the credential is. */
const PAGE_AWARD = `https://verify.certifier.io/credentials/${ID}`
const PASSPORT_API = 'https://openbadgepassport.com/app/obpv1/badge/info/7'

const PAGE = 'https://issuer.example/awards/1'
const WIDE = 'application/vc+ld+json, application/ld+json, application/json'
const JSON_ALONE = 'application/json'
const IMAGE = 'image/png, image/svg+xml'

const page = (head: string) => `<!doctype html><html><head>${head}</head><body></body></html>`
const alternate = (href: string) =>
  `<link rel="alternate" type="application/ld+json" href="${href}">`

type Clues = Parameters<typeof findCredential>[0]

async function search(clues: Clues, answers: Answers) {
  const fake = fakeReach(answers)
  const finding = await findCredential(clues, fake.reach)
  return {
    ...fake,
    ...finding,
    text: finding.found && new TextDecoder().decode(finding.found.bytes),
  }
}

describe('a search', () => {
  it('asks a platform for the award that the link leads to', async () => {
    const { found, asked, trail } = await search(
      { links: [`${CREDLY}/public_url?utm_source=x`] },
      { [CREDLY_API]: CREDENTIAL },
    )
    expect(found?.url).toBe(CREDLY_API)
    expect(found).not.toHaveProperty('picture')
    expect(asked).toEqual([`${JSON_ALONE} ${CREDLY_API}`])
    expect(trail).toEqual([
      { from: 'link', platform: 'Credly', url: CREDLY_API, outcome: 'credential', status: 200 },
    ])
  })

  it('goes from the picture to links of platforms, to embeds, and to other links', async () => {
    const { asked, trail } = await search(
      {
        image: 'https://a.example/_next/image?url=%2Fbadge.png&w=64',
        links: ['https://b.example/about.html', `${OBF}.html`],
        embeds: ['https://c.example/frame.html', `https://www.credly.com/embedded_badge/${ID}`],
      },
      {},
    )
    expect(asked).toEqual([
      `${IMAGE} https://a.example/badge.png`,
      `${WIDE} ${OBF}.json`,
      `${JSON_ALONE} ${OBF}`,
      `${JSON_ALONE} ${CREDLY_API}`,
      `${WIDE} https://b.example/about.html`,
      `${WIDE} https://c.example/frame.html`,
    ])
    expect(trail.map(({ from }) => from)).toEqual([
      'original',
      'link',
      'link',
      'embed',
      'link',
      'embed',
    ])
    expect(trail.every(({ outcome, status }) => outcome === 'not-obtained' && status === 404)).toBe(
      true,
    )
  })

  it('stops at the first credential', async () => {
    const { asked } = await search({ links: [CREDLY, OBF] }, { [CREDLY_API]: CREDENTIAL })
    expect(asked.length).toBe(1)
  })

  it.each([
    { links: [] },
    { image: 'data:image/png;base64,AAAA', links: ['mailto:jane@a.example', 'x'] },
  ])('asks nobody without a clue: %j', async (clues) => {
    const { asked, trail, found } = await search(clues, {})
    expect({ asked, trail, found }).toEqual({ asked: [], trail: [], found: undefined })
  })

  it('ends when the caller ends it', async () => {
    const { reach } = fakeReach({})
    const ended = { ...reach, get: () => Promise.reject(new Error('aborted')) }
    await expect(findCredential({ links: [PAGE] }, ended)).rejects.toThrow('aborted')
  })

  it('tells nobody who is asked about', async () => {
    const badgr = 'https://badges.a.example/public/assertions/ksu78T2OSxKxuYh5O1VVqg'
    const hint = 'identity__email=jane%40a.example'
    const { requests, trail } = await search(
      {
        image: `${badgr}/image?${hint}`,
        links: [
          `${badgr}?${hint}`,
          `${PAGE}?${hint}&trk=x&v=1`,
          `https://coursera.org/verify/1?${hint}`,
        ],
      },
      {},
    )
    expect(requests.length).toBeGreaterThan(1)
    expect(JSON.stringify([requests, trail])).not.toMatch(/identity|jane|trk/)
    expect(requests.at(-1)?.url).toBe(`${PAGE}?v=1`)
  })
})

describe('links beside a picture', () => {
  const BADGR = 'https://badges.a.example/public/assertions/ksu78T2OSxKxuYh5O1VVqg'
  const names = (head: string) => ({ [PAGE]: page(head) })
  const SHOWS_CREDLY = { [PAGE]: page(`<a href="${CREDLY}">`), [CREDLY_API]: 410 }
  const OTHER = CREDLY.replace('61842971', '61842972')
  const OTHER_API = CREDLY_API.replace('61842971', '61842972')
  const others = { [OTHER_API]: CREDENTIAL }

  it('are asked where the picture leads to no award', async () => {
    const { found } = await search({ links: [PAGE], beside: [OTHER] }, others)
    expect(found?.url).toBe(OTHER_API)
  })

  it.each<[string, Clues, Answers]>([
    ['is gone', { links: [CREDLY], beside: [OTHER] }, { [CREDLY_API]: 410 }],
    ['is down', { links: [CREDLY], beside: [OTHER] }, { [CREDLY_API]: 503 }],
    ['is a page without a credential', { links: [PAGE_AWARD], beside: [OTHER] }, {}],
    ['is embedded', { links: [], embeds: [CREDLY], beside: [OTHER] }, {}],
    ['is its own address', { image: `${BADGR}/image`, links: [], beside: [OTHER] }, {}],
    ['is a course certificate', { links: ['https://coursera.org/verify/1'], beside: [OTHER] }, {}],
    ['is on the page behind its link', { links: [PAGE], beside: [OTHER] }, SHOWS_CREDLY],
    [
      'is named by that page',
      { links: [PAGE], beside: [OTHER] },
      names(`<meta property="og:url" content="${CREDLY}">`),
    ],
    [
      'is shown by that page, on a platform of pages',
      { links: [PAGE], beside: [OTHER] },
      names(`<a href="${PAGE_AWARD}">`),
    ],
    [
      'is a certificate on that page',
      { links: [PAGE], beside: [OTHER] },
      names('<a href="https://coursera.org/verify/1">'),
    ],
    [
      'is where that page says, and does not answer',
      { links: [PAGE], beside: [OTHER] },
      { ...names(alternate('/1.json')), 'https://issuer.example/1.json': 503 },
    ],
    [
      'is where its link sends on to',
      { links: ['https://a.example/x'], beside: [OTHER] },
      { 'https://a.example/x': reached(CREDLY, page('')), [CREDLY_API]: 410 },
    ],
    [
      'is that of the picture before a proxy',
      { image: `https://i0.wp.com/${BADGR.slice(8)}/image?w=64`, links: [], beside: [OTHER] },
      {},
    ],
  ])('stand for no picture whose own award %s', async (_, clues, answers) => {
    const { found, asked } = await search(clues, { ...others, ...answers })
    expect(found).toBeUndefined()
    expect(asked.join()).not.toContain(OTHER_API)
  })

  it('come after what the picture itself leads to', async () => {
    const clues = { links: [PAGE], beside: [OTHER] }
    const { found } = await search(clues, { ...others, [PAGE]: CREDENTIAL })
    expect(found?.url).toBe(PAGE)
    const embedded = { links: [], embeds: [CREDLY], beside: [OTHER] }
    const { found: own } = await search(embedded, { ...others, [CREDLY_API]: CREDENTIAL })
    expect(own?.url).toBe(CREDLY_API)
  })

  it.each([
    [[CREDLY, OTHER]],
    [[OTHER, PAGE_AWARD]],
    [[PAGE_AWARD, PAGE_AWARD.replace('6184', '6185')]],
    [['https://www.credly.com/go/i9heHHY5', 'https://www.credly.com/go/1g224R3S', OTHER]],
    [['https://coursera.org/verify/1', OTHER]],
  ])('to several awards say nothing: %j', async (beside) => {
    const answers = { ...others, [CREDLY_API]: CREDENTIAL, [PAGE_AWARD]: CREDENTIAL }
    const { found } = await search({ links: [], beside }, answers)
    expect(found).toBeUndefined()
  })

  it.each([
    [[OTHER, `${OTHER}/public_url`, 'https://issuer.example/about.html']],
    [['https://www.credly.com/go/i9heHHY5', OTHER]],
  ])('to one award, however often, are asked for it alone: %j', async (beside) => {
    const { found, asked } = await search({ links: [], beside }, others)
    expect(found?.url).toBe(OTHER_API)
    expect(asked.length).toBe(1)
  })

  it('are one award in two versions of its format', async () => {
    const record = `${BADGR}?expand=badge&expand=badge.issuer`
    const { found } = await search(
      { links: [], beside: [BADGR, `${BADGR}?v=3_0`] },
      { [record]: CREDENTIAL },
    )
    expect(found?.url).toBe(record)
  })

  it('are asked, however much the page behind its own link names', async () => {
    const head = [1, 2, 3, 4, 5].map((at) => `<meta property="og:image" content="/${at}.png">`)
    const { found } = await search(
      { links: [PAGE], beside: [OTHER] },
      { ...others, [PAGE]: page(alternate('/1.json') + head.join('')) },
    )
    expect(found?.url).toBe(OTHER_API)
  })
})

describe('the picture', () => {
  const shown = 'https://i0.wp.com/issuer.example/1.png?w=64'

  it('is found as it was before a proxy changed it', async () => {
    const { found, requests, trail } = await search(
      { image: shown, links: [] },
      { 'https://issuer.example/1.png': BAKED_PNG },
    )
    expect(found).toMatchObject({ url: 'https://issuer.example/1.png', picture: true })
    expect(requests).toEqual([
      { url: 'https://issuer.example/1.png', accept: IMAGE, maxBytes: 10_000_000, guessed: true },
    ])
    expect(trail[0]).toMatchObject({ from: 'original', outcome: 'credential' })
  })

  it.each([
    ['without a credential', PNG],
    ['of another kind than its name', '\xff\xd8\xffopenbadges'],
    ['that is a page', HTML.replace('A page', 'openbadges')],
  ])('leads nowhere to a file %s', async (_, file) => {
    const { found, trail } = await search(
      { image: shown, links: [] },
      { 'https://issuer.example/1.png': file },
    )
    expect(found).toBeUndefined()
    expect(trail).toMatchObject([{ from: 'original', outcome: 'nothing' }])
  })

  it('of a badge class is nobody’s award', async () => {
    const image = `https://images.credly.com/size/340x340/images/${ID}/image.png`
    const { asked, trail } = await search({ image, links: [] }, { [CREDLY_API]: CREDENTIAL })
    expect(asked).toEqual([])
    expect(trail).toEqual([{ from: 'image', platform: 'Credly', url: image, outcome: 'nothing' }])
  })

  it('is a clue where its address is that of an award; it is not asked for again', async () => {
    const image = `https://m.example/pluginfile.php/1/badges/userbadge/2/${OBF_ID}`
    const { asked } = await search({ image, links: [image] }, {})
    expect(asked).toEqual([
      `${JSON_ALONE} https://m.example/badges/assertion.php?b=${OBF_ID}&obversion=2`,
      `${JSON_ALONE} https://m.example/badges/json/assertion.php?b=${OBF_ID}&obversion=2p0`,
    ])
  })
})

describe('an address that another names', () => {
  const named = (value: unknown): Answers => ({
    [PASSPORT_API]: JSON.stringify({ assertion_url: value }),
  })

  it('is asked where its platform has the credential', async () => {
    const answers = { ...named(`${OBF}.html`), [`${OBF}.json`]: CREDENTIAL }
    const { found, trail } = await search({ links: [PASSPORT] }, answers)
    expect(found?.url).toBe(`${OBF}.json`)
    expect(trail).toMatchObject([
      { from: 'link', platform: 'Open Badge Passport', outcome: 'leads-on' },
      { from: 'page', platform: 'Open Badge Factory', outcome: 'credential' },
    ])
  })

  it('is asked as it is where no platform is known', async () => {
    const { asked } = await search({ links: [PASSPORT] }, named('https://b.example/1.json'))
    expect(asked.at(-1)).toBe(`${WIDE} https://b.example/1.json`)
  })

  it.each([
    'http://localhost/1.json',
    'https://10.0.0.1/1.json',
    'javascript:alert(1)',
    '',
    7,
    null,
    { url: 'https://b.example/' },
    PASSPORT_API,
  ])('is not asked: %j', async (value) => {
    const { asked } = await search({ links: [PASSPORT] }, named(value))
    expect(asked).toEqual([`${JSON_ALONE} ${PASSPORT_API}`])
  })

  it('names no third one', async () => {
    const other = PASSPORT_API.replace('/7', '/8')
    const { asked } = await search(
      { links: [PASSPORT] },
      {
        ...named(PASSPORT.replace('/7', '/8')),
        [other]: JSON.stringify({ assertion_url: 'https://b.example/1.json' }),
      },
    )
    expect(asked).toEqual([`${JSON_ALONE} ${PASSPORT_API}`, `${JSON_ALONE} ${other}`])
  })

  it.each([
    '{"assertion_url"',
    '[]',
    'null',
    '{"__proto__":{"assertion_url":"https://b.example/"}}',
  ])('is not read from %s', async (text) => {
    const { asked } = await search({ links: [PASSPORT] }, { [PASSPORT_API]: text })
    expect(asked.length).toBe(1)
  })
})

describe('any other link', () => {
  const wantsJson = (accept: string) => (accept === JSON_ALONE ? CREDENTIAL : HTML)

  it('is asked in three ways, none of which wants a page', async () => {
    const { asked, trail } = await search({ links: [PAGE] }, { [PAGE]: HTML })
    expect(asked).toEqual([
      `${WIDE} ${PAGE}`,
      `${JSON_ALONE} ${PAGE}`,
      `${JSON_ALONE} ${PAGE}.json`,
    ])
    expect(asked.join()).not.toContain('*')
    expect(trail).toEqual([
      { from: 'link', url: PAGE, outcome: 'nothing', status: 200 },
      { from: 'link', url: `${PAGE}.json`, outcome: 'not-obtained', status: 404 },
    ])
  })

  it.each<[string, Answers, string, number]>([
    ['at once', { [PAGE]: CREDENTIAL }, PAGE, 1],
    ['as JSON alone', { [PAGE]: wantsJson }, PAGE, 2],
    ['as JSON alone, after a refusal', { [PAGE]: (a) => (a === WIDE ? 406 : CREDENTIAL) }, PAGE, 2],
    ['with an ending', { [PAGE]: HTML, [`${PAGE}.json`]: CREDENTIAL }, `${PAGE}.json`, 3],
    ['in a baked picture', { [PAGE]: BAKED_PNG }, PAGE, 1],
  ])('has its credential %s', async (_, answers, url, requests) => {
    const { found, asked, trail } = await search({ links: [PAGE] }, answers)
    expect(found?.url).toBe(url)
    expect(asked.length).toBe(requests)
    expect(trail.at(-1)).toMatchObject({ outcome: 'credential', status: 200 })
  })

  it.each([404, 403, 410, 429, 500, 301])('is asked once where it answers %i', async (status) => {
    const { asked, trail } = await search({ links: [PAGE] }, { [PAGE]: status })
    expect(asked.length).toBe(1)
    expect(trail).toEqual([{ from: 'link', url: PAGE, outcome: 'not-obtained', status }])
  })

  it.each([
    ['JSON of another kind', '{"name":"x"}'],
    ['a picture without a credential', PNG],
    ['a photograph', '\xff\xd8\xffopenbadges'],
    ['nothing', ''],
  ])('is asked once where it is %s', async (_, answer) => {
    const { asked, found, trail } = await search({ links: [PAGE] }, { [PAGE]: answer })
    expect(asked.length).toBe(1)
    expect(found).toBeUndefined()
    expect(trail).toMatchObject([{ outcome: 'nothing' }])
  })

  it.each(['https://a.example/', 'https://a.example/1.html', 'https://a.example/b/'])(
    'has no file beside it: %s',
    async (link) => {
      const { asked } = await search({ links: [link] }, { [link]: HTML })
      expect(asked.some((request) => request.endsWith('.json'))).toBe(false)
    },
  )
})

describe('a link to a picture', () => {
  it('leads to the file, past the page about it', async () => {
    const raw = 'https://raw.githubusercontent.com/jane/cv/main/1.png'
    const { found, asked } = await search(
      { links: ['https://github.com/jane/cv/blob/main/1.png'] },
      { [raw]: BAKED_PNG },
    )
    expect(found).toMatchObject({ url: raw, picture: true })
    expect(asked).toEqual([`${IMAGE} ${raw}`])
  })

  it('is not asked twice where the picture of the page is the same', async () => {
    const shown = 'https://a.example/_next/image?url=%2F1.png'
    const { asked } = await search({ image: shown, links: [shown] }, {})
    expect(asked).toEqual([`${IMAGE} https://a.example/1.png`])
  })
})

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

describe('what is known not to be published', () => {
  const COURSERA = 'https://www.coursera.org/account/accomplishments/verify/LBUFQRNR2VWA'

  it('is said without asking', async () => {
    const { asked, trail, unverifiable } = await search({ links: [COURSERA] }, {})
    expect(asked).toEqual([])
    expect(unverifiable).toBe('course-certificate')
    expect(trail).toEqual([
      { from: 'link', platform: 'Coursera', url: COURSERA, outcome: 'unverifiable' },
    ])
  })

  it('keeps nobody from looking at the other links', async () => {
    const finding = await search({ links: [COURSERA, CREDLY] }, { [CREDLY_API]: CREDENTIAL })
    expect(finding.found?.url).toBe(CREDLY_API)
    expect(finding.unverifiable).toBeUndefined()
  })

  it('is Blockcerts by its element', async () => {
    const embeds = ['https://a.example/1.json#blockcerts-verifier']
    const { asked, unverifiable } = await search({ links: [], embeds }, {})
    expect({ asked, unverifiable }).toEqual({ asked: [], unverifiable: 'blockcerts' })
  })
})

describe('a host that may not be asked', () => {
  const refused = { ok: false, refused: true } as const

  it('is passed over, and the search goes on', async () => {
    const { found, trail } = await search(
      { links: [CREDLY, OBF] },
      { [CREDLY_API]: refused, [`${OBF}.json`]: CREDENTIAL },
    )
    expect(found?.url).toBe(`${OBF}.json`)
    expect(trail).toMatchObject([
      { url: CREDLY_API, outcome: 'not-asked' },
      { url: `${OBF}.json`, outcome: 'credential' },
    ])
  })

  it('has been asked all the same, where it answered before it was closed', async () => {
    let answers = 0
    const { asked, trail } = await search(
      { links: [PAGE] },
      { [PAGE]: () => (answers++ ? refused : HTML) },
    )
    expect(asked.length).toBe(2)
    expect(trail[0]).toMatchObject({ url: PAGE, outcome: 'nothing', status: 200 })
  })

  it('is not put to the person again', async () => {
    const { asked, trail } = await search({ links: [OBF] }, { [`${OBF}.json`]: refused })
    expect(asked.length).toBe(1)
    expect(trail.map(({ outcome }) => outcome)).toEqual(['not-asked', 'not-asked'])
  })

  it('costs no request, but a person is not questioned without end', async () => {
    const links = Array.from({ length: 30 }, (_, at) => `https://h${at}.example/1.json`)
    const answers = Object.fromEntries(links.map((link) => [link, refused]))
    const { asked, cutShort } = await search({ links }, answers)
    expect(asked.length).toBe(MAXIMUM_REQUESTS)
    expect(cutShort).toBe(true)
  })
})

describe('what could not be had', () => {
  it('is unknown, and not nothing', async () => {
    const { trail, unverifiable } = await search(
      { links: [CREDLY] },
      { [CREDLY_API]: { ok: false } },
    )
    expect(trail).toMatchObject([{ url: CREDLY_API, outcome: 'not-obtained' }])
    expect(trail[0]).not.toHaveProperty('status')
    expect(unverifiable).toBeUndefined()
  })
})

describe('a hostile page', () => {
  it('with a thousand links costs no more than the limit', async () => {
    const links = Array.from({ length: 1_000 }, (_, at) => `https://h${at}.example/${at}`)
    const { asked, cutShort } = await search({ links }, {})
    expect(asked.length).toBe(MAXIMUM_REQUESTS)
    expect(cutShort).toBe(true)
  })

  it.each([8, 1_000])('with %d alternates costs no more than the limit', async (count) => {
    const head = Array.from({ length: count }, (_, at) => alternate(`/${at}`)).join('')
    const { asked, found } = await search(
      { links: [PAGE] },
      { [PAGE]: page(head), 'https://issuer.example/0': CREDENTIAL },
    )
    expect(asked.length).toBe(count === 8 ? MAXIMUM_REQUESTS : 3)
    expect(found).toBeUndefined()
  })

  it('that names itself is not asked again', async () => {
    const self = `${alternate(PAGE)}${alternate(`${PAGE}#x`)}<meta property="og:url" content="${PAGE}">`
    const { asked, trail } = await search({ links: [PAGE, PAGE] }, { [PAGE]: page(self) })
    expect(asked.length).toBe(3)
    expect(trail[0]).toMatchObject({ outcome: 'nothing' })
  })

  it('that leads to another page leads no further', async () => {
    const [one, two] = ['https://a.example/one/', 'https://a.example/two/']
    const { asked } = await search(
      { links: [one] },
      { [one]: page(alternate(two)), [two]: page(alternate('/three') + alternate(one)) },
    )
    expect(asked).toEqual([`${WIDE} ${one}`, `${JSON_ALONE} ${one}`, `${WIDE} ${two}`])
  })

  it('is not asked again by the address that it redirected to', async () => {
    const final = 'https://issuer.example/final/'
    const answer = reached(final, page(alternate(final)))
    const { requests } = await search({ links: [PAGE, final] }, { [PAGE]: answer })
    expect(requests.map(({ url }) => url)).not.toContain(final)
  })

  it.each([
    'http://localhost/1.json',
    'https://192.168.0.1/1.json',
    'https://printer.local/1.json',
    'https://issuer.example:8443/1.json',
    'https://jane:secret@issuer.example/1.json',
    'file:///etc/passwd',
  ])('cannot have %s asked', async (address) => {
    const head = `${alternate(address)}<meta property="og:url" content="${address}">
      <meta property="og:image" content="${address}"><iframe src="${address}">`
    const clues = {
      image: `https://a.example/_next/image?url=${encodeURIComponent(address)}`,
      links: [
        address,
        `https://www.linkedin.com/safety/go/?url=${encodeURIComponent(address)}`,
        PAGE,
      ],
      embeds: [address],
    }
    const { requests } = await search(clues, { [PAGE]: page(head) })
    expect(requests.map(({ url }) => url)).toEqual([PAGE, PAGE, `${PAGE}.json`])
  })

  it('that claims to be JSON-LD is no credential', async () => {
    const answer = { ...reached(PAGE, HTML.replace('A page', 'openbadges')) }
    const claimed = { ...answer, mediaType: 'application/ld+json' } as typeof answer
    expect((await search({ links: [PAGE] }, { [PAGE]: claimed })).found).toBeUndefined()
  })

  it('that describes a credential in words of schema.org has none', async () => {
    const text = '{"@type":"EducationalOccupationalCredential","name":"openbadges"}'
    const head = `<script type="application/ld+json">${text}</script>`
    expect((await search({ links: [PAGE] }, { [PAGE]: page(head) })).found).toBeUndefined()
  })
})

it('asks little and nothing twice, whatever pages say', async () => {
  const urls = Array.from({ length: 12 }, (_, at) => `https://h${at % 4}.example/${at}`)
  const url = fc.constantFrom(
    ...urls,
    CREDLY,
    PASSPORT,
    OBF,
    'http://localhost/',
    'https://10.0.0.1/',
  )
  const head = fc.oneof(
    url.map(alternate),
    url.map((href) => `<a href="${href}">`),
    url.map((href) => `<meta property="og:url" content="${href}">`),
    url.map((href) => `<meta property="og:image" content="${href}">`),
  )
  const answer = fc.oneof(
    fc.array(head, { maxLength: 6 }).map((heads) => page(heads.join(''))),
    url.map((href) => JSON.stringify({ assertion_url: href })),
    fc.constantFrom<Answers[string]>(404, 406, PNG, { ok: false }, { ok: false, refused: true }),
  )
  const web = fc.tuple(...urls.map(() => answer), answer, answer)
  const clues = fc.record({
    links: fc.array(url, { maxLength: 6 }),
    embeds: fc.array(url, { maxLength: 3 }),
  })
  const property = fc.asyncProperty(web, clues, async (answers, given) => {
    const addresses = [...urls, PASSPORT_API, CREDLY_API]
    const { asked, requests } = await search(
      given,
      Object.fromEntries(addresses.map((address, at) => [address, answers[at]!])),
    )
    const refusals = requests.filter(({ url }) => {
      const given = answers[addresses.indexOf(url)]
      return typeof given === 'object' && 'refused' in given
    })
    expect(asked.length - refusals.length).toBeLessThanOrEqual(MAXIMUM_REQUESTS)
    expect(asked.length).toBe(new Set(asked).size)
    for (const { url } of requests) expect(url).toMatch(/^https:\/\/[a-z\d.-]+\.[a-z]+\//)
  })
  await fc.assert(property, { numRuns: 500, seed: 20_261_122 })
})

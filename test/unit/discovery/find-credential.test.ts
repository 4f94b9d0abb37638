import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCredential, MAXIMUM_REQUESTS } from '../../../src/discovery/find-credential'
import { type Answers, CREDENTIAL, BAKED_PNG, HTML, PNG, fakeReach, reached } from './fake-reach'
import {
  ID,
  CREDLY,
  CREDLY_API,
  OBF_ID,
  PAGE,
  IMAGE,
  page,
  alternate,
  search,
} from './given-search'

const OBF = `https://openbadgefactory.com/v1/assertion/${OBF_ID}`
const PASSPORT = 'https://openbadgepassport.com/app/badge/info/7'
const PASSPORT_API = 'https://openbadgepassport.com/app/obpv1/badge/info/7'
const WIDE = 'application/vc+ld+json, application/ld+json, application/json'
const JSON_ALONE = 'application/json'

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

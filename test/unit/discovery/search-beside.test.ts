import { describe, expect, it } from 'vitest'
import { type Answers, CREDENTIAL, reached } from './fake-reach'
import {
  CREDLY,
  CREDLY_API,
  PAGE_AWARD,
  PAGE,
  page,
  alternate,
  search,
  type Clues,
} from './given-search'

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

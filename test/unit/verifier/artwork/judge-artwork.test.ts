import { describe, expect, it } from 'vitest'
import { judgeAgain, verifyBadge, type BadgeSource } from '../../../../src/verifier'
import type { DecodePicture } from '../../../../src/verifier/artwork/picture'
import type { VerifierEnvironment } from '../../../../src/verifier/environment'
import { bakePng, bakeSvg } from '../../../../src/verifier/unbake/bake'
import { drawEmblem, type Emblem } from '../../../fixtures/artwork/emblem'
import { decoded } from '../../../fixtures/artwork/pictures'
import { GUILD } from '../../../fixtures/issuers'
import { credential } from '../../../fixtures/open-badges-3'
import { signDataIntegrity } from '../../../fixtures/signing'
import { assertion, badge, ID, NOW, site } from '../formats/open-badges-2-site'
import { answer, fakeWeb } from '../fake-web'
import { ACTL, pngOfSize, withPngChunk } from './picture-files'

const PARTICIPATION: Emblem = {
  frame: 'square',
  colours: ['#5b6470', '#2b2f36'],
  initials: 'P',
}
const genuine = drawEmblem(PARTICIPATION)
const swapped = drawEmblem({ ...PARTICIPATION, frame: 'medal', colours: ['#b9821a', '#7d5300'] })
const recoloured = drawEmblem({ ...PARTICIPATION, colours: ['#b9821a', '#7d5300'] })

const CLASS_PICTURE = badge.image
const OWN_PICTURE = 'https://issuer.example/assertions/1.png'
const THUMBNAIL = 'data:image/png;base64,c21hbGw='

/** The genuine assertion in a picture: what a cheat leaves as it is, and what they paint anew. */
const baked = (picture: Uint8Array, document: object = assertion) =>
  bakePng(picture, JSON.stringify(document), { keyword: 'openbadges' })

const file = (bytes: Uint8Array) => () => new Response(Buffer.from(bytes))
const pages = { ...site, [CLASS_PICTURE]: file(genuine) }

async function verify(
  source: BadgeSource,
  more: Partial<VerifierEnvironment> = {},
  web: Parameters<typeof fakeWeb>[0] = pages,
) {
  const { fetch, asked } = fakeWeb(web)
  const report = await verifyBadge(source, {
    fetch,
    now: () => NOW,
    decodePicture: (bytes) => Promise.resolve({ ...decoded(bytes), thumbnail: THUMBNAIL }),
    ...more,
  })
  const check = report.checks.find(({ id }) => id === 'artwork')
  const [why] = check?.reasons ?? []
  return { report, asked, outcome: check?.outcome, why, codes: check?.reasons.map((r) => r.code) }
}

describe('the genuine picture', () => {
  it('passes, asked for once', async () => {
    const { report, outcome, asked } = await verify({ bytes: baked(genuine) })
    expect(outcome).toBe('passed')
    expect(report).toMatchObject({ verdict: 'authentic', conformity: 'conforms' })
    expect(report).not.toHaveProperty('artwork')
    expect(asked.filter((url) => url === CLASS_PICTURE)).toHaveLength(1)
    expect(report.requests).toContainEqual(
      expect.objectContaining({ purpose: 'artwork', host: 'issuer.example' }),
    )
  })

  it('may be the one of this very award', async () => {
    const own = { ...assertion, image: OWN_PICTURE }
    const web = { ...pages, [ID]: own, [OWN_PICTURE]: file(swapped) }
    const { outcome, report } = await verify({ bytes: baked(swapped, own) }, {}, web)
    expect(outcome).toBe('passed')
    expect(report.verdict).toBe('authentic')
  })
})

describe('attacks', () => {
  it('the pixels are swapped around the genuine credential', async () => {
    const { report, outcome, why } = await verify({ bytes: baked(swapped) })
    expect({ outcome, why: why?.code }).toEqual({ outcome: 'warned', why: 'artwork-differs' })
    expect(report).toMatchObject({
      verdict: 'attention',
      reason: 'artwork-differs',
      authenticity: 'holds',
      artwork: { url: CLASS_PICTURE, thumbnail: THUMBNAIL },
    })
  })

  it('nor does a list of trusted issuers make that green', async () => {
    const issuers = [{ id: 'https://issuer.example/issuer.json', name: 'Example University' }]
    const trustLists = [{ id: 'l', name: 'List', issuers }]
    const genuineOne = await verify({ bytes: baked(genuine) }, { trustLists })
    expect(genuineOne.report.verdict).toBe('trusted')
    const { report } = await verify({ bytes: baked(swapped) }, { trustLists })
    expect(report).toMatchObject({ verdict: 'attention', reason: 'artwork-differs' })
  })

  it('another picture links to the genuine credential', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(assertion))
    const other = await verify({ bytes, url: ID, shown: { bytes: swapped } })
    expect(other.report).toMatchObject({ verdict: 'attention', reason: 'artwork-differs' })
    const same = await verify({ bytes, url: ID, shown: { bytes: genuine } })
    expect(same.report).toMatchObject({ verdict: 'authentic' })
    expect(same.outcome).toBe('passed')
  })

  it('another picture links to the genuine picture', async () => {
    const url = 'https://issuer.example/baked.png'
    const { report } = await verify({ bytes: baked(genuine), url, shown: { bytes: swapped } })
    expect(report).toMatchObject({ verdict: 'attention', reason: 'artwork-differs' })
  })

  it('a picture that nobody else may read: it is not known what it shows', async () => {
    const { outcome, why } = await verify({ bytes: baked(genuine), shown: 'incomplete' })
    expect(outcome).toBe('unknown')
    expect(why).toEqual({
      code: 'artwork-not-comparable',
      params: { whose: 'shown', why: 'incomplete' },
    })
  })

  it('the genuine picture is but the first frame of what is shown', async () => {
    const { outcome, why } = await verify({ bytes: withPngChunk(baked(genuine), 'acTL', ACTL) })
    expect(outcome).toBe('unknown')
    expect(why).toEqual({
      code: 'artwork-not-comparable',
      params: { whose: 'shown', why: 'animated' },
    })
  })

  it('another picture is shown than the one that was searched out for it', async () => {
    const { report } = await verify({ bytes: baked(genuine), shown: { bytes: swapped } })
    expect(report).toMatchObject({ verdict: 'attention', reason: 'artwork-differs' })
    const text = await verify({
      bytes: new TextEncoder().encode(JSON.stringify(assertion)),
      shown: { bytes: swapped },
    })
    expect(text.report).toMatchObject({ verdict: 'attention', reason: 'artwork-differs' })
    const same = await verify({ bytes: baked(genuine), shown: { bytes: genuine } })
    expect(same.report).toMatchObject({ verdict: 'authentic' })
  })

  it('a picture of a level that was not reached: nobody calls it alike', async () => {
    const { report, outcome, why } = await verify({ bytes: baked(recoloured) })
    expect({ outcome, why: why?.code }).toEqual({ outcome: 'unknown', why: 'artwork-unsure' })
    expect(report).toMatchObject({ verdict: 'authentic', artwork: { thumbnail: THUMBNAIL } })
  })

  it('the picture of the award stands in for that of the badge: unlike both is different', async () => {
    const own = { ...assertion, image: OWN_PICTURE }
    const web = { ...pages, [ID]: own, [OWN_PICTURE]: file(genuine) }
    const { report } = await verify({ bytes: baked(swapped, own) }, {}, web)
    expect(report).toMatchObject({ verdict: 'attention', reason: 'artwork-differs' })
  })

  it('one of two pictures cannot be had: nothing is said of what it may show', async () => {
    const own = { ...assertion, image: OWN_PICTURE }
    const { report, outcome } = await verify(
      { bytes: baked(swapped, own) },
      {},
      { ...pages, [ID]: own },
    )
    expect(outcome).toBe('unknown')
    expect(report.verdict).toBe('authentic')
  })
})

describe('a picture inside the credential', () => {
  const dataUrl = (bytes: Uint8Array) =>
    `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`

  async function signed(image: string) {
    const base = credential({ slug: 'a', name: 'A', description: 'A' }, GUILD)
    const subject = base.credentialSubject as unknown as { achievement: object }
    const achievement = { ...subject.achievement, image: { id: image, type: 'Image' } }
    return signDataIntegrity({ ...base, credentialSubject: { ...subject, achievement } }, GUILD)
  }

  it.each([
    ['genuine', genuine, 'authentic', 'passed'],
    ['swapped', swapped, 'attention', 'warned'],
  ])('is asked of nobody: %s', async (_, picture, verdict, expected) => {
    const bytes = bakePng(picture, JSON.stringify(await signed(dataUrl(genuine))), {
      keyword: 'openbadgecredential',
    })
    const { report, asked, outcome } = await verify({ bytes })
    expect({ verdict: report.verdict, outcome, asked }).toEqual({
      verdict,
      outcome: expected,
      asked: [],
    })
    expect(report.artwork ?? {}).not.toHaveProperty('url')
  })

  it.each(['data:image/png,plain', 'data:image/png;base64,%%%', 'data:,', 'urn:a:b', 'data:'])(
    '%s is not compared',
    async (image) => {
      const bytes = bakePng(swapped, JSON.stringify(await signed(image)), {
        keyword: 'openbadgecredential',
      })
      const { report, outcome, asked } = await verify({ bytes })
      expect({ verdict: report.verdict, outcome, asked }).toEqual({
        verdict: 'authentic',
        outcome: 'unknown',
        asked: [],
      })
    },
  )
})

describe('nobody is asked for the picture', () => {
  const expectNotAsked = ({ asked }: { asked: string[] }) => {
    expect(asked).not.toContain(CLASS_PICTURE)
  }

  it('once the proof has failed', async () => {
    const foreign = { ...pages, [ID]: { ...assertion, badge: 'https://evil.example/b' } }
    const found = await verify({ bytes: baked(swapped) }, {}, foreign)
    expect(found.report.authenticity).not.toBe('holds')
    expect(found.why?.code).toBe('not-reached')
    expectNotAsked(found)
  })

  it('of a badge that was revoked', async () => {
    const gone = await verify({ bytes: baked(swapped) }, {}, { ...pages, [ID]: answer(410) })
    expect(gone.report.verdict).toBe('invalid')
    expect(gone.why?.code).toBe('not-reached')
    expectNotAsked(gone)
  })

  it.each<[string, BadgeSource, string]>([
    ['where it came without a picture', { text: JSON.stringify(assertion) }, 'artwork-not-shown'],
    [
      'where only part of the picture is at hand',
      { bytes: baked(swapped), incomplete: true },
      'artwork-not-comparable',
    ],
    [
      'where the picture is a drawing',
      {
        bytes: new TextEncoder().encode(
          bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', {
            text: JSON.stringify(assertion),
            generation: 'assertion',
          }),
        ),
      },
      'artwork-not-comparable',
    ],
  ])('%s', async (_, source, code) => {
    const found = await verify(source)
    expect(found.why?.code).toBe(code)
    expect(found.report.verdict).toBe('authentic')
    expectNotAsked(found)
  })

  it('where nothing can decode it', async () => {
    const { fetch, asked } = fakeWeb(pages)
    const report = await verifyBadge({ bytes: baked(swapped) }, { fetch, now: () => NOW })
    expect(report.checks).toContainEqual(
      expect.objectContaining({
        id: 'artwork',
        outcome: 'unknown',
        reasons: [{ code: 'artwork-not-compared', params: {} }],
      }),
    )
    expect(asked).not.toContain(CLASS_PICTURE)
  })
})

describe('what could not be compared leaves the verdict, and is said', () => {
  it.each<[string, Parameters<typeof fakeWeb>[0][string], string[]]>([
    ['a picture that is gone', answer(404), ['artwork-not-obtained', 'http-status']],
    ['a picture that was withdrawn', answer(410), ['artwork-not-obtained', 'http-status']],
    ['a drawing', file(Buffer.from('<svg xmlns="a"></svg>')), ['artwork-not-comparable']],
    ['a page', file(Buffer.from('<!doctype html><html></html>')), ['artwork-not-comparable']],
    ['a file of 9 × 100 000 pixels', file(pngOfSize(9, 100_000)), ['artwork-not-comparable']],
    ['frames', file(withPngChunk(genuine, 'acTL', ACTL)), ['artwork-not-comparable']],
    ['a broken file', file(genuine.subarray(0, 500)), ['artwork-not-comparable']],
  ])('%s', async (_, page, expected) => {
    const web = { ...pages, [CLASS_PICTURE]: page }
    const { report, outcome, codes } = await verify({ bytes: baked(swapped) }, {}, web)
    expect({ outcome, codes }).toEqual({ outcome: 'unknown', codes: expected })
    expect(report).toMatchObject({ verdict: 'authentic', reason: 'issuer-unknown' })
  })

  it('is never decoded when it says that it is too large', async () => {
    const bytesDecoded: number[] = []
    const bomb = pngOfSize(50_000, 50_000)
    const web = { ...pages, [CLASS_PICTURE]: file(bomb) }
    const decodePicture: DecodePicture = (bytes) => {
      bytesDecoded.push(bytes.length)
      return Promise.resolve(decoded(bytes))
    }
    await verify({ bytes: baked(genuine) }, { decodePicture }, web)
    expect(bytesDecoded).toEqual([baked(genuine).length])
  })

  it('consent refused: named, and no other headline', async () => {
    const elsewhere = { ...badge, image: 'https://cdn.example/data.png' }
    const { report, outcome, asked } = await verify(
      { bytes: baked(swapped) },
      { ask: ({ purpose }) => Promise.resolve(purpose !== 'artwork') },
      { ...pages, [badge.id]: elsewhere },
    )
    expect(report).toMatchObject({ verdict: 'authentic', reason: 'issuer-unknown' })
    expect(outcome).toBe('unknown')
    expect(report.needs).toEqual([
      { host: 'cdn.example', url: 'https://cdn.example/data.png', purpose: 'artwork' },
    ])
    expect(asked).not.toContain('https://cdn.example/data.png')
  })

  it.each<[string, DecodePicture]>([
    ['throws', () => Promise.reject(new Error('broken'))],
    ['gives nothing', () => Promise.resolve(undefined)],
    [
      'gives fewer pixels than it says',
      () => Promise.resolve({ width: 9, height: 9, data: new Uint8Array(3) }),
    ],
  ])('a decoder that %s', async (_, decodePicture) => {
    const { outcome, report } = await verify({ bytes: baked(swapped) }, { decodePicture })
    expect(outcome).toBe('unknown')
    expect(report.verdict).toBe('authentic')
  })

  it('does not come before what decides', async () => {
    const recipients = ['somebody@example.org']
    const web = { ...pages, [CLASS_PICTURE]: answer(404) }
    const { report } = await verify({ bytes: baked(genuine) }, { recipients }, web)
    expect(report).toMatchObject({ verdict: 'attention', reason: 'holder-differs' })
  })
})

describe('judged again', () => {
  it('a swapped picture stays swapped', async () => {
    const { report } = await verify({ bytes: baked(swapped) })
    expect(judgeAgain(report, NOW)).toEqual(report)
    const issuers = [{ id: 'https://issuer.example/issuer.json', name: 'Example University' }]
    const again = judgeAgain(report, NOW, [{ id: 'l', name: 'List', issuers }])
    expect(again).toMatchObject({ verdict: 'attention', reason: 'artwork-differs' })
  })

  it('nothing is said of the picture once the key is revoked', async () => {
    const { report } = await verify({ bytes: baked(swapped) })
    const revoked = { ...report, keyEnds: { revoked: '2020-01-01T00:00:00Z' } }
    const again = judgeAgain(revoked, NOW)
    expect(again.verdict).toBe('invalid')
    expect(again).not.toHaveProperty('artwork')
    expect(again.checks).toContainEqual(
      expect.objectContaining({ id: 'artwork', reasons: [{ code: 'not-reached', params: {} }] }),
    )
  })
})

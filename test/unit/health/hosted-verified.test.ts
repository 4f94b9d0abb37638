/** What is said of the issuer's copy, by reports of the verifier itself. */
import { describe, expect, it, test } from 'vitest'
import { hostedHealth } from '../../../src/health/hosted'
import { judgeAgain, verifyBadge, type BadgeSource, type Need } from '../../../src/verifier'
import { answer, fakeWeb } from '../verifier/fake-web'
import { assertion, ID, NOW, site } from '../verifier/formats/open-badges-2-site'
import { baked } from '../verifier/unbake/png-files'
import { svg } from '../verifier/unbake/svg-files'

const DAY = 24 * 60 * 60 * 1000
const LEARNER = 'learner.example'
const LINK = 'https://learner.example/old/my-badge.json'
const SIGNED = 'https://issuer.example/c/1.json'

const signed = {
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: SIGNED,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'did:web:issuer.example', type: ['Profile'], name: 'Example University' },
  validFrom: '2025-03-14T00:00:00Z',
  credentialSubject: {
    ...{ id: 'did:web:ada.example', type: ['AchievementSubject'] },
    achievement: { id: 'urn:uuid:1', type: ['Achievement'], name: 'Data', description: 'Data' },
  },
  proof: {
    ...{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' },
    ...{ created: '2025-03-14T00:00:00Z', proofPurpose: 'assertionMethod' },
    ...{ verificationMethod: 'did:web:issuer.example#key-1', proofValue: `z${'1'.repeat(64)}` },
  },
}

type Pages = Parameters<typeof fakeWeb>[0]

function said(text: object | string, pages: Pages): Promise<string> {
  const input = typeof text === 'string' ? { url: text } : { text: JSON.stringify(text) }
  return saidOf(input, fakeWeb(pages).fetch)
}

/** @param open hosts that may not be asked yet */
async function saidOf(
  input: BadgeSource,
  fetch: typeof globalThis.fetch,
  open: string[] = [],
): Promise<string> {
  const ask = ({ host }: Need) => Promise.resolve(!open.includes(host))
  const report = await verifyBadge(input, { fetch, ask, now: () => NOW })
  const { code, host = '' } = hostedHealth(report)
  return `${code} ${host}`.trim()
}

test('is not known to be there once what was read has become too old', async () => {
  const report = await verifyBadge(
    { text: JSON.stringify(assertion) },
    { fetch: fakeWeb(site).fetch, now: () => NOW },
  )
  const codeAfter = (days: number) =>
    hostedHealth(judgeAgain(report, new Date(NOW.getTime() + days * DAY))).code
  expect(codeAfter(0)).toBe('hosted-reachable')
  expect(codeAfter(40)).toBe('hosted-unknown')
})

test.each([
  ['is reachable', site, 'hosted-reachable issuer.example'],
  ['is gone', { ...site, [ID]: answer(404) }, 'hosted-gone issuer.example'],
  ['is withdrawn', { ...site, [ID]: answer(410) }, 'hosted-gone issuer.example'],
  ['cannot be had', { ...site, [ID]: answer(503) }, 'hosted-no-answer issuer.example'],
  ['says “revoked”', { ...site, [ID]: { ...assertion, revoked: true } }, 'hosted-revoked'],
  ['says so with 410', { [ID]: answer(410, { revoked: true }) }, 'hosted-revoked'],
  ['is no assertion', { ...site, [ID]: { name: 'Something else' } }, 'hosted-unknown'],
])('a hosted copy that %s', async (_, pages, expected) => {
  expect(await said(assertion, pages)).toContain(expected)
})

test('a signed badge whose key is not to be had has no copy to miss', async () => {
  expect(await said(SIGNED, { [SIGNED]: signed })).toBe('hosted-unknown')
})

test.each([404, 410, 503])('a link that answers %i is no copy of an issuer', async (status) => {
  expect(await said(LINK, { [LINK]: answer(status) })).toBe('hosted-unknown')
})

const PICTURE = 'https://shop.example/badge.svg'

const locating = (address: string) => svg(`<openbadges:assertion verify="${address}"/>`)
const picture = (address: string) => () =>
  new Response(Uint8Array.from(locating(address)), { headers: { 'content-type': 'image/svg+xml' } })

describe('a picture that holds no more than an address names it itself', () => {
  const failed = () => Promise.reject<Response>(new TypeError('no answer'))
  it.each([
    ['is not there', answer(404), 'hosted-gone issuer.example'],
    ['is withdrawn', answer(410), 'hosted-gone issuer.example'],
    ['is down', answer(503), 'hosted-no-answer issuer.example'],
    ['gives no answer', failed, 'hosted-no-answer issuer.example'],
    ['answers with something else', answer(200, { name: 'Else' }), 'hosted-unknown'],
  ])('that %s', async (_, page, expected) => {
    const { fetch } = fakeWeb({ [PICTURE]: picture(ID), [ID]: page })
    const bytes = locating(ID)
    expect(await saidOf({ bytes }, fetch)).toBe(expected)
    expect(await saidOf({ bytes: baked(ID) }, fetch)).toBe(expected)
    expect(await saidOf({ url: PICTURE }, fetch)).toBe(expected)
  })

  it('and not what was asked before it', async () => {
    const { fetch } = fakeWeb({ [PICTURE]: picture('https://localhost/1') })
    expect(await saidOf({ url: PICTURE }, fetch)).toBe('hosted-unknown')
    expect(await said(PICTURE, { [PICTURE]: answer(404) })).toBe('hosted-unknown')
  })

  it('whatever else was asked, or is still to be asked', async () => {
    const bytes = locating(ID)
    const report = await verifyBadge({ bytes }, { fetch: fakeWeb({}).fetch, now: () => NOW })
    const other = { host: LEARNER, url: LINK, purpose: 'assertion' } as const
    const requests = [...report.requests, { ...other, status: 404, ms: 5 }]
    const searched = { ...report, requests, needs: [other] }
    expect(hostedHealth(searched)).toMatchObject({ code: 'hosted-gone', host: 'issuer.example' })
  })
})

describe('an own address that sends on', () => {
  const MOVED = 'https://moved.example/1.json'
  const to = answer(302, undefined, { location: MOVED })
  const bytes = new TextEncoder().encode(JSON.stringify(assertion))

  /** As a browser does: it shows neither the redirect nor its way. */
  function browser(pages: Pages): typeof globalThis.fetch {
    const { fetch } = fakeWeb(pages)
    return async (input, init) => {
      if (new Request(input).url !== ID) return fetch(input, init)
      if (init?.redirect === 'manual')
        return Object.defineProperties(Response.error(), { type: { value: 'opaqueredirect' } })
      return Object.defineProperties(await fetch(MOVED), { url: { value: MOVED } })
    }
  }
  const ways = [
    ['seen', (pages: Pages) => fakeWeb({ ...site, [ID]: to, ...pages }).fetch],
    ['hidden by a browser', (pages: Pages) => browser({ ...site, ...pages })],
  ] as const

  it.each(ways)('to a host that may not be asked yet, %s', async (_, web) => {
    const fetch = web({ [MOVED]: assertion })
    expect(await saidOf({ bytes }, fetch, ['moved.example'])).toBe('hosted-not-asked moved.example')
    const bytesOnly = { bytes: locating(ID) }
    expect(await saidOf(bytesOnly, fetch, ['moved.example'])).toBe('hosted-not-asked moved.example')
  })

  it.each(ways)('to where nothing is, %s', async (_, web) => {
    expect(await saidOf({ bytes }, web({ [MOVED]: answer(404) }))).toBe('hosted-gone moved.example')
    expect(await saidOf({ bytes }, web({ [MOVED]: answer(503) }))).toBe(
      'hosted-no-answer moved.example',
    )
  })

  it('says nothing of another document: what a credential inside it, or its badge class, asks for', async () => {
    const badge = 'https://classes.example/1.json'
    const text = { ...assertion, badge }
    const { fetch } = fakeWeb({ ...site, [ID]: text })
    expect(await saidOf({ text: JSON.stringify(text) }, fetch, ['classes.example'])).toBe(
      'hosted-unknown',
    )
    expect(await saidOf({ text: JSON.stringify(text) }, fetch)).toBe('hosted-unknown')
    const stopped = fakeWeb({ ...site, [ID]: answer(302, undefined, { location: 'ftp://a' }) })
    const report = await verifyBadge({ bytes }, { fetch: stopped.fetch, now: () => NOW })
    const inner = { host: LEARNER, url: LINK, purpose: 'assertion' } as const
    const asked = [...report.requests, { ...inner, status: 404, ms: 0 }]
    for (const more of [{ requests: asked }, { needs: [inner] }])
      expect(hostedHealth({ ...report, ...more })).toMatchObject({ code: 'hosted-unknown' })
  })
})

test('an address is asked without its fragment', async () => {
  expect(await said({ ...assertion, id: `${ID}#x` }, { ...site, [ID]: answer(404) })).toBe(
    'hosted-gone issuer.example',
  )
})

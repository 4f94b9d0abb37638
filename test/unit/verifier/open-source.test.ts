import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { verifyBadge } from '../../../src/verifier'
import { bakePng } from '../../../src/verifier/unbake/bake'
import { answer, fakeWeb } from './fake-web'

const CONTEXT = 'https://w3id.org/openbadges/v2'
const now = () => new Date('2026-01-15T12:00:00Z')
const assertion = {
  '@context': CONTEXT,
  id: 'https://issuer.example/a',
  type: 'Assertion',
  recipient: { type: 'email', identity: 'ada@example.org', hashed: false },
  badge: 'https://issuer.example/b',
  issuedOn: '2025-01-01',
  verification: { type: 'HostedBadge' },
}
const site = {
  'https://issuer.example/i': {
    '@context': CONTEXT,
    ...{ id: 'https://issuer.example/i', type: 'Profile', name: 'E' },
    ...{ url: 'https://issuer.example', email: 'badges@issuer.example' },
  },
  'https://issuer.example/b': {
    ...{ id: 'https://issuer.example/b', type: 'BadgeClass', name: 'B', description: 'B' },
    ...{ criteria: 'https://issuer.example/c', image: 'https://issuer.example/b.png' },
    issuer: 'https://issuer.example/i',
  },
  [assertion.id]: assertion,
}
const blank = new Uint8Array(PNG.sync.write(new PNG({ width: 2, height: 2 })))
const file = (bytes: Uint8Array) => () => new Response(bytes as Uint8Array<ArrayBuffer>)
const baked = (text: string) => bakePng(blank, text, { keyword: 'openbadges' })

describe('what a badge is read from', () => {
  it('a bare URL baked into an image leads to the assertion', async () => {
    const { fetch } = fakeWeb(site)
    const report = await verifyBadge({ bytes: baked(assertion.id) }, { fetch, now })
    expect(report).toMatchObject({ verdict: 'authentic', format: 'OpenBadges/2.0' })
    expect(report.source.carrier).toBe('png-itxt')
    expect(report.source.imageSha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('a URL may lead to a baked image', async () => {
    const image = 'https://portfolio.example/badge.png'
    const { fetch } = fakeWeb({ ...site, [image]: file(baked(JSON.stringify(assertion))) })
    const report = await verifyBadge({ url: image }, { fetch, now })
    expect(report).toMatchObject({ verdict: 'authentic', source: { carrier: 'png-itxt' } })
  })

  it('images that lead to images that lead to images are not followed without end', async () => {
    const next = (n: number) => `https://loop.example/${n}.png`
    const pages = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [next(n), file(baked(next(n + 1)))]),
    )
    const web = fakeWeb(pages)
    const report = await verifyBadge({ url: next(0) }, { fetch: web.fetch, now })
    expect(['none', 'unverifiable']).toContain(report.verdict)
    expect(web.asked.length).toBeLessThan(4)
  })

  it('a badge’s own address that is gone was withdrawn; a deleted picture revokes nothing', async () => {
    const url = 'https://issuer.example/x'
    const { fetch } = fakeWeb({ [url]: answer(410) })
    const gone = await verifyBadge({ bytes: baked(url) }, { fetch, now })
    expect(gone).toMatchObject({ verdict: 'invalid', reason: 'gone', currency: 'revoked' })
    const picture = await verifyBadge({ url }, { fetch, now })
    expect(picture).toMatchObject({ verdict: 'unverifiable', reason: 'http-status' })
    const missing = await verifyBadge({ url }, { fetch: fakeWeb({}).fetch, now })
    expect(missing).toMatchObject({ verdict: 'unverifiable', reason: 'http-status' })
  })

  it.each([
    ['an image without data', blank, 'no-badge-data'],
    ['a web page', new TextEncoder().encode('<!doctype html><p>badge'), 'file-not-recognised'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7\n'), 'pdf-without-credential'],
    ['a letter in RTF', new TextEncoder().encode('{\\rtf1 badge}'), 'file-not-recognised'],
    ['a list', new TextEncoder().encode('[{"badge":1}]'), 'not-a-credential'],
    ['nothing at all', new Uint8Array(), 'file-not-recognised'],
  ])('%s is no badge, and says so', async (_, bytes, reason) => {
    const report = await verifyBadge({ bytes }, { fetch: fakeWeb({}).fetch, now })
    expect(report).toMatchObject({ verdict: 'none', kind: 'none', reason, requests: [] })
  })

  it('a badge whose text cannot be read is not "no badge"', async () => {
    const report = await verifyBadge(
      { bytes: baked('{"broken": ') },
      { fetch: fakeWeb({}).fetch, now },
    )
    expect(report).toMatchObject({
      verdict: 'unverifiable',
      kind: 'credential',
      reason: 'not-json',
    })
  })

  it('throws only when it is told to stop', async () => {
    const stop = AbortSignal.abort(new Error('tab closed'))
    const { fetch } = fakeWeb(site)
    await expect(verifyBadge({ url: assertion.id }, { fetch, now, signal: stop })).rejects.toThrow(
      'tab closed',
    )
  })
})

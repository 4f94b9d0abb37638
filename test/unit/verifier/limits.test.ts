/** Every limit at its edge, through the only door: what is exactly at it passes, one more does not. */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { verifyBadge, type VerificationReport } from '../../../src/verifier'
import type { BadgeSource, VerifierEnvironment } from '../../../src/verifier/environment'
import { LIMITS, type Limits } from '../../../src/verifier/http/limits'
import { SHAPE_LIMITS } from '../../../src/verifier/json-ld/document-shape'
import { MOST_ENTRIES } from '../../../src/verifier/status'
import { bakePng } from '../../../src/verifier/unbake/bake'
import { CHAMBER, GUILD, publishIssuers, UNIVERSITY } from '../../fixtures/issuers'
import { CONTEXTS, credential } from '../../fixtures/open-badges-3'
import { servedFetch } from '../../fixtures/served-fetch'
import { signDataIntegrity, signVcJwt } from '../../fixtures/signing'
import { publishStatusLists, statusEntry } from '../../fixtures/status-lists'
import type { ServedWeb } from '../../fixtures/web'
import { fakeWeb } from './fake-web'
import { openBadges2Site } from './limits-site'
import { bytesOf, picture } from './unbake/png-files'

const NOW = new Date('2026-01-15T12:00:00Z')
const sealed = JSON.stringify({ payload: '{}', signatures: [{}] })
const ACHIEVEMENT = { slug: 'limit', name: 'Data Analysis', description: 'Explains data' }

let web: ServedWeb
let badge: string
beforeAll(async () => {
  web = new Map()
  publishIssuers(web)
  await publishStatusLists(web, { university: 'urn:none', chamber: 'urn:none' })
  badge = JSON.stringify(await signDataIntegrity(credential(ACHIEVEMENT, GUILD), GUILD))
})
afterEach(() => {
  vi.useRealTimers()
})

function verify(
  source: BadgeSource,
  limits: Partial<Limits> = {},
  fetch: VerifierEnvironment['fetch'] = servedFetch(web),
) {
  return verifyBadge(source, { fetch, now: () => NOW, limits })
}

function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inside = Object.values(value).reduce<number>((sum, item) => sum + objectsIn(item), 0)
  return inside + (Array.isArray(value) ? 0 : 1)
}

const codes = ({ reasons }: VerificationReport) => reasons.map(({ code }) => code)
const redirect = (location: string) => () =>
  new Response(null, { status: 302, headers: { location } })

/** What a badge is at a limit, and one beyond it; the reason that the second gets. */
interface Edge {
  reason: string
  at: () => Promise<VerificationReport>
  beyond: () => Promise<VerificationReport>
}

const sizeEdge = (
  name: keyof Limits,
  reason: string,
  size: () => number,
  source: () => BadgeSource,
) => ({
  reason,
  at: () => verify(source(), { [name]: size() }),
  beyond: () => verify(source(), { [name]: size() - 1 }),
})

const baked = (compressed: boolean) =>
  bakePng(picture(), badge, { keyword: 'openbadgecredential', chunk: 'iTXt', compressed })

function nested(depth: number): string {
  return `{"type":"Assertion","a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`
}

/** Addresses that lead from one to the next, and to the badge at last. */
function hops(count: number, address: (hop: number) => string) {
  const pages = Object.fromEntries(
    Array.from({ length: count }, (_, hop) => [address(hop), redirect(address(hop + 1))]),
  )
  return fakeWeb({ ...pages, [address(count)]: () => new Response(badge) }).fetch
}

const here = (hop: number) => `https://issuer.example/${hop}`
const elsewhere = (hop: number) => `https://h${hop}.example/`

/** Verifies a badge whose host answers after so many milliseconds, with time standing still otherwise. */
async function answeredAfter(milliseconds: number, limits: Partial<Limits>) {
  vi.useFakeTimers()
  const fetch = () =>
    new Promise<Response>((resolve) => {
      setTimeout(() => {
        resolve(new Response(badge))
      }, milliseconds)
    })
  const report = verify({ url: here(0) }, limits, fetch)
  await vi.advanceTimersByTimeAsync(milliseconds)
  vi.useRealTimers()
  return report
}

async function statusOf(limits: Partial<Limits>) {
  const credentialStatus = statusEntry('revocation', 1)
  const unsigned = { ...credential(ACHIEVEMENT, UNIVERSITY), credentialStatus }
  const text = JSON.stringify(await signDataIntegrity(unsigned, UNIVERSITY))
  return verify({ text }, limits)
}

const hosted = (limits: Partial<Limits>) => {
  const { pages, assertion } = openBadges2Site
  return verify({ text: JSON.stringify(assertion) }, limits, fakeWeb(pages).fetch)
}

/** A CLR that collects the badge so many times. */
async function recordOf(count: number, limits: Partial<Limits>) {
  const { credentialSubject: _, ...around } = credential(ACHIEVEMENT, CHAMBER)
  const verifiableCredential = Array.from({ length: count }, () => JSON.parse(badge) as object)
  const clr = {
    ...around,
    type: ['VerifiableCredential', 'ClrCredential'],
    credentialSubject: { type: ['ClrSubject'], verifiableCredential },
  }
  return verify({ text: await signVcJwt(clr, CHAMBER) }, limits)
}

const EDGES: Record<keyof Limits, Edge> = {
  imageBytes: sizeEdge(
    'imageBytes',
    'file-too-large',
    () => baked(false).length,
    () => ({ bytes: baked(false) }),
  ),
  bakedTextBytes: sizeEdge(
    'bakedTextBytes',
    'text-too-large',
    () => badge.length,
    () => ({ bytes: baked(true) }),
  ),
  jsonBytes: sizeEdge(
    'jsonBytes',
    'text-too-large',
    () => bytesOf(badge).length,
    () => ({ text: badge }),
  ),
  sealedBytes: sizeEdge(
    'sealedBytes',
    'text-too-large',
    () => sealed.length,
    () => ({ text: sealed }),
  ),
  jsonDepth: {
    reason: 'json-too-deep',
    at: () => verify({ text: nested(64) }),
    beyond: () => verify({ text: nested(65) }),
  },
  redirects: {
    reason: 'too-many-redirects',
    at: () => verify({ url: here(0) }, {}, hops(5, here)),
    beyond: () => verify({ url: here(0) }, {}, hops(6, here)),
  },
  requestMs: {
    reason: 'host-timeout',
    at: () => answeredAfter(9_999, {}),
    beyond: () => answeredAfter(10_000, {}),
  },
  badgeMs: {
    reason: 'badge-timeout',
    at: () => answeredAfter(29_999, { requestMs: 60_000 }),
    beyond: () => answeredAfter(30_000, { requestMs: 60_000 }),
  },
  hostsPerBadge: {
    reason: 'too-many-hosts',
    at: () => verify({ url: elsewhere(0) }, { redirects: 9 }, hops(7, elsewhere)),
    beyond: () => verify({ url: elsewhere(0) }, { redirects: 9 }, hops(8, elsewhere)),
  },
  requestsPerBadge: {
    reason: 'too-many-requests',
    at: () => hosted({ requestsPerBadge: 3 }),
    beyond: () => hosted({ requestsPerBadge: 2 }),
  },
  statusListBytes: {
    reason: 'status-list-malformed',
    at: () => statusOf({ statusListBytes: 16_384 }),
    beyond: () => statusOf({ statusListBytes: 16_383 }),
  },
  parts: {
    reason: 'parts-too-many',
    at: () => recordOf(3, { parts: 3 }),
    beyond: () => recordOf(4, { parts: 3 }),
  },
  partDepth: {
    reason: 'parts-not-checked',
    at: () => recordOf(1, { partDepth: 1 }),
    beyond: () => recordOf(1, { partDepth: 0 }),
  },
}

describe.each(Object.entries(EDGES))('%s', (_name, { reason, at, beyond }) => {
  it('passes at the limit', async () => {
    expect(codes(await at())).not.toContain(reason)
  })

  it('refuses one more, and is neither green nor red for it', async () => {
    const report = await beyond()
    expect(codes(report)).toContain(reason)
    expect(['unverifiable', 'attention']).toContain(report.verdict)
  })
})

it('the limits are what the documentation says', () => {
  expect(LIMITS).toEqual({
    imageBytes: 10_000_000,
    bakedTextBytes: 1_000_000,
    jsonBytes: 1_000_000,
    sealedBytes: 4_000_000,
    jsonDepth: 64,
    redirects: 5,
    requestMs: 10_000,
    badgeMs: 30_000,
    hostsPerBadge: 8,
    requestsPerBadge: 32,
    statusListBytes: 4_000_000,
    parts: 64,
    partDepth: 3,
  })
})

it('a downloaded image and a downloaded document have the limits of their kind', async () => {
  const image = baked(false)
  const fetch = fakeWeb({ [here(0)]: () => new Response(image as Uint8Array<ArrayBuffer>) }).fetch
  const at = await verify({ url: here(0) }, { imageBytes: image.length }, fetch)
  expect(at.verdict).toBe('authentic')
  const beyond = await verify({ url: here(0) }, { imageBytes: image.length - 1 }, fetch)
  expect(beyond).toMatchObject({ verdict: 'unverifiable', reason: 'answer-too-large' })
  const { issuer } = openBadges2Site
  const jsonBytes = bytesOf(JSON.stringify(issuer)).length
  expect((await hosted({ jsonBytes: jsonBytes - 1 })).verdict).not.toBe('authentic')
})

describe('what has a limit of its own', () => {
  it('ten proofs are looked at, of eleven none', async () => {
    const { proof, ...unsecured } = JSON.parse(badge) as Record<string, unknown>
    const withProofs = (length: number) =>
      verify({ text: JSON.stringify({ ...unsecured, proof: Array.from({ length }, () => proof) }) })
    expect((await withProofs(10)).verdict).toBe('authentic')
    expect(await withProofs(11)).toMatchObject({
      verdict: 'unverifiable',
      reason: 'proof-malformed',
    })
  })

  it('a document of so many objects and contexts is processed, and none of one more', async () => {
    const outcome = async (more: object) => {
      const document = { ...(JSON.parse(badge) as object), ...more }
      return codes(await verify({ text: JSON.stringify(document) }))[0]
    }
    // The proof is processed as a document of its own.
    const base = objectsIn(JSON.parse(badge)) - 1
    const evidence = Array.from({ length: SHAPE_LIMITS.objects - base }, (_, at) => ({
      name: `${at}`,
    }))
    expect(await outcome({ evidence })).toBe('altered')
    expect(await outcome({ evidence: [...evidence, {}] })).toBe('json-ld-invalid')
    const naming = (length: number) => ({
      evidence: Array.from({ length }, (_, at) => ({ '@context': CONTEXTS[0], name: `${at}` })),
    })
    const left = SHAPE_LIMITS.contexts - CONTEXTS.length
    expect(await outcome(naming(left))).toBe('altered')
    expect(await outcome(naming(left + 1))).toBe('json-ld-invalid')
  })

  it('eight status entries are looked at; with nine the status is unknown', async () => {
    const withEntries = async (length: number) => {
      const credentialStatus = Array.from({ length }, (_, at) => statusEntry('revocation', at))
      const unsigned = { ...credential(ACHIEVEMENT, UNIVERSITY), credentialStatus }
      return verify({ text: JSON.stringify(await signDataIntegrity(unsigned, UNIVERSITY)) })
    }
    expect((await withEntries(MOST_ENTRIES)).verdict).toBe('authentic')
    expect(await withEntries(MOST_ENTRIES + 1)).toMatchObject({
      verdict: 'attention',
      currency: 'unknown',
    })
  })
})

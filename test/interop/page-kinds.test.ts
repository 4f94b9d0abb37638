/** The truth about the replicas of pages is itself tested: without a browser, and by our verifier alone. */
import { describe, expect, test } from 'vitest'
import { decodePng } from '../../src/cli/decode-png'
import { verifyBadge, type VerificationReport } from '../../src/verifier/index'
import { LIMITS } from '../../src/verifier/http/limits'
import { unbake } from '../../src/verifier/unbake/unbake'
import { servedFetch } from '../fixtures/served-fetch'
import { pageKinds, wholeWeb } from '../page-kinds/index'
import type { Credential, PageKind, TruthRow } from '../page-kinds/page-kind'
import { openInTurn } from '../page-kinds/without-browser'

const generated = await pageKinds()
const { kinds } = generated
const web = await wholeWeb(generated)
const NOW = new Date('2026-01-15T12:00:00Z')

test('there are a dozen kinds, each with elements that are no badges', () => {
  expect(kinds.length).toBeGreaterThanOrEqual(12)
  expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length)
  for (const kind of kinds) {
    const expected = new Set(rowsOf(kind).map((row) => row.expected))
    expect(expected, kind.id).toEqual(new Set(['badge', 'none']))
  }
})

describe.each(kinds.map((kind) => [kind.id, kind] as const))('%s', (_, kind) => {
  const badges = [...badgesOf(kind)]

  test('every row is about exactly one element, and what is no badge carries none', async () => {
    for (const page of kind.pages.filter(({ isFile }) => isFile !== true)) {
      await openInTurn(page, web, (rows, open) => {
        for (const row of rows) {
          const found = open(row)
          expect(found.length, row.selector).toBe(1)
          if (row.expected === 'none' && found[0]) expectEmpty(found[0], row)
        }
      })
    }
  })

  test('every row says what follows from it', () => {
    for (const row of rowsOf(kind)) {
      const isBadge = row.expected === 'badge'
      expect(row.credential !== undefined, row.what).toBe(isBadge)
      expect(row.afterVerify !== undefined, row.what).toBe(isBadge)
      if (!isBadge) expect(row).toMatchObject({ markBeforeConsent: 'none', inPopup: false })
    }
  })

  test.each(badges)('%s: the verdict', async (_name, { afterVerify, credential }) => {
    const report = await judge(credential, [])
    const { verdict, reason } = report
    expect({ verdict, reason }, JSON.stringify(report.checks)).toEqual(afterVerify)
    // What is revoked or gone need not be read to the end.
    if (verdict === 'authentic' || verdict === 'attention') {
      const names = Object.values(report.credential?.achievements[0]?.name ?? {})
      expect(names).toEqual([credential.name])
    }
  })

  test.each(badges)('%s: what is known before consent', async (_name, row) => {
    const asked: string[] = []
    // What is decided already was read with the page itself.
    const loaded = !['found', 'none'].includes(row.markBeforeConsent)
    const { verdict, needs } = await judge(row.credential, asked, { consent: false, loaded })
    expect(asked).toEqual([])
    if (row.markBeforeConsent === 'found') expect(needs.length).toBeGreaterThan(0)
    else if (row.markBeforeConsent !== 'none') expect(verdict).toBe(row.markBeforeConsent)
  })
})

function rowsOf({ pages }: PageKind): TruthRow[] {
  return pages.flatMap(({ truth, acts = [] }) => [truth, ...acts.map((act) => act.truth)]).flat()
}

/** Rows of what can be verified, each credential once, by its name. */
function badgesOf(kind: PageKind): Map<string, TruthRow & { credential: Credential }> {
  return new Map(
    rowsOf(kind).flatMap((row) => {
      const { credential } = row
      return credential ? [[credential.name, { ...row, credential }] as const] : []
    }),
  )
}

/** A file is judged as it is; an address is asked as its platform wants it. */
function judge(
  { at, accept }: Credential,
  asked: string[],
  { consent = true, loaded = false } = {},
): Promise<VerificationReport> {
  const served = servedFetch(web, asked)
  const { host, pathname, search } = new URL(at)
  const file = web.get(host)?.get(pathname + search)
  const isImage = file?.headers['content-type']?.startsWith('image/') ?? false
  return verifyBadge(file && (isImage || loaded) ? { bytes: file.body, url: at } : { url: at }, {
    fetch: (input, init) =>
      served(input, accept !== undefined && input === at ? { headers: { accept } } : init),
    now: () => NOW,
    decodePicture: decodePng,
    ask: () => Promise.resolve(consent),
  })
}

/** The picture that it shows, where the page may load it. */
function expectEmpty(element: Element, { selector }: TruthRow): void {
  const source = element.getAttribute('src')
  if (source === null || element.localName !== 'img') return
  const { host, pathname, search } = new URL(source, element.baseURI)
  const page = new URL(element.baseURI)
  const policy = web.get(page.host)?.get(page.pathname + page.search)?.headers
  if (policy?.['content-security-policy'] !== undefined && host !== page.host) return
  const file = web.get(host)?.get(pathname + search)
  if (file) expect(unbake(file.body, LIMITS).found, selector).toBe(false)
}

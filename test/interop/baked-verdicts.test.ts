/**
 * What the genuine baked images come to: in a world in which their hosts serve what they named, and in
 * one in which nobody answers. The images are other people's; the sites are rebuilt here, since most of
 * the real ones are gone.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyBadge } from '../../src/verifier'
import { fakeWeb } from '../unit/verifier/fake-web'
import { corpusJson } from './w3c-corpus'

const FOLDER = join(process.env.CORPUS_DIR ?? '../shared/corpus', 'baked')
const isPresent = existsSync(FOLDER)
if (!isPresent) console.warn(`Skipped: no corpus at ${FOLDER} (set CORPUS_DIR).`)

interface Expected {
  format?: string
  served: [verdict: string, reason: string]
  alone: [verdict: string, reason: string]
}

const UNREACHABLE: Expected['alone'] = ['unverifiable', 'http-status']
const EMPTY: Expected = { served: ['none', 'no-badge-data'], alone: ['none', 'no-badge-data'] }
const NOT_JSON: Expected['alone'] = ['unverifiable', 'not-json']

const FILES: Record<string, Expected> = {
  'badgr-ob2-hosted.png': {
    format: 'OpenBadges/2.0',
    served: ['authentic', 'issuer-unknown'],
    alone: UNREACHABLE,
  },
  'baked_example.svg': {
    format: 'OpenBadges/1.0',
    served: ['authentic', 'issuer-unknown'],
    alone: UNREACHABLE,
  },
  'baked_heart.png': {
    format: 'OpenBadges/1.0',
    served: ['authentic', 'issuer-unknown'],
    alone: UNREACHABLE,
  },
  'emily-mozfestivator.png': {
    format: 'OpenBadges/0.5',
    served: ['authentic', 'issuer-unknown'],
    alone: UNREACHABLE,
  },
  'sunny-mozfesticipant.png': {
    format: 'OpenBadges/0.5',
    served: ['authentic', 'issuer-unknown'],
    alone: UNREACHABLE,
  },
  'mozilla-baked.svg': {
    format: 'OpenBadges/1.0',
    served: ['authentic', 'issuer-unknown'],
    alone: UNREACHABLE,
  },
  'mozilla-no-json.svg': {
    format: 'OpenBadges/1.0',
    served: ['authentic', 'issuer-unknown'],
    alone: UNREACHABLE,
  },
  // Its body is no JSON, whoever serves what.
  'mozilla-bad-json.svg': { served: NOT_JSON, alone: NOT_JSON },
  'mozilla-unbaked.png': EMPTY,
  'mozilla-unbaked.svg': EMPTY,
  'no-text-chunk.png': EMPTY,
  'unbaked-heart.png': EMPTY,
}

const WEBMAKER = 'https://badges.webmaker.org/badge/assertion/'
const EMILY = `${WEBMAKER}c5da4a92da939cc3342786a3164a8a50ee38c454ef44db35dc524da52226a01d`
const SUNNY = `${WEBMAKER}227ab06150d6053d42eeaa37cc4e18b55431df122630cb8e72563de89c97d74e`
const BADGR = 'https://api.badgr.io/public'

/** An assertion of 1.0 at this address, with a badge class and an issuer on the same site. */
function site10(url: string, uid: string, badge: string): Record<string, object> {
  const { origin } = new URL(url)
  const issuer = `${origin}/issuer.json`
  const recipient = { type: 'email', hashed: false, identity: 'test@example.com' }
  const verify = { type: 'hosted', url }
  return {
    [https(url)]: { uid, recipient, badge, issuedOn: '2013-11-05', verify },
    [https(badge)]: { name: 'Heart', description: 'Has one.', criteria: origin, issuer },
    [https(issuer)]: { name: 'Example', url: origin },
  }
}

const https = (url: string) => new URL(url.replace('http:', 'https:')).href

function world(): Record<string, object> {
  const badgr = bakedJson('badgr-ob2-hosted.png')
  const badge = `${BADGR}/badges/cuq1_EgBQaCJug44qAlwXg`
  const issuer = `${BADGR}/issuers/heart`
  const context = { '@context': 'https://w3id.org/openbadges/v2' }
  return {
    ...site10('http://example.org', 'example', 'http://example.org/badge'),
    ...site10(
      'https://example.org/assertion.json',
      'abcdef12345',
      'https://example.org/badge.json',
    ),
    ...site10('http://example.org/badgeinstance1', '123', 'http://example.org/badge1'),
    [EMILY]: corpusJson('recipient/emily-mozfestivator.json'),
    [SUNNY]: corpusJson('recipient/sunny-mozfesticipant.json'),
    [String(badgr.id)]: badgr,
    [badge]: {
      ...context,
      ...{ type: 'BadgeClass', id: badge, name: 'Heart', description: 'Has one.', issuer },
      ...{ image: `${badge}/image`, criteria: { narrative: 'Have one.' } },
    },
    [issuer]: {
      ...context,
      ...{ type: 'Issuer', id: issuer, name: 'Example', url: 'https://example.org' },
      email: 'badges@example.org',
    },
  }
}

/** The JSON in a PNG of the corpus, found by its braces and not by the program that is tested. */
function bakedJson(name: string): Record<string, unknown> {
  const file = readFileSync(join(FOLDER, name)).toString('utf8')
  const start = file.indexOf('{', file.indexOf('openbadges'))
  for (let end = start; (end = file.indexOf('}', end) + 1) > 0;)
    try {
      return JSON.parse(file.slice(start, end)) as Record<string, unknown>
    } catch {
      continue
    }
  throw new Error(`expected JSON in ${name}`)
}

function verify(name: string, pages: Record<string, object>) {
  const bytes = new Uint8Array(readFileSync(join(FOLDER, name)))
  const now = () => new Date('2026-06-01T12:00:00Z')
  return verifyBadge({ bytes }, { fetch: fakeWeb(pages).fetch, now })
}

describe.runIf(isPresent)('genuine baked images', () => {
  test('are all in the table', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(FILES).sort())
  })

  test.each(Object.entries(FILES))('%s', async (name, { format, served, alone }) => {
    const report = await verify(name, world())
    expect([report.verdict, report.reason, report.format]).toEqual([...served, format])
    const unanswered = await verify(name, {})
    expect([unanswered.verdict, unanswered.reason]).toEqual(alone)
    expect(unanswered.authenticity).toBe('unknown')
  })

  test('are withdrawn when their hosts say so', async () => {
    const gone = () => new Response('', { status: 410 })
    const pages = Object.fromEntries(Object.keys(world()).map((url) => [url, gone]))
    for (const [name, { served }] of Object.entries(FILES))
      if (served[0] === 'authentic')
        expect(await verify(name, pages)).toMatchObject({ verdict: 'invalid', reason: 'gone' })
  })
})

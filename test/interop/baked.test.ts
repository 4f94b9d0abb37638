import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../src/verifier/http/limits'
import { probeImage, probeTail } from '../../src/verifier/unbake/probe'
import { unbake } from '../../src/verifier/unbake/unbake'

const FOLDER = join(process.env.CORPUS_DIR ?? '../shared/corpus', 'baked')
const WEBMAKER = 'https://badges.webmaker.org/badge/assertion/'

interface Expectation {
  carrier: 'png-itxt' | 'png-text' | 'svg'
  /** The text itself, or a test of what it holds once parsed as JSON. */
  text?: string
  json?: object
  verify?: string
}

/** What each baked file holds, as seen in it with other tools; every other file holds nothing. */
const BAKED: Record<string, Expectation> = {
  'badgr-ob2-hosted.png': {
    carrier: 'png-itxt',
    json: {
      '@context': 'https://w3id.org/openbadges/v2',
      id: 'https://api.badgr.io/public/assertions/RBZ6QhNSRQKW7e0W5BvQSA',
      verification: { type: 'HostedBadge' },
    },
  },
  'baked_heart.png': {
    carrier: 'png-itxt',
    json: { uid: '123', verify: { type: 'hosted', url: 'http://example.org/badgeinstance1' } },
  },
  'emily-mozfestivator.png': {
    carrier: 'png-text',
    text: `${WEBMAKER}c5da4a92da939cc3342786a3164a8a50ee38c454ef44db35dc524da52226a01d`,
  },
  'sunny-mozfesticipant.png': {
    carrier: 'png-text',
    text: `${WEBMAKER}227ab06150d6053d42eeaa37cc4e18b55431df122630cb8e72563de89c97d74e`,
  },
  'baked_example.svg': {
    carrier: 'svg',
    json: { uid: 'abcdef12345', badge: 'https://example.org/badge.json' },
    verify: 'https://example.org/assertion.json',
  },
  'mozilla-baked.svg': {
    carrier: 'svg',
    json: { verify: { url: 'http://example.org' } },
    verify: 'http://example.org',
  },
  // The body is no JSON: that is said by whoever parses it, not hidden by reading `verify` instead.
  'mozilla-bad-json.svg': {
    carrier: 'svg',
    text: '{verify:{"url":"http://example.org"}}',
    verify: 'http://example.org',
  },
  // An empty CDATA section is no body.
  'mozilla-no-json.svg': { carrier: 'svg', text: 'http://example.org' },
}

const isPresent = existsSync(FOLDER)
if (!isPresent) console.warn(`Skipped: no corpus at ${FOLDER} (set CORPUS_DIR).`)
const files = isPresent ? readdirSync(FOLDER) : []
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, name)))

describe.runIf(isPresent)('genuine baked images', () => {
  it('are all there, with and without badges', () => {
    expect(files).toEqual(expect.arrayContaining(Object.keys(BAKED)))
    expect(files.length).toBeGreaterThan(Object.keys(BAKED).length)
  })

  it.each(Object.entries(BAKED))('%s is unbaked', (name, { carrier, text, json, verify }) => {
    const result = unbake(read(name), LIMITS)
    const keyword = carrier === 'svg' ? 'openbadges:assertion' : 'openbadges'
    expect(result).toMatchObject({ found: true, carrier, keyword, deviations: [] })
    if (!result.found) return
    expect(result.verify).toBe(verify)
    if (text !== undefined) expect(result.text).toBe(text)
    if (json !== undefined) expect(JSON.parse(result.text)).toMatchObject(json)
  })

  it.each(files.filter((name) => !(name in BAKED)))(
    '%s holds nothing, as its name says',
    (name) => {
      expect(name).toMatch(/unbaked|no-text-chunk/)
      expect(unbake(read(name), LIMITS)).toEqual({
        found: false,
        reason: { code: 'no-badge-data', params: {} },
        deviations: [],
      })
    },
  )

  it.each(files)('%s is told by its first 48 kB and its last 16 kB', (name) => {
    const bytes = read(name)
    const isBaked = name in BAKED
    expect(probeImage(bytes, true).state).toBe(isBaked ? 'badge' : 'no-badge')
    const head = probeImage(bytes.subarray(0, 200), false)
    expect(head.state === 'need-more' || head.state === 'badge').toBe(true)
    if (!isBaked) expect(probeTail(bytes.subarray(-16_384))).toBe('no-badge')
  })
})

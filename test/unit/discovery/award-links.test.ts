import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { describe, expect, it } from 'vitest'
import { AWARD_LINKS, leadsToAward } from '../../../src/discovery/award-links'
import { expectLittleWork } from '../cpu-time'

const ID = '61842971-ed83-498b-bf71-e0af10ad4648'

/** Bytes of gzip that the patterns may add to every page. */
const BUDGET = 1_100

describe('what goes into every page', () => {
  it('is the patterns alone, and small', async () => {
    const result = (await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        lib: { entry: 'src/discovery/award-links.ts', formats: ['es'], fileName: 'links' },
      },
    })) as Rolldown.RolldownOutput[]
    const code = result[0]!.output[0].code
    expect(code).toContain('openbadgepassport')
    expect(code).not.toMatch(/recognise|obversion|assertion_url|netlearning\.co/)
    expect(gzipSync(AWARD_LINKS.map(String).join('')).byteLength).toBeLessThan(BUDGET)
  })
})

describe('AWARD_LINKS', () => {
  it('take no state from one address to the next', () => {
    expect(AWARD_LINKS.filter(({ global, sticky }) => global || sticky)).toEqual([])
  })

  it.each([
    ['slashes', '/'.repeat(8_000)],
    ['folders', 'a/'.repeat(4_000)],
    ['a path that repeats', 'badges/badge.php'.repeat(500)],
    ['assertions that repeat', 'assertions/'.repeat(700)],
    ['labels', 'a.'.repeat(4_000)],
    ['ampersands', '?&hash='.repeat(1_000)],
    ['parameters', `?${'a=b&'.repeat(2_000)}`],
    ['hexadecimal', '0123456789abcdef'.repeat(500)],
  ])('judge %s in no time', async (_, text) => {
    const hosts = [
      'a.example',
      'www.openbadge-global.com',
      'x.accredible.com',
      'blob.virtualbadge.io',
    ]
    const addresses = [
      `https://${text}`,
      `https://www.linkedin.com/safety/go/?${text}`,
      ...hosts.map((host) => `https://${host}/${text}`),
    ]
    // 60 addresses of 8,000 characters: linear patterns need some 20 ms, quadratic ones seconds.
    await expectLittleWork(2, () => {
      for (let times = 0; times < 10; times++) {
        for (const address of addresses) {
          expect(AWARD_LINKS.some((pattern) => pattern.test(address))).toBe(false)
          expect(leadsToAward(`${address}#badge`)).toBe(false)
        }
      }
    })
  })
})

it.each(['cert.', 'certif'])('judge hosts of “%s” alone in no time', async (label) => {
  const address = `https://${label.repeat(8_000 / label.length)}.example/`
  // Linear: some tenths of a second. Quadratic: six seconds.
  await expectLittleWork(2, () => {
    for (let times = 0; times < 1_000; times++) expect(leadsToAward(address)).toBe(false)
  })
})

describe('leadsToAward', () => {
  it.each([
    `https://www.credly.com/badges/${ID}`,
    `https://www.linkedin.com/safety/go/?url=https%3A%2F%2Fwww.credly.com%2Fbadges%2F${ID}&trk=x`,
  ])('sees %s', (address) => {
    expect(leadsToAward(address)).toBe(true)
  })

  it.each([
    'https://www.linkedin.com/in/jane',
    'https://www.linkedin.com/safety/go/?url=https%3A%2F%2Fa.example%2F',
    'https://www.linkedin.com/safety/go/?url=%',
    `https://evil.example/safety/go/?url=https%3A%2F%2Fwww.credly.com%2Fbadges%2F${ID}`,
    '',
    'mailto:jane@a.example',
  ])('passes over %s', (address) => {
    expect(leadsToAward(address)).toBe(false)
  })
})

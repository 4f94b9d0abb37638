/** What a learner reads about how a badge fares. */
import { describe, expect, test } from 'vitest'
import type { BadgeHealth, HealthFinding, PageHealth } from '../../../src/platform/health-shapes'
import { HealthView } from '../../../src/ui/health-view'
import { healthWords, sentencesIn } from '../../../src/ui/wording'
import { reason } from '../../../src/verifier/report'
import { english } from './english'
import { readText, shown } from './shown'

const s = sentencesIn(english, 'en-GB')
const FINE: HealthFinding = { topic: 'verifies', state: 'ok', code: 'verifies' }
const badge = (...findings: HealthFinding[]): BadgeHealth => ({ id: 'b1', name: 'Go', findings })

const view = (badges: BadgeHealth[], more: Partial<PageHealth> = {}) => {
  const health = {
    ...{ host: 'jobs.example', judgedAt: '2026-11-22T12:00:00Z', knowsOwn: true },
    ...{ others: 0, notChecked: 0, badges, ...more },
  }
  return shown(<HealthView health={health} onOpen={() => undefined} />)
}

describe('the view', () => {
  test('says that all is well only where every finding is fine', () => {
    expect(readText(view([badge(FINE)]))).toContain('All is well')
    const open: HealthFinding = { topic: 'picture', state: 'unknown', code: 'picture-none' }
    expect(readText(view([badge(FINE, open)]))).not.toContain('All is well')
    expect(readText(view([badge(FINE), badge()]))).toContain('1 badge could not be checked in full')
    expect(readText(view([]))).toContain('No checked badge of this page is known to be yours')
  })

  test('puts what can be mended first, with what helps', () => {
    const html = view([
      badge(
        { topic: 'picture', state: 'unknown', code: 'picture-none' },
        { topic: 'data', state: 'look', code: 'data-stripped', host: 'awards.example' },
      ),
    ])
    expect(html.indexOf('data-topic="data"')).toBeLessThan(html.indexOf('data-topic="picture"'))
    expect(readText(html)).toMatch(/Look at this: .*awards\.example.* Open the badge and save/)
  })

  test('counts what is left out and what was not verified', () => {
    const text = readText(view([badge(FINE)], { others: 2, notChecked: 1, knowsOwn: false }))
    expect(text).toContain(
      '2 badges are left out: they name none of the identities that you entered',
    )
    expect(text).toContain('1 badge has no verdict yet')
    expect(text).toContain('entered no identities')
  })

  test('draws a hostile name as text', () => {
    expect(view([{ ...badge(FINE), name: '<img src=x onerror=alert(1)>' }])).not.toContain('<img')
  })
})

test.each<[HealthFinding, RegExp]>([
  [
    {
      topic: 'verifies',
      state: 'look',
      code: 'does-not-verify',
      reason: reason('altered', { suite: 'x' }),
    },
    /^It does not verify: \S.* Take it off/,
  ],
  [
    { topic: 'end', state: 'look', code: 'end-soon', date: '2026-12-01T00:00:00Z', days: 0 },
    /ends on .*1 December 2026.*, within 1 day\. Ask/,
  ],
  [
    {
      ...{ topic: 'descriptors', state: 'look', code: 'descriptors-missing' },
      descriptors: ['workload', 'level'],
      framework: { id: 'eu-annex-1', document: 'x' },
    },
    /^Mandatory by “.+”, and missing or unclear: .*Learner effort.* and .*Level.*\. Ask/i,
  ],
  [
    {
      ...{ topic: 'descriptors', state: 'ok', code: 'descriptors-complete' },
      framework: { id: 'of-a-later-version', document: 'Its document' },
    },
    /“Its document”/,
  ],
])('%j is said with all that it needs', (finding, expected) => {
  const { says, fix = '' } = healthWords(finding, s)
  expect(`${says} ${fix}`).toMatch(expected)
  expect(says).not.toContain('⟨missing')
})

test('for another picture the issuer has nothing to settle', () => {
  const why = reason('artwork-differs')
  const { says, fix } = healthWords(
    { topic: 'verifies', state: 'look', code: 'needs-picture', reason: why },
    s,
  )
  expect(says).toContain('A stranger is told to look closer')
  expect(fix).toContain('Show the issuer’s picture')
})

test('no remedy is named that changes nothing', () => {
  const drawing: HealthFinding = {
    topic: 'picture',
    state: 'unknown',
    code: 'picture-not-compared',
  }
  expect(healthWords(drawing, s).fix).toContain('Verify it again')
  expect(healthWords({ ...drawing, isFinal: true }, s)).toEqual({
    says: 'The picture could not be compared with the issuer’s.',
  })
})

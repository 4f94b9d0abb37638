import { expect, test, vi } from 'vitest'
import type { BadgeSummary, PageState } from '../../../src/platform/messages'
import type { Verdict } from '../../../src/verifier/report'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { isWorthAsking, versionOf } = await import('../../../src/pages/page-profile')

function page(...verdicts: (Verdict | 'found')[]): PageState {
  const badges = verdicts.map((verdict, index): BadgeSummary => {
    const badge = { id: `b${index}`, kind: 'image' as const, url: 'https://a.example/', hosts: [] }
    return verdict === 'found'
      ? { ...badge, state: 'found', verdict: 'authentic' }
      : { ...badge, state: 'done', verdict, reportId: `r${index}` }
  })
  return {
    ...{ tabId: 1, host: 'jobs.example', access: 'ok', private: false, badges },
    consent: {
      ...{ mode: 'click', everywhere: 'click', isFixed: false },
      settledBy: { is: 'preset' },
    },
  }
}

test('there is something to add up where two badges hold', () => {
  expect(isWorthAsking(page('trusted', 'authentic', 'invalid'))).toBe(true)
})

test.each([
  [['trusted', 'invalid', 'attention', 'unverifiable']],
  // A first look says `authentic`, and nothing was verified yet.
  [['found', 'found', 'trusted']],
] as const)('there is nothing to add up in %j', (verdicts) => {
  expect(isWorthAsking(page(...verdicts))).toBe(false)
})

test('it is asked for again when a verdict changes, and not when a host is asked', () => {
  const before = page('trusted', 'authentic', 'found')
  expect(versionOf(page('trusted', 'attention', 'found'))).not.toBe(versionOf(before))
  expect(versionOf(page('trusted', 'authentic', 'invalid'))).not.toBe(versionOf(before))
  const [first, ...others] = before.badges
  const asking = { ...before, badges: [{ ...first!, hosts: ['issuer.example'] }, ...others] }
  expect(versionOf(asking)).toBe(versionOf(before))
})

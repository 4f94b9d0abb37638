/** What every badge of the demo tells before anybody may be asked. */
import { describe, expect, test } from 'vitest'
import { verifyBadge } from '../../src/verifier/index'
import { demoFixtures } from '../fixtures/index'
import { listsOverTheWeb } from '../fixtures/lists-over-the-web'
import { servedFetch } from '../fixtures/served-fetch'

const { badges, web } = await demoFixtures()
const asked: string[] = []
const NOW = new Date('2026-01-15T12:00:00Z')

describe('before consent', () => {
  test.each(badges.map((badge) => [badge.id, badge] as const))('%s', async (id, badge) => {
    const report = await verifyBadge(
      { bytes: badge.file, url: badge.url },
      {
        fetch: servedFetch(web, asked),
        now: () => NOW,
        ask: () => Promise.resolve(false),
        trustedLists: listsOverTheWeb(NOW),
      },
    )
    expect(asked, 'nobody is asked').toEqual([])
    if (badge.hosts.length === 0) expect(report.reason).toBe(badge.expected.reason)
    else if (report.verdict !== 'invalid') {
      expect(report.needs.length, `${id} says whom it would ask`).toBeGreaterThan(0)
      expect(['unverifiable', 'attention']).toContain(report.verdict)
    }
  })
})

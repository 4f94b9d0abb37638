/** Every badge of the demo, judged by our verifier over what the demo's hosts publish. */
import { describe, expect, test } from 'vitest'
import { demoFixtures } from '../fixtures/index'
import { HOLDER, OTHER_PERSON } from '../fixtures/people'
import { listsOverTheWeb } from '../fixtures/lists-over-the-web'
import { servedFetch } from '../fixtures/served-fetch'
import { decodePng } from '../../src/cli/decode-png'
import { verifyBadge, type VerificationReport } from '../../src/verifier/index'

const { badges, web } = await demoFixtures()
const NOW = new Date('2026-01-15T12:00:00Z')
const world = { now: () => NOW, decodePicture: decodePng }

test('there are at least fourteen badges, and every verdict', () => {
  expect(badges.length).toBeGreaterThanOrEqual(14)
  expect(new Set(badges.map(({ expected }) => expected.verdict))).toEqual(
    new Set(['trusted', 'authentic', 'attention', 'invalid', 'unverifiable', 'none']),
  )
})

describe('verdicts', () => {
  test.each(badges.map((badge) => [badge.id, badge] as const))('%s', async (id, badge) => {
    const asked: string[] = []
    const report = await judge(id, { asked })
    expect(
      { verdict: report.verdict, reason: report.reason },
      JSON.stringify(report.checks),
    ).toEqual(badge.expected)
    const hosts = new Set(asked.map((url) => new URL(url).host))
    expect([...hosts].sort()).toEqual([...badge.hosts].sort())
  })
})

describe('whose it is', () => {
  test('a badge of the holder matches', async () => {
    const report = await judge('hosted-good', { recipients: [HOLDER.email] })
    expect(report).toMatchObject({ verdict: 'authentic', holder: 'matches' })
  })

  test('a badge of somebody else differs', async () => {
    const report = await judge('hosted-other-person', { recipients: [HOLDER.email] })
    expect(report).toMatchObject({ verdict: 'attention', holder: 'differs' })
  })

  test('and matches that somebody', async () => {
    const report = await judge('hosted-other-person', { recipients: [OTHER_PERSON.email] })
    expect(report).toMatchObject({ verdict: 'authentic', holder: 'matches' })
  })

  test.each(['did-key', 'jwt-good', 'jwt-frame', 'signed-good'])('%s matches', async (id) => {
    const report = await judge(id, { recipients: [HOLDER.email.toUpperCase()] })
    expect(report.holder).toBe('matches')
  })
})

test('Japanese text survives baking', async () => {
  const report = await judge('japanese', {})
  expect(Object.values(report.credential?.achievements[0]?.name ?? {})).toEqual([
    '食品安全マネジメント基礎',
  ])
})

function judge(
  id: string,
  { asked = [], recipients }: { asked?: string[]; recipients?: string[] },
): Promise<VerificationReport> {
  const badge = badges.find((each) => each.id === id)
  if (!badge) throw new Error(`No badge ${id} in the fixtures`)
  const trustedLists = listsOverTheWeb(NOW)
  return verifyBadge(
    { bytes: badge.file, url: badge.url },
    {
      ...world,
      trustedLists,
      fetch: servedFetch(web, asked),
      ...(recipients ? { recipients } : {}),
    },
  )
}

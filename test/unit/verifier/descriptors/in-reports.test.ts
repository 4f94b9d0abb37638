import { describe, expect, it } from 'vitest'
import { assertion, badge, BADGE, ISSUER, site, verify } from '../formats/open-badges-2-site'
import { GRAND_UNIVERSITY, STRANGER } from '../../../fixtures/issuers'
import { credential } from '../../../fixtures/open-badges-3'
import { servedFetch } from '../../../fixtures/served-fetch'
import { signDataIntegrity } from '../../../fixtures/signing'
import { verifyBadge } from '../../../../src/verifier'
import type { VerificationReport } from '../../../../src/verifier/report'
import { ENGLISH } from './criteria-texts'

const FRAMEWORKS = ['eu-annex-1', 'jv-campus', 'quality-criteria']

const ids = ({ descriptors }: VerificationReport) =>
  descriptors?.map(({ framework }) => framework.id)

const judge = (document: object | string) => {
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  return verifyBadge(
    { text },
    { fetch: servedFetch(new Map(), []), now: () => new Date('2026-01-15') },
  )
}

describe('the tables of a report', () => {
  it('are filled from what the host serves of a hosted badge', async () => {
    const hosted = { ...badge, criteria: { narrative: ENGLISH } }
    const report = await verify(assertion, { ...site, [BADGE]: hosted })
    expect(report.verdict).toBe('authentic')
    expect(ids(report)).toEqual(FRAMEWORKS)
    const [table] = report.descriptors ?? []
    expect(table?.rows.find(({ descriptor }) => descriptor === 'assessment-type')?.values).toEqual([
      {
        text: 'project report and oral exam',
        kind: 'text',
        source: { place: 'criteria', section: 5 },
      },
    ])
  })

  it.each([
    [
      'BadgeClass',
      {
        '@context': 'https://w3id.org/openbadges/v2',
        ...{ type: 'BadgeClass', id: BADGE, name: 'Data', description: 'Explains data' },
        ...{ image: 'https://issuer.example/b.png', issuer: ISSUER },
        criteria: { narrative: ENGLISH },
      },
    ],
    [
      'Achievement',
      {
        '@context': 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        ...{ type: ['Achievement'], id: BADGE, name: 'Data', description: 'Explains data' },
        criteria: { narrative: ENGLISH },
      },
    ],
  ])(
    'are filled for a %s alone, and ask nothing of it that only an award says',
    async (_, json) => {
      const report = await judge(json)
      expect(report).toMatchObject({ kind: 'badge-class', verdict: 'unverifiable' })
      expect(report.levels?.levels).toEqual([6])
      const [table] = report.descriptors ?? []
      const row = (id: string) => table?.rows.find(({ descriptor }) => descriptor === id)
      expect(row('assessment-type')?.values[0]?.text).toBe('project report and oral exam')
      for (const id of ['learner-identification', 'date-of-issuing'])
        expect(row(id)).toMatchObject({ state: 'missing', notes: ['of-awards'] })
      const awarded = await judge({
        ...credential({ slug: 'a', name: 'A', description: 'B' }, STRANGER),
      })
      expect(table?.completeness.of).toBeLessThan(awarded.descriptors?.[0]?.completeness.of ?? 0)
    },
  )

  it('are not there for a profile alone', async () => {
    const report = await judge({
      '@context': 'https://w3id.org/openbadges/v2',
      ...{ type: 'Issuer', id: ISSUER, name: 'University' },
    })
    expect(report).toMatchObject({ kind: 'profile' })
    expect(report).not.toHaveProperty('descriptors')
  })

  it('are there whatever the verdict is, since they are the word of the badge', async () => {
    const achievement = { slug: 'tables', name: 'Data', description: 'Explains data' }
    const own = await signDataIntegrity(credential(achievement, STRANGER), STRANGER)
    const altered = { ...own, name: 'Another' }
    const forged = credential(achievement, GRAND_UNIVERSITY)
    for (const [document, verdict] of [
      [own, 'authentic'],
      [altered, 'invalid'],
      [forged, 'unverifiable'],
    ] as const) {
      const report = await judge(document)
      expect([report.verdict, ids(report)]).toEqual([verdict, FRAMEWORKS])
    }
  })

  it('are not there where nothing of the badge could be obtained', async () => {
    const report = await verify(assertion, {})
    expect(report.verdict).toBe('unverifiable')
    expect(report).not.toHaveProperty('descriptors')
  })

  it('say of a missing issuer that it was not read', async () => {
    const { [ISSUER]: _, ...others } = site
    const report = await verify(assertion, others)
    const rows = report.descriptors?.[0]?.rows
    expect(rows?.find(({ descriptor }) => descriptor === 'issuer-country')).toMatchObject({
      state: 'missing',
      notes: ['issuer-not-read', 'criteria-unstructured'],
    })
  })

  it.each([
    ['text that is no badge', 'Hello'],
    ['JSON about something else', { hello: 'world' }],
    ['an endorsement', { type: ['VerifiableCredential', 'EndorsementCredential'] }],
  ])('are not there for %s', async (_, document) => {
    expect(await judge(document)).not.toHaveProperty('descriptors')
  })

  it('change nothing about the verdict, however little a badge says', async () => {
    const full = { ...badge, criteria: { narrative: ENGLISH } }
    const bare = { ...badge, criteria: { narrative: '.' } }
    const [one, other] = await Promise.all(
      [full, bare].map((hosted) => verify(assertion, { ...site, [BADGE]: hosted })),
    )
    expect(one?.reasons).toEqual(other?.reasons)
    expect(one?.descriptors).not.toEqual(other?.descriptors)
  })
})

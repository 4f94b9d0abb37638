import { describe, expect, test } from 'vitest'
import type { ListedIssuer, TrustList } from '../../../../src/verifier/environment'
import { listingsOf, type IssuerInQuestion } from '../../../../src/verifier/issuers/listing'

const ID = 'did:web:college.example'
const AUDITED: ListedIssuer = {
  ...{ id: ID, name: 'Example College' },
  ...{ auditor: 'Quality Agency', standard: 'ESG 2015' },
  ...{ validFrom: '2025-01-01', validUntil: '2026-06-30' },
}

const list = (...issuers: ListedIssuer[]): TrustList => ({
  id: 'https://quality.example/list.json',
  name: 'Providers',
  issuers,
})

function ask(entry: Partial<ListedIssuer>, question: Partial<IssuerInQuestion> = {}) {
  const issuer = { id: ID, achievements: [], now: new Date('2026-06-01T12:00:00Z'), ...question }
  return listingsOf(issuer, list({ ...AUDITED, ...entry })).map(({ vouches, reason }) => [
    vouches,
    reason.code,
  ])
}

const at = (now: string) => ({ now: new Date(now) })

test('says who audited the issuer, against what and until when', () => {
  const issuer = { id: ID, achievements: [], ...at('2026-06-01T12:00:00Z') }
  expect(listingsOf(issuer, list(AUDITED))).toMatchObject([
    {
      vouches: true,
      reason: {
        params: {
          ...{ name: 'Example College', list: 'Providers', source: 'quality.example' },
          ...{ auditor: 'Quality Agency', standard: 'ESG 2015', until: '2026-06-30' },
        },
      },
    },
  ])
})

describe('the dates of a listing', () => {
  test.each([
    ['2024-12-31T23:59:59.999Z', false, 'issuer-listing-not-begun'],
    ['2025-01-01T00:00:00Z', true, 'issuer-listed'],
    // valid until a day is valid on that day
    ['2026-06-30T23:59:59.999Z', true, 'issuer-listed'],
    ['2026-07-01T00:00:00Z', false, 'issuer-listing-ended'],
  ])('at %s: %s', (now, vouches, code) => {
    expect(ask({}, at(now))).toEqual([[vouches, code]])
  })

  test('that nobody can read vouch for nothing', () => {
    expect(ask({ validUntil: 'for ever' })).toEqual([[false, 'issuer-listing-ended']])
    expect(ask({ validFrom: 'always' })).toEqual([[false, 'issuer-listing-not-begun']])
  })

  test('of an earlier audit do not take away the present one', () => {
    const earlier = { ...AUDITED, validFrom: '2020-01-01', validUntil: '2024-12-31' }
    const issuer = { id: ID, achievements: [], ...at('2026-06-01T12:00:00Z') }
    const found = listingsOf(issuer, list(earlier, AUDITED))
    expect(found.map(({ vouches }) => vouches)).toEqual([false, true])
  })
})

describe('a listing with a scope', () => {
  const NURSING = { id: 'https://college.example/achievements/nursing', achievementType: 'Course' }
  const DEGREE = { id: 'https://college.example/achievements/law', achievementType: 'Degree' }
  const NO: unknown = [[false, 'issuer-listing-other-scope']]
  const YES: unknown = [[true, 'issuer-listed']]
  const byType = { achievementTypes: ['Course'] }
  const byId = { achievements: ['https://COLLEGE.example/achievements/nursing'] }

  test.each([
    [byType, [NURSING], YES],
    [byType, [DEGREE], NO],
    [byId, [NURSING], YES],
    [byId, [DEGREE], NO],
    // both given: both must hold
    [{ ...byType, ...byId }, [NURSING], YES],
    [{ ...byType, ...byId }, [{ ...NURSING, achievementType: 'Degree' }], NO],
    [{ ...byType, ...byId }, [{ ...NURSING, id: 'https://college.example/other' }], NO],
    // one covered achievement does not carry another
    [byType, [NURSING, DEGREE], NO],
    // nothing that could be compared
    [byType, [], NO],
    [byType, [{}], NO],
    [byId, [{ achievementType: 'Course' }], NO],
    // exact: no case, path or prefix
    [byType, [{ achievementType: 'course' }], NO],
    [byType, [{ achievementType: 'CourseOfNothing' }], NO],
    [byId, [{ id: `${NURSING.id}/2` }], NO],
    [{ achievementTypes: [] }, [{}], NO],
    [{ achievements: [''] }, [{}], NO],
    [{ achievementTypes: ['constructor'] }, [NURSING], NO],
  ])('%j for %j', (scope, achievements, expected) => {
    expect(ask({ scope }, { achievements })).toEqual(expected)
  })
})

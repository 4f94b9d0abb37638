import { describe, expect, it } from 'vitest'
import type {
  Criteria,
  TrustedServiceList,
} from '../../../../src/verifier/trusted-lists/trusted-lists'
import { trustedLists } from '../../../fixtures/seals'
import { codesOf, isTrusted, judge } from './judge'

/** The seal of the fixtures, whose certificate has no policies; the list takes this from some certificates. */
async function judgeExcepting(takes: string, from: Criteria) {
  const usual = await (
    await trustedLists()
  ).ofCountry('EE', { get: () => Promise.reject(new Error()) })
  if (!('list' in usual)) throw new Error('expected a list')
  const list: TrustedServiceList = structuredClone(usual.list)
  for (const { states } of list.services)
    for (const state of states) state.exceptions = [{ takes, from }]
  return judge({}, { lists: await trustedLists({ EE: { list } }) })
}

const MET: Criteria = { none: [{ policies: ['1.2.3'] }] }
const NOT_MET: Criteria = { policies: ['1.2.3'] }

describe('a trusted list that takes something from certificates', () => {
  it.each(['NotQualified', 'QCForESig', 'QCForWSA'])('takes their seals with %s', async (takes) => {
    const found = await judgeExcepting(takes, MET)
    expect(found).toMatchObject({ authenticity: 'holds', seal: { level: 'advanced' } })
    expect(found.seal).not.toHaveProperty('trustedList')
    expect(isTrusted(found)).toBe(false)
    expect(codesOf(found, 'trusted-list')).toEqual(['trusted-list-excepts'])
  })

  it.each(['NotQualified', 'critical-extension'])(
    'makes a seal unknown where nobody can tell whether it is one of them: %s',
    async (takes) => {
      const found = await judgeExcepting(takes, 'unread')
      expect(found.seal?.level).toBe('advanced')
      expect(isTrusted(found)).toBe(false)
      expect(codesOf(found, 'trusted-list')).toEqual(['trusted-list-may-except'])
    },
  )

  it('leaves those alone that do not meet its criteria', async () => {
    const found = await judgeExcepting('NotQualified', NOT_MET)
    expect(found.seal?.level).toBe('qualified')
    expect(codesOf(found, 'trusted-list')).toEqual(['trusted-list-qualified'])
  })

  it.each<[string, Criteria]>([
    ['QCNoQSCD', MET],
    ['QCNoSSCD', 'unread'],
  ])('counts no device that it takes, or may take: %s', async (takes, from) => {
    const found = await judgeExcepting(takes, from)
    expect(found.seal?.level).toBe('advanced-qualified-certificate')
    expect(codesOf(found, 'trusted-list')).toEqual(['trusted-list-excepts-device'])
  })
})

import { describe, expect, test, vi } from 'vitest'
import { finder, plain, wordsOf } from '../../../../src/background/history/search-words'
import type { VerificationReport } from '../../../../src/verifier/report'
import { expectLittleWork } from '../../cpu-time'

vi.mock('webextension-polyfill', () => ({ default: {} }))

const report = (name: string, more: object = {}) =>
  ({
    kind: 'credential',
    issuer: { id: 'https://uni.example/issuer', standing: 'unknown', claimedName: 'École Métiers' },
    reasons: [{ code: 'issuer-listed', params: { name: 'Registered School', list: 'L' } }],
    alignments: [{ kind: 'esco', name: { en: 'perform data analysis' }, code: 'S2.7' }],
    credential: { achievements: [{ name: { en: name, ja: '食品安全' }, tags: ['Statistik'] }] },
    ...more,
  }) as unknown as VerificationReport

const finds = (query: string, text: string) => finder(query)(plain(text))

describe('what one types finds what somebody else has written', () => {
  test.each([
    ['ecole', 'École Métiers'],
    ['ÉCOLE metiers', 'ecole métiers'],
    ['ＤＡＴＡ', 'Data'],
    ['ﾃﾞｰﾀ', 'データ'],
    ['zurich', 'Zu\u0308rich'],
    ['  two   words ', 'words in two places'],
    ['ada', '\u202Eada'],
    ['', 'anything'],
  ])('%j finds %j', (query, text) => {
    expect(finds(query, text)).toBe(true)
  })

  test('all of the words, and no others', () => {
    expect(finds('data school', 'Data analysis')).toBe(false)
    expect(finder('data revoked')(plain('Data'), plain('Revoked'))).toBe(true)
  })
})

test('a badge is found by its names, issuer, skills and host', () => {
  const words = wordsOf(report('Data Analysis'), 'jobs.example')
  for (const query of [
    ...['data analysis', '食品', 'école', 'uni.example', 'registered', 'perform', 'S2.7'],
    ...['statistik', 'jobs.example'],
  ])
    expect(finder(query)(words), query).toBe(true)
})

test('a badge with endless names is found by the first of them, at no great cost', async () => {
  const achievements = Array.from({ length: 20_000 }, (_, index) => ({
    ...{ name: { en: `${'e\u0301'.repeat(500)} ${index}` }, tags: [] },
  }))
  await expectLittleWork(4, () => {
    expect(wordsOf(report('', { credential: { achievements } }), 'x').length).toBeLessThan(3_001)
  })
  const lines = Array.from({ length: 5_000 }, (_, index) => plain(`Badge ${index} `.repeat(100)))
  await expectLittleWork(2, () => {
    expect(lines.filter((words) => finder('badge 4999')(words))).not.toEqual([])
  })
})

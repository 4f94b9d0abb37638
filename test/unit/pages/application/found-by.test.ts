import { expect, test } from 'vitest'
import type { BadgeSummary } from '../../../../src/platform/messages'
import { isFoundBy } from '../../../../src/pages/application/found-by'
import { sentencesIn } from '../../../../src/ui/wording'
import { english } from '../../ui/english'

const s = sentencesIn(english, 'en')
const badge = (fields: Partial<BadgeSummary>): BadgeSummary => ({
  ...{ id: 'b1', kind: 'image', url: 'https://jobs.example/b.png', state: 'done', hosts: [] },
  ...fields,
})
const economy = badge({
  name: 'Economía circular',
  issuer: { standing: 'unknown', id: 'https://school.example/', claimedName: 'Some School' },
})

test('all words must be there, in name or issuer', () => {
  expect(isFoundBy(economy, 'circular school', s)).toBe(true)
  expect(isFoundBy(economy, 'circular college', s)).toBe(false)
})

test('case, accents and widths do not matter', () => {
  expect(isFoundBy(economy, 'ECONOMIA', s)).toBe(true)
  expect(isFoundBy(badge({ name: 'ＡＢＣ 食品' }), 'abc 食品', s)).toBe(true)
})

test('nothing typed finds everything', () => {
  expect(isFoundBy(badge({}), '', s)).toBe(true)
  expect(isFoundBy(badge({}), '   ', s)).toBe(true)
})

test('what is typed is a text and no pattern', () => {
  expect(isFoundBy(badge({ name: 'abc' }), '.*', s)).toBe(false)
  expect(isFoundBy(badge({ name: 'C++ (advanced)' }), 'c++ (', s)).toBe(true)
})

test('a name without a name is found by where it lies', () => {
  expect(isFoundBy(badge({}), 'jobs.example', s)).toBe(true)
})

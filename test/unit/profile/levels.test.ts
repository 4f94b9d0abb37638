import { expect, test } from 'vitest'
import type { ProfileSource } from '../../../src/profile/awards'
import { summariseProfile } from '../../../src/profile/summarise-profile'
import { badge, eqfAlignment } from './some-badge'

const levelsOf = async (...sources: ProfileSource[]) => {
  const { trusted, contradictions } = await summariseProfile(sources)
  return { ...trusted.levels, contradictions }
}

test('levels have a highest, a lowest and the badges of each', async () => {
  expect(
    await levelsOf(
      badge('a', { eqf: 6 }),
      badge('b', { eqf: 5 }),
      badge('c', { eqf: 6 }),
      badge('d'),
    ),
  ).toEqual({
    ...{ lowest: 5, highest: 6, none: ['d'], contradictions: [] },
    byLevel: [
      { level: 5, badges: ['b'] },
      { level: 6, badges: ['a', 'c'] },
    ],
  })
})

test('of two levels of one badge only the lower counts, and the contradiction is named', async () => {
  const alignments = [eqfAlignment(5), eqfAlignment(8)]
  const { highest, contradictions } = await levelsOf(badge('a', { achievement: { alignments } }))
  expect(highest).toBe(5)
  expect(contradictions).toEqual([{ code: 'levels-differ', levels: [5, 8], badges: ['a'] }])
})

test('of two levels of one achievement in two badges, too', async () => {
  const same = { achievements: [{ id: 'urn:achievement:a' }] }
  const { highest, contradictions } = await levelsOf(
    badge('a', { eqf: 5 }),
    badge('b', { eqf: 7, ...same }),
  )
  expect(highest).toBe(5)
  expect(contradictions).toEqual([{ code: 'levels-differ', levels: [5, 7], badges: ['a', 'b'] }])
})

test('several achievements of one badge may be of several levels', async () => {
  const { byLevel, contradictions } = await levelsOf(
    badge('a', {
      achievements: [
        { id: 'urn:1', alignments: [eqfAlignment(5)] },
        { id: 'urn:2', alignments: [eqfAlignment(6)] },
      ],
    }),
  )
  expect(byLevel.map(({ level }) => level)).toEqual([5, 6])
  expect(contradictions).toEqual([])
})

test.each([0, 9, 6.5, -1, 800])('EQF %s is no level', async (eqf) => {
  const { highest, contradictions } = await levelsOf(badge('a', { eqf: 4 }), badge('b', { eqf }))
  expect(highest).toBe(4)
  expect(contradictions).toEqual([{ code: 'level-out-of-range', badges: ['b'] }])
})

import { describe, expect, test } from 'vitest'
import type { ProfileSource } from '../../../src/profile/awards'
import { summariseProfile } from '../../../src/profile/summarise-profile'
import { badge } from './some-badge'

const creditOf = async (...sources: ProfileSource[]) => {
  const { trusted, contradictions } = await summariseProfile(sources)
  return { ...trusted.credit, contradictions }
}
const exactly = (amount: number) => ({ from: amount, to: amount })
/** Another award of the achievement of the badge `a`. */
const again = (id: string, facts = {}) =>
  badge(id, { achievements: [{ id: 'urn:achievement:a' }], ...facts })

describe('one achievement', () => {
  test('that was awarded twice counts once, and the overlap is named', async () => {
    const { ects, overlaps, contradictions } = await creditOf(
      badge('a', { ects: 3 }),
      again('a2', { ects: 3 }),
    )
    expect(ects).toEqual(exactly(3))
    expect(overlaps).toEqual([
      {
        kind: 'same-achievement',
        badges: ['a', 'a2'],
        counted: exactly(3),
        notCounted: exactly(3),
      },
    ])
    expect(contradictions).toEqual([])
  })

  test('with two numbers counts the lower, and the contradiction is named', async () => {
    const { ects, contradictions } = await creditOf(
      badge('a', { ects: 3 }),
      again('a2', { ects: 300 }),
    )
    expect(ects).toEqual(exactly(3))
    expect(contradictions).toEqual([{ code: 'workloads-differ', badges: ['a', 'a2'] }])
  })

  test('of the same id by another issuer is another', async () => {
    const { ects, overlaps } = await creditOf(
      badge('a', { ects: 3 }),
      again('b', { ects: 4, issuer: 'did:web:college.example' }),
    )
    expect(ects).toEqual(exactly(7))
    expect(overlaps).toEqual([])
  })

  test('is known by its name where it has no id, and by nothing else than itself without either', async () => {
    const named = { achievements: [{}], ects: 3, achievement: { name: { en: 'Welding' } } }
    expect((await creditOf(badge('a', named), badge('b', named))).ects).toEqual(exactly(3))
    const blank = { achievements: [{}], ects: 3, achievement: { name: {} } }
    expect((await creditOf(badge('a', blank), badge('b', blank))).ects).toEqual(exactly(6))
  })

  test('in a badge that contradicts itself counts the lower', async () => {
    const criteria = { narrative: { en: 'Workload: 30 ECTS\nLevel: EQF 6' } }
    const { ects, contradictions } = await creditOf(
      badge('a', { ects: 3, achievement: { criteria } }),
    )
    expect(ects).toEqual(exactly(3))
    expect(contradictions).toEqual([{ code: 'workloads-differ', badges: ['a'] }])
  })
})

describe('stacked badges', () => {
  const stack = {
    achievement: { related: [{ id: 'urn:achievement:a' }, { id: 'urn:achievement:b' }] },
  }

  test('count once: the whole, not its parts as well', async () => {
    const { ects, overlaps } = await creditOf(
      badge('a', { ects: 3 }),
      badge('b', { ects: 4 }),
      badge('whole', { ects: 7, ...stack }),
      badge('other', { ects: 1 }),
    )
    expect(ects).toEqual(exactly(8))
    expect(overlaps).toEqual([
      {
        kind: 'related',
        badges: ['a', 'b', 'whole'],
        counted: exactly(7),
        notCounted: exactly(7),
      },
    ])
  })

  test('that are related in a circle, or to themselves, count once', async () => {
    const to = (id: string) => ({ related: [{ id: `urn:achievement:${id}` }] })
    const { ects } = await creditOf(
      badge('a', { ects: 3, achievement: to('b') }),
      badge('b', { ects: 3, achievement: to('a') }),
      badge('c', { ects: 1, achievement: to('c') }),
    )
    expect(ects).toEqual(exactly(4))
  })

  test('the whole of a badge with several achievements is not added to them', async () => {
    const { ects } = await creditOf(
      badge('a', {
        achievements: [
          { id: 'urn:1', extensions: [{ type: 'ECTS', values: { ECTS: 2 } }] },
          { id: 'urn:2', extensions: [{ type: 'ECTS', values: { ECTS: 2 } }] },
        ],
        credential: { extensions: [{ type: 'ECTS', values: { ECTS: 4 } }] },
      }),
    )
    expect(ects).toEqual(exactly(4))
  })

  test('hours of the whole are not added to the credits of its achievements', async () => {
    const { ects, hours } = await creditOf(
      badge('a', {
        ...{ ects: 2, achievements: [{ id: 'urn:1' }, { id: 'urn:2' }] },
        credential: { extensions: [{ type: 'StudyLoad', values: { StudyLoad: 110 } }] },
      }),
    )
    expect([ects, hours]).toEqual([exactly(4), undefined])
  })

  test('several achievements of one badge are added', async () => {
    const { ects } = await creditOf(
      badge('a', { ects: 2, achievements: [{ id: 'urn:1' }, { id: 'urn:2' }] }),
    )
    expect(ects).toEqual(exactly(4))
  })

  test('a badge that nobody vouches for takes nothing from one that somebody does', async () => {
    const { ects } = await creditOf(
      badge('a', { ects: 3 }),
      badge('b', { ects: 4 }),
      badge('x', { verdict: 'authentic', ects: 7, ...stack }),
    )
    expect(ects).toEqual(exactly(7))
  })
})

describe('hours', () => {
  test('are never made into credits, nor added where credits are stated', async () => {
    const { ects, hours, none } = await creditOf(
      badge('a', { ects: 3, hours: 80 }),
      badge('b', { hours: 45 }),
      badge('c'),
    )
    expect(ects).toEqual(exactly(3))
    expect(hours).toEqual(exactly(45))
    expect(none).toEqual(['c'])
  })

  test('that the credits cannot mean are a contradiction', async () => {
    const { contradictions } = await creditOf(badge('a', { ects: 3, hours: 10 }))
    expect(contradictions).toEqual([{ code: 'workloads-differ', badges: ['a'] }])
  })
})

describe('numbers that are none', () => {
  test.each([-3, 0, Number.NaN, Number.POSITIVE_INFINITY, 1e300, 5_000, '3', [3], {}, null])(
    '%s ECTS adds nothing',
    async (ects) => {
      const credit = await creditOf(badge('a', { ects: 2 }), badge('b', { ects }))
      expect(credit.ects).toEqual(exactly(2))
    },
  )

  test('are said to be out of range', async () => {
    const { contradictions } = await creditOf(badge('a', { ects: -3 }))
    expect(contradictions).toEqual([{ code: 'workload-out-of-range', badges: ['a'] }])
  })
})

test('fractions add up as people add them', async () => {
  const { ects } = await creditOf(badge('a', { ects: 0.1 }), badge('b', { ects: 0.2 }))
  expect(ects).toEqual(exactly(0.3))
})

test('a range stays one in the sum', async () => {
  const criteria = { narrative: { en: 'Workload: 3-4 ECTS\nLevel: EQF 6' } }
  const { ects } = await creditOf(
    badge('a', { achievement: { criteria } }),
    badge('b', { ects: 2 }),
  )
  expect(ects).toEqual({ from: 5, to: 6 })
})

test('credits of a system that is not named are not added up', async () => {
  const { ects, otherCredits, none } = await creditOf(
    badge('a', { achievement: { creditsAvailable: 12 } }),
  )
  expect(ects).toBeUndefined()
  expect([otherCredits, none]).toEqual([['a'], []])
})

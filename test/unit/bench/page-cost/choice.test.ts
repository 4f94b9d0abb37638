import { describe, expect, test } from 'vitest'
import { MOVING, STILL } from '../../../bench/page-cost/cases'
import { readChoice } from '../../../bench/page-cost/choice'

describe('what of the bench is measured', () => {
  test('is all of it, three times, where nothing is said', () => {
    const { parts, runs, takes } = readChoice([])
    expect([parts, runs]).toEqual([[], 3])
    expect([...STILL, ...MOVING].filter((shape) => !takes(shape))).toEqual([])
  })

  test('is one case of those that have a budget', () => {
    const args = ['still', '--elements=10000', '--images=20', '--runs=1']
    const { parts, runs, takes } = readChoice(args)
    expect([parts, runs]).toEqual([['still'], 1])
    expect(STILL.filter(takes)).toEqual([{ elements: 10_000, images: 20 }])
  })

  test('is one motion', () => {
    expect(MOVING.filter(readChoice(['moving', '--motion=animation']).takes)).toMatchObject([
      { motion: 'animation' },
    ])
  })

  test('of no images is not of any number of them', () => {
    const chosen = STILL.filter(readChoice(['--images=0']).takes)
    expect(chosen.map(({ images }) => images)).toEqual([0, 0, 0])
  })
})

test.each([['--runs=0'], ['--runs=-1'], ['--elements=many'], ['--motion=fast'], ['--size=1']])(
  '%s is refused',
  (argument) => {
    expect(() => readChoice([argument])).toThrow(/--|motion/)
  },
)

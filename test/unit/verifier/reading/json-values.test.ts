import { describe, expect, it } from 'vitest'
import {
  asDate,
  asId,
  asNode,
  asNumber,
  asSet,
  asString,
  asText,
} from '../../../../src/verifier/reading/json-values'
import type { JsonValue } from '../../../../src/verifier/verification'
import { expectLittleWork } from '../../cpu-time'

/** What RDF cannot tell apart is read alike: nothing is hidden in a list. */

it.each<[JsonValue | undefined, string | undefined]>([
  ['Failed', 'Failed'],
  [['Failed'], 'Failed'],
  [[null, 'Failed', 'Failed'], 'Failed'],
  [{ '@value': 'Failed', '@language': 'en' }, 'Failed'],
  [['Failed', 'Completed'], undefined],
  [[['Failed']], undefined],
  [{ '@value': 1 }, undefined],
  [1, undefined],
  [true, undefined],
  ['', undefined],
  [[], undefined],
  [null, undefined],
  [undefined, undefined],
])('the string in %j is %j', (value, expected) => {
  expect(asString(value)).toBe(expected)
})

describe('numbers', () => {
  it.each<[JsonValue, number | undefined]>([
    [0, 0],
    [-0, 0],
    ['0', 0],
    ['1.5E0', 1.5],
    ['-2.50', -2.5],
    [[3], 3],
    [['3', null], 3],
    [[1, 2], undefined],
    ['', undefined],
    [' 1', undefined],
    ['0x10', undefined],
    ['1e999', undefined],
    ['Infinity', undefined],
    [true, undefined],
    [null, undefined],
  ])('in %j: %j', (value, expected) => {
    expect(asNumber(value)).toBe(expected)
  })

  it('that never end are looked at once', async () => {
    await expectLittleWork(1, () => {
      expect(asNumber(`${'1'.repeat(1_000_000)}x`)).toBeUndefined()
    })
  })
})

it.each<[JsonValue | undefined, string | undefined]>([
  ['2020', '2020'],
  // An end that nobody can read is no missing end.
  [['2020'], '["2020"]'],
  [['2020', '2030'], '["2020","2030"]'],
  [[['2020']], '[["2020"]]'],
  [2020, '2020'],
  ['', ''],
  [null, undefined],
  [[null], '[null]'],
  [undefined, undefined],
])('the date in %j is %j', (value, expected) => {
  expect(asDate(value)).toBe(expected)
})

it.each<[JsonValue | undefined, Record<string, string> | undefined]>([
  ['Baker', { und: 'Baker' }],
  [
    { en: 'Baker', de: 'Bäcker' },
    { en: 'Baker', de: 'Bäcker' },
  ],
  [{ en: ['Baker'] }, { en: 'Baker' }],
  [{ en: [null, 'Baker', 'Pastry cook'] }, { en: 'Baker' }],
  [[{ '@value': 'Baker', '@language': 'en' }, 'Bäcker'], { en: 'Baker', und: 'Bäcker' }],
  [{ en: [], de: 7, fr: [['Boulanger']] }, undefined],
  [[], undefined],
  [undefined, undefined],
])('the text in %j is %j', (value, expected) => {
  expect(asText(value)).toEqual(expected)
})

it('an id is that of one node', () => {
  for (const node of ['urn:a', ['urn:a'], { id: 'urn:a' }, [{ id: 'urn:a' }, null]]) {
    expect(asId(node)).toBe('urn:a')
    expect(asNode(node)).toEqual({ id: 'urn:a' })
  }
  for (const other of [['urn:a', 'urn:b'], [{ id: 'urn:a' }, 'urn:b'], [['urn:a']], {}, 1])
    expect(asId(other)).toBeUndefined()
})

it('a set has each string once, and null never', () => {
  const object = {}
  expect(asSet(['a', null, 'a', 1, object])).toEqual(['a', 1, object])
  expect(asSet('a')).toEqual(['a'])
  for (const nothing of [undefined, null, [], [null]]) expect(asSet(nothing)).toEqual([])
})

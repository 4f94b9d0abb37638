import { describe, expect, it } from 'vitest'
import { findAll, plainText } from '../../../../src/verifier/alignments/plain-text'

describe('plain text', () => {
  it('has one space wherever there is white space, and none around it', () => {
    expect(plainText(' a  b\n\tc \n d\u3000e\u00A0f ')).toBe('a b c d e f')
  })

  it('has compatibility forms as plain ones', () => {
    expect(plainText('ＥＱＦ　６ ﬁ')).toBe('EQF 6 fi')
  })
})

describe('what a pattern finds', () => {
  it('is each text once, where it first stands', () => {
    expect(findAll('a1 b2 a1', /([ab])(\d)?/g)).toEqual([
      { words: 'a1', index: 0, groups: ['a', '1'] },
      { words: 'b2', index: 3, groups: ['b', '2'] },
    ])
  })

  it('is looked for from the beginning, also after a text that has more than are kept', () => {
    const pattern = /\d/g
    expect(findAll('0123456789', pattern, 3).map(({ words }) => words)).toEqual(['0', '1', '2'])
    expect(findAll('7', pattern)).toHaveLength(1)
  })

  it('is nothing in a text without it', () => {
    expect(findAll('none', /\d/g)).toEqual([])
  })
})

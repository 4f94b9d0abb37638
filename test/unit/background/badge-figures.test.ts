import { describe, expect, it } from 'vitest'
import { figuresOf } from '../../../src/background/badge-figures'
import { COMPLETE, CONTRADICTORY, SPARSE } from '../../screens/described'
import { ALTERED } from '../../screens/reports'

describe('the figures of a row', () => {
  it('are those that people compare', () => {
    expect(figuresOf(COMPLETE)).toEqual({ level: 6, ects: { from: 3, to: 3 }, skills: 6 })
  })

  it('leave out what the badge contradicts, or what its scale does not have', () => {
    expect(figuresOf(CONTRADICTORY)).toBeUndefined()
    const { levels } = CONTRADICTORY
    expect(figuresOf({ ...COMPLETE, ...(levels && { levels }) })).not.toHaveProperty('level')
    expect(figuresOf(SPARSE)).toBeUndefined()
  })

  it('are hours where there are no credits, and never both', () => {
    const statement = COMPLETE.workload?.statements.find(({ unit }) => unit === 'hours')
    const workload = { ...COMPLETE.workload!, statements: [statement!] }
    expect(figuresOf({ ...COMPLETE, workload })).toMatchObject({ hours: { from: 80, to: 80 } })
    expect(figuresOf({ ...COMPLETE, workload })).not.toHaveProperty('ects')
  })

  it('are none of a report that says nothing', () => {
    expect(figuresOf(ALTERED)).toBeUndefined()
  })
})

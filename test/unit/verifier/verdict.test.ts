import { describe, expect, it } from 'vitest'
import { verdictOf, type Axes } from '../../../src/verifier/verdict'

const VALUES = {
  kind: [
    'credential',
    'presentation',
    'clr',
    'endorsement',
    'badge-class',
    'profile',
    'unsealed',
    'none',
  ],
  authenticity: ['holds', 'fails', 'unknown'],
  currency: ['current', 'expired', 'future', 'revoked', 'suspended', 'unknown'],
  conformity: ['conforms', 'questionable'],
  standing: ['listed', 'vetted', 'sealed', 'unknown'],
  holder: ['matches', 'differs', 'not-asked', 'unknown'],
} as const

/**
 * The rules in the words of the product, as rows: each cell is a list of allowed values, `*` is any
 * and `!x` any but x. Every combination must match exactly one row.
 */
const TABLE = `
kind   authenticity  currency          conformity    standing              holder              verdict
none   *             *                 *             *                     *                   none
!none  fails         *                 *             *                     *                   invalid
!none  holds         revoked           *             *                     *                   invalid
!none  unknown       revoked           *             *                     *                   invalid
!none  unknown       !revoked          *             *                     *                   unverifiable
!none  holds         expired|future    *             *                     *                   attention
!none  holds         suspended|unknown *             *                     *                   attention
!none  holds         current           questionable  *                     *                   attention
!none  holds         current           conforms      *                     differs|unknown     attention
!none  holds         current           conforms      listed|vetted|sealed  matches|not-asked   trusted
!none  holds         current           conforms      unknown               matches|not-asked   authentic
`

const ROWS = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/))

function allows(cell: string, value: string): boolean {
  if (cell === '*') return true
  return cell.startsWith('!') ? value !== cell.slice(1) : cell.split('|').includes(value)
}

function combinations(): Axes[] {
  let all: Record<string, string>[] = [{}]
  for (const [axis, values] of Object.entries(VALUES))
    all = all.flatMap((axes) => values.map((value) => ({ ...axes, [axis]: value })))
  return all as unknown as Axes[]
}

describe('verdictOf', () => {
  it('gives the verdict of the table for every combination of the axes', () => {
    const axes = combinations()
    expect(axes).toHaveLength(8 * 3 * 6 * 2 * 4 * 4)
    for (const combination of axes) {
      const values = Object.keys(VALUES).map((axis) => combination[axis as keyof Axes])
      const rows = ROWS.filter((row) => values.every((value, at) => allows(row[at] ?? '', value)))
      expect(rows, JSON.stringify(combination)).toHaveLength(1)
      expect(verdictOf(combination), JSON.stringify(combination)).toBe(rows[0]?.[6])
    }
  })

  it('is green for nothing whose issuer nobody vouches for', () => {
    const green = combinations().filter((axes) => verdictOf(axes) === 'trusted')
    expect(green.length).toBeGreaterThan(0)
    for (const axes of green) {
      expect(axes.standing).not.toBe('unknown')
      expect(axes.authenticity).toBe('holds')
      expect(axes.currency).toBe('current')
    }
  })
})

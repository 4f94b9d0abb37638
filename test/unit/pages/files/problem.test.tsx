import { expect, test, vi } from 'vitest'
import { readText, shown } from '../../ui/shown'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { Problem } = await import('../../../../src/pages/files/give-files')

const said = (lines: number[]): string =>
  readText(shown(<Problem problem={{ is: 'bad-lines', name: 'all.jsonl', lines }} />))

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

test('up to twenty lines that were left out are all named', () => {
  expect(said([7])).toContain('1 line is neither a credential nor an address')
  expect(said(upTo(20))).toMatch(/\D19\D+20\D/)
  expect(said(upTo(20))).not.toContain('more')
})

test('of more lines it says how many are not named', () => {
  expect(said(upTo(1_023))).toContain('1,023 lines are neither')
  expect(said(upTo(1_023))).toMatch(/\D20\W+and\W+1,003 more/)
  expect(said(upTo(1_023))).not.toMatch(/\D21\D/)
})

import { expect, test } from 'vitest'
import { fileName } from '../../../../src/ui/export/file-name'

const named = (name: string) => fileName({ date: '2026-06-01T09:30:00Z', name, ending: 'json' })

test('says when and what', () => {
  expect(named('Data Analysis: Foundations')).toBe(
    'touchstone-2026-06-01-Data-Analysis-Foundations.json',
  )
  expect(fileName({ date: '2026-06-01', name: '食品安全', id: '9f86d081', ending: 'html' })).toBe(
    'touchstone-2026-06-01-食品安全-9f86d081.html',
  )
  expect(named('')).toBe('touchstone-2026-06-01.json')
})

test.each([
  '../../etc/passwd',
  'C:\\Windows\\x',
  'a<b>c:d"e/f|g?h*i',
  'CON',
  'name.exe ',
  'report\u202Egpj.exe',
  'a\u0000b\nc',
  '.hidden',
  'x'.repeat(500),
])('nothing that a file system reads something into stays: %j', (attack) => {
  expect(named(attack)).toMatch(/^touchstone-2026-06-01-[\p{L}\p{M}\p{N}-]{1,60}\.json$/u)
})

test('a date out of a report is no path either', () => {
  expect(fileName({ date: '../../../x', name: 'n', ending: 'csv' })).toBe('touchstone-x-n.csv')
})

import { expect, test, vi } from 'vitest'
import { readText, shown } from '../../ui/shown'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { KeepOrDelete } = await import('../../../../src/pages/options/history')

test('who switches it off is asked what becomes of what there is, and can leave it on', () => {
  const html = shown(<KeepOrDelete kept={3} onAnswer={vi.fn()} />)
  expect(readText(html)).toContain('The history holds 3 badges')
  expect(html.match(/data-answer="(keep|delete|cancel)"/g)).toHaveLength(3)
})

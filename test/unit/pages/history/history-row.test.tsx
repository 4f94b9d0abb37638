import { describe, expect, test, vi } from 'vitest'
import { SOME_LINES } from '../../../screens/history'
import { readText, shown } from '../../ui/shown'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { HistoryRow } = await import('../../../../src/pages/history/history-row')
const { DeleteAll } = await import('../../../../src/pages/history/delete-all')
const { Nothing } = await import('../../../../src/pages/history/nothing')

const row = (index: number): string =>
  shown(
    <HistoryRow line={SOME_LINES[index]!} onOpen={vi.fn()} onRemove={vi.fn()} onOrder={vi.fn()} />,
  )

describe('a row of the history', () => {
  test('says when it was checked and where it was seen', () => {
    expect(readText(row(0))).toMatch(/Checked 21 November 2026 .*, seen on people\.uni\.example/)
    expect(readText(row(2))).toContain('from a file or text of yours')
  })

  test('says what was found before, and stays what it is now', () => {
    const html = row(1)
    expect(readText(html)).toContain('Before: Verified (1 June 2026)')
    expect(html).toContain('data-verdict="attention"')
    expect(html).not.toContain('look-trusted')
  })

  test('has a button that says what it removes', () => {
    expect(row(0)).toMatch(/aria-label="Remove “[^"]*Data Analysis Foundations/)
  })

  test('takes a hostile name and host for text, turned by no control and cut', () => {
    const html = row(5)
    expect(html).not.toContain('<b>trust</b>')
    expect(html).not.toContain('\u202E')
    expect(readText(html)).not.toContain('long.'.repeat(40))
  })
})

test('before all are deleted, it is said how many, and what stays', () => {
  const text = readText(shown(<DeleteAll kept={312} onDelete={vi.fn()} onCancel={vi.fn()} />))
  expect(text).toContain('Delete 312 badges from the history?')
  expect(text).toContain('The last 500 reports are kept apart')
  expect(text).toContain('Keep them')
})

test('where it is off, the way to the switch is shown; where it is empty, none is needed', () => {
  expect(shown(<Nothing isOff />)).toContain('<button')
  expect(shown(<Nothing isOff={false} />)).not.toContain('<button')
})

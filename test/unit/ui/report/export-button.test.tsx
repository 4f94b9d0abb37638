import { beforeEach, expect, test, vi } from 'vitest'
import { ExportButton } from '../../../../src/ui/report/export-button'
import { EXPIRED } from '../../../screens/reports'
import { eventually } from '../../eventually'
import { live } from '../live'
import { saved } from '../saved'

vi.mock('../../../../src/ui/save-file', async () => (await import('../saved')).asSaveFile)

beforeEach(() => {
  saved.length = 0
})

test('saves what holds when it is pressed', async () => {
  const now = vi.fn(() => Promise.resolve({ id: 'r1', report: EXPIRED }))
  const page = live(<ExportButton now={now} />)
  expect(now).not.toHaveBeenCalled()
  page.press('Export')
  await eventually(() => {
    expect(saved).toHaveLength(1)
  })
  expect(JSON.parse(await saved[0]!.text())).toMatchObject({
    report: { verdict: EXPIRED.verdict, reason: EXPIRED.reason },
  })
})

test.each([
  ['is no longer kept', () => Promise.resolve(null), 'none of the reports is kept any more'],
  ['the worker does not give', () => Promise.reject(new Error('silent')), 'No file could be saved'],
])('a report that %s is in no file, and that is said', async (_, now, words) => {
  const page = live(<ExportButton now={now} />)
  page.press('Export')
  await eventually(() => {
    expect(page.root.querySelector('[role=alert]')?.textContent).toContain(words)
  })
  expect(saved).toEqual([])
})

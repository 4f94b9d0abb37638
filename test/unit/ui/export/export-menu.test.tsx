import { expect, test } from 'vitest'
import { eventually } from '../../eventually'
import { ExportMenu, type FileMaker } from '../../../../src/ui/export/export-menu'
import { live } from '../live'

const menu = (make: FileMaker['make']) =>
  live(<ExportMenu files={[{ label: 'exportAsJson', make }]} host={undefined} />)

test('where no report is kept any more, it says so and what to do', async () => {
  const page = menu(() => Promise.resolve(undefined))
  page.press('JSON, to check again')
  await eventually(() => {
    expect(page.text()).toContain('none of the reports is kept any more. Verify the badges again.')
  })
})

test('any other failure is not laid on the reports', async () => {
  const page = menu(() => Promise.reject(new Error('the worker did not answer')))
  page.press('JSON, to check again')
  await eventually(() => {
    expect(page.text()).toContain('No file could be saved. Try again.')
  })
  expect(page.text()).not.toContain('kept')
})

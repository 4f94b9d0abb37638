import { beforeEach, expect, test, vi } from 'vitest'
import { TRUSTED } from '../../screens/reports'
import { live } from '../ui/live'
import { worker, type Asked } from './fake-worker'

vi.mock('webextension-polyfill', async () => (await import('./fake-worker')).asBrowser)
const { StoredReportDetail } = await import('../../../src/pages/badge-detail')

const kept = ({ type }: Asked) => (type === 'report' ? { id: 'r1', report: TRUSTED } : null)

beforeEach(() => {
  worker.forget()
})

test('a report that the worker did not give can be asked for again', async () => {
  worker.answer = () => Promise.reject(new Error('silent'))
  const page = live(<StoredReportDetail reportId="r1" />)
  await vi.waitFor(() => {
    expect(page.text()).toContain('did not answer')
  })
  worker.answer = kept
  page.press('Try again')
  await vi.waitFor(() => {
    expect(page.text()).toContain('Verified. Issued by')
  })
})

test('a report that is no longer kept says so, and never shows the one before', async () => {
  worker.answer = kept
  const page = live(<StoredReportDetail reportId="r1" />)
  await vi.waitFor(() => {
    expect(page.text()).toContain('Verified. Issued by')
  })
  worker.answer = () => null
  page.show(<StoredReportDetail reportId="r2" />)
  expect(page.text()).not.toContain('Verified')
  await vi.waitFor(() => {
    expect(page.text()).toContain('This report is no longer kept')
  })
})

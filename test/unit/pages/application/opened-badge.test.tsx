import { beforeEach, expect, test, vi } from 'vitest'
import { eventually } from '../../eventually'
import { SCENES } from '../../../screens/scenes'
import { live } from '../../ui/live'
import { worker, type Asked } from '../fake-worker'

const opened: string[] = []
vi.mock('webextension-polyfill', async () => (await import('../fake-worker')).asBrowser)
vi.mock('../../../../src/pages/tab', () => ({ openPage: (path: string) => opened.push(path) }))
const { OpenedBadge } = await import('../../../../src/pages/application/opened-badge')

const { page, reports = {} } = SCENES['detail-trusted'] ?? {}
const badge = page?.badges[0]
if (!page || !badge?.reportId) throw new Error('The scene has a badge with a report')
const { reportId } = badge

async function openReport(isPrivate: boolean): Promise<void> {
  const here = { ...page!, private: isPrivate }
  const shown = live(<OpenedBadge page={here} badge={badge!} onBack={vi.fn()} />)
  await eventually(() => {
    shown.press('Full report')
  })
}

beforeEach(() => {
  opened.length = 0
  worker.forget()
  worker.answer = ({ type }: Asked) => (type === 'report' ? (reports[reportId] ?? null) : null)
})

test('the full report has an address that lasts', async () => {
  await openReport(false)
  expect(opened).toEqual([`src/pages/verify/index.html?report=${reportId}`])
})

test('of a private window the address names the tab, and not the credential', async () => {
  await openReport(true)
  expect(opened).toEqual([`src/pages/verify/index.html?tab=${page.tabId}&badge=${badge.id}`])
})

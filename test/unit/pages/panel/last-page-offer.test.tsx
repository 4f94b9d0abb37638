import { beforeEach, expect, test, vi } from 'vitest'
import type { PageState } from '../../../../src/platform/messages'
import { live } from '../../ui/live'
import { worker } from '../fake-worker'

vi.mock('webextension-polyfill', async () => (await import('../fake-worker')).asBrowser)
const { useStillKept } = await import('../../../../src/pages/panel/last-page')

const PAGE: PageState = {
  ...{ tabId: 1, host: 'jobs.example', access: 'ok', private: false },
  badges: [{ id: 'b1', kind: 'image', url: '', state: 'done', hosts: [], reportId: 'r1' }],
  consent: {
    ...{ mode: 'click', everywhere: 'click', isFixed: false },
    settledBy: { is: 'preset' },
  },
}
const LAST = { page: PAGE, seenAt: '2026-11-22T08:00:00Z' }

function Offer() {
  return <p>{useStillKept(LAST) ? 'offered' : 'not offered'}</p>
}

const said = (page: { text: () => string }, words: string) =>
  vi.waitFor(() => {
    expect(page.text()).toBe(words)
  })

beforeEach(() => {
  worker.forget()
})

test('it is offered while its reports are kept, and no longer', async () => {
  worker.answer = () => ({ entries: [{ reportId: 'r1' }] })
  const page = live(<Offer />)
  expect(page.text()).toBe('not offered')
  await said(page, 'offered')
  // All reports are removed in the options.
  worker.answer = () => null
  worker.say({ type: 'page-changed', tabId: 7 })
  await said(page, 'not offered')
})

test('a worker that is silent vouches for nothing', async () => {
  worker.answer = () => Promise.reject(new Error('silent'))
  const page = live(<Offer />)
  await vi.waitFor(() => {
    expect(worker.asked).toHaveLength(1)
  })
  await said(page, 'not offered')
})

import { beforeEach, expect, test, vi } from 'vitest'
import { eventually } from '../../eventually'
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
  eventually(() => {
    expect(page.text()).toBe(words)
  })
const asked = (times: number) =>
  eventually(() => {
    expect(worker.asked).toHaveLength(times)
  })
const change = () => {
  worker.say({ type: 'page-changed', tabId: 7 })
}

beforeEach(() => {
  worker.forget()
})

test('it is offered while its reports are kept, and no longer', async () => {
  worker.answer = () => ['r1']
  const page = live(<Offer />)
  expect(page.text()).toBe('not offered')
  await said(page, 'offered')
  expect(worker.asked).toEqual([{ type: 'kept-reports', reportIds: ['r1'] }])
  // All reports are removed in the options.
  worker.answer = () => []
  change()
  await said(page, 'not offered')
})

test('a worker that is silent vouches for nothing', async () => {
  worker.answer = () => Promise.reject(new Error('silent'))
  const page = live(<Offer />)
  await asked(1)
  await said(page, 'not offered')
})

test('and takes nothing back by its silence', async () => {
  worker.answer = () => ['r1']
  const page = live(<Offer />)
  await said(page, 'offered')
  worker.answer = () => Promise.reject(new Error('silent'))
  change()
  await asked(2)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(page.text()).toBe('offered')
})

test('however many badges come to a verdict, it is asked one at a time', async () => {
  let end: (kept: string[]) => void = () => undefined
  worker.answer = () => new Promise((resolve) => (end = resolve))
  const page = live(<Offer />)
  await asked(1)
  for (let count = 0; count < 20; count++) {
    change()
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(worker.asked).toHaveLength(1)
  end(['r1'])
  await asked(2)
  end([])
  await said(page, 'not offered')
  expect(worker.asked).toHaveLength(2)
})

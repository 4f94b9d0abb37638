import { beforeEach, expect, test, vi } from 'vitest'
import { eventually } from '../eventually'
import { SCENES } from '../../screens/scenes'
import { live } from '../ui/live'
import { worker } from './fake-worker'

vi.mock('webextension-polyfill', async () => (await import('./fake-worker')).asBrowser)
const { usePageState, usePageStateEarly } = await import('../../../src/pages/page-state')

function Page() {
  const { state, silent, trying, again } = usePageState(1)
  const shown = silent ? 'silent' : trying ? 'trying' : (state?.host ?? 'loading')
  return (
    <p>
      {shown}
      <button type="button" onClick={again}>
        again
      </button>
    </p>
  )
}

const says = (page: { text: () => string }, words: string) =>
  eventually(() => {
    expect(page.text()).toBe(`${words}again`)
  })

beforeEach(() => {
  worker.forget()
})

test('who was shown that the worker is silent sees that it is asked again, and what it was before is not so', async () => {
  worker.answer = () => ({ tabId: 1, host: 'jobs.example' })
  const page = live(<Page />)
  await says(page, 'jobs.example')
  worker.answer = () => Promise.reject(new Error('silent'))
  worker.say({ type: 'page-changed', tabId: 1 })
  await says(page, 'silent')
  let answer: (state: unknown) => void = () => undefined
  worker.answer = () => new Promise((resolve) => (answer = resolve))
  page.press('again')
  await says(page, 'trying')
  answer({ tabId: 1, host: 'mail.example' })
  await says(page, 'mail.example')
})

test('where nothing is known the worker is asked before the first frame', () => {
  live(<Page />)
  expect(worker.asked.map(({ type }) => type)).toEqual(['page-state'])
})

test('what was known last is shown before the worker is asked, and until it answers', async () => {
  const { page } = SCENES.many ?? {}
  if (!page) throw new Error('The scene has a page')
  const glance = { url: 'https://jobs.example/', at: '2026-11-20T09:00:00Z', page }
  worker.answer = () => ({ tabId: page.tabId, host: 'mail.example' })
  const Early = () => {
    const { state, asOf } = usePageStateEarly(page.tabId, glance)
    return <p>{[state?.host, asOf].join(' ')}</p>
  }
  const shown = live(<Early />)
  expect(worker.asked).toEqual([])
  expect(shown.text()).toBe('jobs.example 2026-11-20T09:00:00Z')
  await eventually(() => {
    expect(shown.text()).toBe('mail.example')
  })
})

test('a page whose images are being read is asked about until they are', async () => {
  vi.useFakeTimers()
  let looking: { looking?: true } = { looking: true }
  worker.answer = () => ({ tabId: 1, host: 'jobs.example', badges: [], ...looking })
  live(<Page />)
  await vi.advanceTimersByTimeAsync(2_500)
  expect(worker.asked).toHaveLength(3)
  looking = {}
  await vi.advanceTimersByTimeAsync(50_000)
  expect(worker.asked).toHaveLength(4)
  vi.useRealTimers()
})

test('a page that stays in sight is asked about each minute: its badges expire', async () => {
  vi.useFakeTimers()
  worker.answer = () => ({ tabId: 1, host: 'jobs.example', badges: [] })
  live(<Page />)
  await vi.advanceTimersByTimeAsync(50_000)
  expect(worker.asked).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(130_000)
  expect(worker.asked).toHaveLength(4)
  vi.useRealTimers()
})

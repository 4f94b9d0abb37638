import { beforeEach, expect, test, vi } from 'vitest'
import { live } from '../ui/live'
import { worker } from './fake-worker'

vi.mock('webextension-polyfill', async () => (await import('./fake-worker')).asBrowser)
const { usePageState } = await import('../../../src/pages/page-state')

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
  vi.waitFor(() => {
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

import { beforeEach, describe, expect, test, vi } from 'vitest'
import { eventually } from '../eventually'
import { live } from '../ui/live'
import { worker } from './fake-worker'

vi.mock('webextension-polyfill', async () => (await import('./fake-worker')).asBrowser)
const { useAsked } = await import('../../../src/pages/asked')

function Report({ id }: { id: string }) {
  const asked = useAsked('report', { reportId: id }, { on: ['lists-changed'] })
  return (
    <p>
      {asked.is === 'here' ? `here ${String(asked.answer?.id)}` : asked.is}
      <button type="button" onClick={asked.again}>
        again
      </button>
    </p>
  )
}

const said = async (page: { text: () => string }, words: string): Promise<void> => {
  await eventually(() => {
    expect(page.text()).toBe(`${words}again`)
  })
}

beforeEach(() => {
  worker.forget()
})

describe('what the worker is asked', () => {
  test('is loading, then here, and is asked again when it may have changed', async () => {
    let count = 0
    worker.answer = () => ({ id: `${++count}` })
    const page = live(<Report id="a" />)
    expect(page.text()).toBe('loadingagain')
    await said(page, 'here 1')
    worker.say({ type: 'esco-changed' })
    worker.say({ type: 'lists-changed' })
    await said(page, 'here 2')
    expect(worker.asked).toHaveLength(2)
  })

  test('of another thing is not answered by what was known of the first', async () => {
    worker.answer = ({ reportId }) =>
      reportId === 'a' ? { id: 'a' } : new Promise(() => undefined)
    const page = live(<Report id="a" />)
    await said(page, 'here a')
    page.show(<Report id="b" />)
    expect(page.text()).toBe('loadingagain')
  })

  test('and was answered too late is not shown', async () => {
    let late: (report: unknown) => void = () => undefined
    worker.answer = ({ reportId }) =>
      reportId === 'a' ? new Promise((resolve) => (late = resolve)) : { id: 'b' }
    const page = live(<Report id="a" />)
    await eventually(() => {
      expect(worker.asked).toHaveLength(1)
    })
    page.show(<Report id="b" />)
    await said(page, 'here b')
    late({ id: 'a' })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(page.text()).toBe('here bagain')
  })

  test('of a worker that is silent can be asked again', async () => {
    worker.answer = () => Promise.reject(new Error('silent'))
    const page = live(<Report id="a" />)
    await said(page, 'silent')
    let answer: (report: unknown) => void = () => undefined
    worker.answer = () => new Promise((resolve) => (answer = resolve))
    page.press('again')
    await said(page, 'loading')
    await eventually(() => {
      expect(worker.asked).toHaveLength(2)
    })
    answer({ id: 'a' })
    await said(page, 'here a')
  })
})

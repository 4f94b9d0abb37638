import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { eventually } from '../eventually'
import type { BadgeSummary, PageState } from '../../../src/platform/messages'
import { EXPIRED, TRUSTED } from '../../screens/reports'
import { live } from '../ui/live'
import { worker, type Asked } from './fake-worker'

vi.mock('webextension-polyfill', async () => (await import('./fake-worker')).asBrowser)
const { BadgeDetail, StoredReportDetail } = await import('../../../src/pages/badge-detail')

const kept = ({ type }: Asked) => (type === 'report' ? { id: 'r1', report: TRUSTED } : null)

const timesAsked = () => worker.asked.filter(({ type }) => type === 'report').length

beforeEach(() => {
  worker.forget()
})

test('a report that the worker did not give can be asked for again', async () => {
  worker.answer = () => Promise.reject(new Error('silent'))
  const page = live(<StoredReportDetail reportId="r1" />)
  await eventually(() => {
    expect(page.text()).toContain('did not answer')
  })
  worker.answer = kept
  page.press('Try again')
  await eventually(() => {
    expect(page.text()).toContain('Verified. Issued by')
  })
})

test('what is pressed for that passes the focus on, and a second silence is said anew', async () => {
  worker.answer = () => Promise.reject(new Error('silent'))
  const page = live(
    <main>
      <StoredReportDetail reportId="r1" />
    </main>,
  )
  const alerted = () =>
    eventually(() => {
      const alert = page.root.querySelector('[role=alert]')
      expect(alert?.isConnected).toBe(true)
      return alert
    })
  const focused = (words: string) =>
    eventually(() => {
      expect(document.activeElement?.textContent).toContain(words)
    })
  const tryAgain = (): void => {
    page.root.querySelector('button')?.focus()
    page.press('Try again')
  }
  const first = await alerted()
  let fail: () => void = () => undefined
  worker.answer = () =>
    new Promise(
      (_, reject) =>
        (fail = () => {
          reject(new Error('silent'))
        }),
    )
  tryAgain()
  await eventually(() => {
    expect(page.text()).toBe('One moment …')
    // It asks a moment after it has drawn that.
    expect(timesAsked()).toBe(2)
  })
  fail()
  // A live region is read where it comes in, and not where it stays as it was.
  expect(await alerted()).not.toBe(first)
  await focused('did not answer')
  worker.answer = kept
  tryAgain()
  await focused('Verified. Issued by')
})

test('who has gone elsewhere meanwhile is not called back', async () => {
  worker.answer = () => Promise.reject(new Error('silent'))
  const page = live(
    <main>
      <StoredReportDetail reportId="r1" />
      <input />
    </main>,
  )
  await eventually(() => {
    expect(page.text()).toContain('did not answer')
  })
  let answer: (report: unknown) => void = () => undefined
  worker.answer = (asked) =>
    asked.type === 'report' ? new Promise((resolve) => (answer = resolve)) : null
  page.press('Try again')
  await eventually(() => {
    expect(page.text()).toBe('One moment …')
    expect(timesAsked()).toBe(2)
  })
  page.root.querySelector('input')?.focus()
  answer({ id: 'r1', report: TRUSTED })
  await eventually(() => {
    expect(page.text()).toContain('Verified. Issued by')
  })
  expect(document.activeElement?.localName).toBe('input')
})

test('a report that is no longer kept says so, and never shows the one before', async () => {
  worker.answer = kept
  const page = live(<StoredReportDetail reportId="r1" />)
  await eventually(() => {
    expect(page.text()).toContain('Verified. Issued by')
  })
  worker.answer = () => null
  page.show(<StoredReportDetail reportId="r2" />)
  expect(page.text()).not.toContain('Verified')
  await eventually(() => {
    expect(page.text()).toContain('This report is no longer kept')
  })
})

test('a badge whose verdict has changed is asked about again, though it was not verified anew', async () => {
  const badge: BadgeSummary = {
    ...{ id: 'b1', kind: 'image', url: '', state: 'done', hosts: [] },
    ...{ reportId: 'r1', checkedAt: TRUSTED.checkedAt, verdict: 'trusted' },
  }
  const detail = (shown: BadgeSummary) => (
    <BadgeDetail page={{ tabId: 1 } as PageState} badge={shown} />
  )
  worker.answer = kept
  const page = live(detail(badge))
  await eventually(() => {
    expect(page.text()).toContain('Verified. Issued by')
  })
  worker.answer = ({ type }) => (type === 'report' ? { id: 'r1', report: EXPIRED } : null)
  page.show(detail({ ...badge, verdict: 'attention', reasons: EXPIRED.reasons }))
  await eventually(() => {
    expect(page.text()).toContain('Authentic, but expired')
  })
})

describe('a report that stays open', () => {
  const expired = ({ type }: Asked) => (type === 'report' ? { id: 'r1', report: EXPIRED } : null)
  beforeEach(() => {
    vi.useFakeTimers()
    worker.answer = kept
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('is judged anew each minute: it expires while somebody looks', async () => {
    const page = live(<StoredReportDetail reportId="r1" />)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(page.text()).toContain('Verified. Issued by')
    worker.answer = expired
    await vi.advanceTimersByTimeAsync(60_000)
    expect(page.text()).toContain('Authentic, but expired')
    expect(page.text()).not.toContain('Verified. Issued by')
  })

  test('is left alone while nobody looks, and judged anew as soon as somebody does', async () => {
    const page = live(<StoredReportDetail reportId="r1" />)
    await vi.advanceTimersByTimeAsync(1_000)
    worker.answer = expired
    const isHidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(timesAsked()).toBe(1)
    isHidden.mockRestore()
    const { Event: OfPage = Event } = document.defaultView ?? {}
    document.dispatchEvent(new OfPage('visibilitychange'))
    await vi.advanceTimersByTimeAsync(100)
    expect(page.text()).toContain('Authentic, but expired')
  })
})

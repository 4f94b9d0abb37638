import { beforeEach, describe, expect, test, vi } from 'vitest'
import { eventually } from '../eventually'
import type { PageHealth } from '../../../src/platform/health-shapes'
import type { BadgeSummary, PageProfile, PageState } from '../../../src/platform/messages'
import { live } from '../ui/live'
import { worker } from './fake-worker'

vi.mock('webextension-polyfill', async () => (await import('./fake-worker')).asBrowser)
const { isHealthOf, isProfileOf } = await import('../../../src/pages/of-one-page')
const { OpenedHealth } = await import('../../../src/pages/application/opened-health')

function page(host: string, ...ids: string[]): PageState {
  const badges = ids.map((id): BadgeSummary => ({
    id,
    kind: 'image',
    url: '',
    state: 'done',
    hosts: [],
  }))
  return {
    ...{ tabId: 1, host, access: 'ok', private: false, badges },
    consent: {
      ...{ mode: 'click', everywhere: 'click', isFixed: false },
      settledBy: { is: 'preset' },
    },
  }
}

const health = (host: string, ...ids: string[]): PageHealth => ({
  ...{ host, judgedAt: '2026-11-22T08:00:00Z', knowsOwn: false, others: 0, notChecked: 0 },
  badges: ids.map((id) => ({ id, name: `Badge ${id}`, findings: [] })),
})

/** What of a profile says whose it is. */
function profile(host: string, trusted: string[], authentic: string[]): PageProfile {
  const part = (ids: string[]) => ({ badges: ids.map((id) => ({ id })) })
  const summary = { trusted: part(trusted), authentic: part(authentic) }
  return { host, judgedAt: '2026-11-22T08:00:00Z', summary } as unknown as PageProfile
}

beforeEach(() => {
  worker.forget()
})

describe('an answer about a tab', () => {
  test('is about the page that shows one of its badges', () => {
    expect(isHealthOf(page('people.example', 'b1', 'b2'), health('people.example', 'b2'))).toBe(
      true,
    )
    expect(
      isProfileOf(page('people.example', 'b1', 'b2'), profile('people.example', [], ['b1'])),
    ).toBe(true)
  })

  test('is not about the next person on the same site', () => {
    const next = page('people.example', 'b3', 'b4')
    expect(isHealthOf(next, health('people.example', 'b1', 'b2'))).toBe(false)
    expect(isProfileOf(next, profile('people.example', ['b1'], ['b2']))).toBe(false)
  })

  test('that names no badge is about the site that it is from', () => {
    expect(isHealthOf(page('people.example', 'b3'), health('people.example'))).toBe(true)
    expect(isHealthOf(page('people.example', 'b3'), health('jobs.example'))).toBe(false)
    expect(isProfileOf(page('people.example', 'b3'), profile('jobs.example', [], []))).toBe(false)
  })
})

describe('how the badges of a page fare', () => {
  const view = (shown: PageState) => <OpenedHealth page={shown} onBack={vi.fn()} onOpen={vi.fn()} />

  test('is never said by the answer about the page before', async () => {
    worker.answer = ({ type }) =>
      type === 'badge-health' ? health('people.example', 'b1') : Promise.reject(new Error(type))
    const shown = live(view(page('people.example', 'b1')))
    await eventually(() => {
      expect(shown.text()).toContain('Badge b1')
    })
    worker.answer = () => new Promise(() => undefined)
    shown.show(view(page('people.example', 'b9')))
    expect(shown.text()).not.toContain('Badge b1')
  })

  test('can be asked for again where the worker did not answer', async () => {
    worker.answer = () => Promise.reject(new Error('silent'))
    const shown = live(view(page('people.example', 'b1')))
    await eventually(() => {
      expect(shown.text()).toContain('did not answer')
    })
    worker.answer = () => health('people.example', 'b1')
    shown.press('Try again')
    await eventually(() => {
      expect(shown.text()).toContain('Badge b1')
    })
  })
})

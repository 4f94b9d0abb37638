import { describe, expect, test, vi } from 'vitest'
import type { BadgeSummary, PageState } from '../../../../src/platform/messages'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { followPages, withoutGone } = await import('../../../../src/pages/panel/last-page')

const FOUND: BadgeSummary = { id: 'b1', kind: 'image', url: '', state: 'found', hosts: [] }
const BADGE: BadgeSummary = { ...FOUND, id: 'b2', state: 'done', reportId: 'r0' }
const NOW = new Date('2026-11-22T14:05:00Z')

function page(changes: Partial<PageState> = {}): PageState {
  return {
    ...{ tabId: 1, host: 'jobs.example', access: 'ok', private: false, badges: [BADGE] },
    consent: {
      ...{ mode: 'click', everywhere: 'click', isFixed: false },
      settledBy: { is: 'preset' },
    },
    ...changes,
  }
}

describe('the last page with badges', () => {
  test('is the page in front, as of now', () => {
    const shown = page()
    expect(followPages(undefined, shown, NOW)).toEqual({ page: shown, seenAt: NOW.toISOString() })
  })

  test('stays while the next has nothing, or has not been heard of', () => {
    const last = followPages(undefined, page(), NOW)
    expect(followPages(last, page({ host: 'mail.example', badges: [] }), NOW)).toBe(last)
    expect(followPages(last, undefined, NOW)).toBe(last)
  })

  test('keeps the time at which it was heard of, however often it is drawn', () => {
    const shown = page()
    const last = followPages(undefined, shown, NOW)
    const later = new Date('2026-11-22T15:00:00Z')
    expect(followPages(last, shown, later)).toBe(last)
  })

  test('stays while of the next nothing can be opened', () => {
    const last = followPages(undefined, page(), NOW)
    expect(followPages(last, page({ badges: [FOUND] }), NOW)).toBe(last)
    expect(followPages(undefined, page({ badges: [FOUND] }), NOW)).toBeUndefined()
  })

  test('gives way to the next that has results', () => {
    const last = followPages(undefined, page(), NOW)
    const next = page({ host: 'portfolio.example' })
    expect(followPages(last, next, NOW)?.page).toBe(next)
  })

  test('is never one of a private window, which may be closed by now', () => {
    expect(followPages(undefined, page({ private: true }), NOW)).toBeUndefined()
  })
})

describe('of the last page', () => {
  const [one, other] = ['r1', 'r2'].map((reportId, index) => ({
    ...{ ...BADGE, id: `b${index}` },
    reportId,
  }))
  const last = { page: page({ badges: [one!, other!] }), seenAt: NOW.toISOString() }

  test('nothing is offered whose report was removed', () => {
    expect(withoutGone(last, new Set(['r2']))?.page.badges).toEqual([other])
    expect(withoutGone(last, new Set())).toBeUndefined()
  })

  test('what was only found goes along, and is never all that is offered', () => {
    const found = { ...last, page: page({ badges: [one!, FOUND] }) }
    expect(withoutGone(found, new Set(['r1']))?.page.badges).toEqual([one, FOUND])
    expect(withoutGone(found, new Set())).toBeUndefined()
  })
})

import { describe, expect, test } from 'vitest'
import type { BadgeSummary, PageState } from '../../../../src/platform/messages'
import { followPages } from '../../../../src/pages/panel/last-page'

const BADGE: BadgeSummary = { id: 'b1', kind: 'image', url: '', state: 'done', hosts: [] }
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

  test('gives way to the next that has badges', () => {
    const last = followPages(undefined, page(), NOW)
    const next = page({ host: 'portfolio.example' })
    expect(followPages(last, next, NOW)?.page).toBe(next)
  })

  test('is never one of a private window, which may be closed by now', () => {
    expect(followPages(undefined, page({ private: true }), NOW)).toBeUndefined()
  })
})

import { useRef } from 'preact/hooks'
import type { PageState } from '../../platform/messages'
import { useAsked } from '../asked'

/** A page that had badges, as it was when it was last seen. */
export interface LastPage {
  page: PageState
  /** ISO 8601 */
  seenAt: string
}

/**
 * What to keep of pages for when the next has nothing. Of private windows nothing is: it would outlive the
 * page that it is about.
 */
export function followPages(
  last: LastPage | undefined,
  page: PageState | undefined,
  now: Date,
): LastPage | undefined {
  if (page === undefined || page === last?.page) return last
  if (page.private || page.badges.length === 0) return last
  return { page, seenAt: now.toISOString() }
}

/** The last page with badges that this panel has shown. */
export function useLastPage(page: PageState | undefined): LastPage | undefined {
  const last = useRef<LastPage | undefined>(undefined)
  last.current = followPages(last.current, page, new Date())
  return last.current
}

/** As many as the worker takes at once. */
const MOST_REPORTS = 1_000

/** The page with what of it can still be opened; undefined where nothing is left. */
export function withoutGone(last: LastPage, kept: ReadonlySet<string>): LastPage | undefined {
  const badges = last.page.badges.filter(
    ({ reportId }) => reportId === undefined || kept.has(reportId),
  )
  return badges.length === 0 ? undefined : { ...last, page: { ...last.page, badges } }
}

/** Reports are removed while the panel is open: nothing is offered before the worker says that it is there. */
export function useStillKept(last: LastPage | undefined): LastPage | undefined {
  const reportIds = last?.page.badges.flatMap(({ reportId }) => reportId ?? []) ?? []
  const asked = useAsked(
    'kept-profile',
    reportIds.length === 0 ? undefined : { reportIds: reportIds.slice(0, MOST_REPORTS) },
    { on: ['page-changed', 'history-changed'] },
  )
  if (last === undefined || reportIds.length === 0) return last
  if (asked.is !== 'here') return undefined
  return withoutGone(last, new Set(asked.answer?.entries.map(({ reportId }) => reportId)))
}

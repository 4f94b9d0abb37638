import { useRef } from 'preact/hooks'
import type { PageState } from '../../platform/messages'

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

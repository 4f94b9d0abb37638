import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { MOST_IDS, type BadgeSummary, type PageState } from '../../platform/messages'
import { ask } from '../ask'
import { useChanges } from '../changes'
import { inTurn } from '../in-turn'

/** A page of which something can be opened, as it was when it was last seen. */
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
  if (page.private || !page.badges.some(hasReport)) return last
  return { page, seenAt: now.toISOString() }
}

/** The last page with results that this panel has shown. */
export function useLastPage(page: PageState | undefined): LastPage | undefined {
  const last = useRef<LastPage | undefined>(undefined)
  last.current = followPages(last.current, page, new Date())
  return last.current
}

/** The page with what of it can still be opened; undefined where nothing is left to open. */
export function withoutGone(last: LastPage, kept: ReadonlySet<string>): LastPage | undefined {
  const badges = last.page.badges.filter(
    ({ reportId }) => reportId === undefined || kept.has(reportId),
  )
  return badges.some(hasReport) ? { ...last, page: { ...last.page, badges } } : undefined
}

/**
 * Reports are removed while the panel is open: nothing is offered before the worker says that it is there. Where it
 * is silent later, what it said last stands: a silence is no news of what is gone.
 */
export function useStillKept(last: LastPage | undefined): LastPage | undefined {
  const reportIds = last?.page.badges.flatMap(({ reportId }) => reportId ?? []) ?? []
  const wanted = useRef(reportIds)
  wanted.current = reportIds
  const [told, setTold] = useState<{ of: string; kept: ReadonlySet<string> }>()
  const changes = useChanges('page-changed', 'history-changed')
  const question = reportIds.join()
  // Every badge of every tab that comes to a verdict is such a change.
  const look = useMemo(
    () =>
      inTurn(async () => {
        const asked = wanted.current
        const kept = await ask('kept-reports', { reportIds: asked.slice(0, MOST_IDS) })
        setTold({ of: asked.join(), kept: new Set(kept) })
      }),
    [],
  )
  useEffect(() => {
    if (question !== '') look().catch(() => undefined)
  }, [question, changes])
  return last && told?.of === question ? withoutGone(last, told.kept) : undefined
}

function hasReport({ reportId }: BadgeSummary): boolean {
  return reportId !== undefined
}

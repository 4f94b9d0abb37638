import { useEffect, useState } from 'preact/hooks'
import type { BadgeSummary, PageProfile, PageState } from '../platform/messages'
import { ask } from './ask'

/** Below two badges that hold there is nothing to add up. */
const FEWEST = 2

/** Undefined: nothing was asked for, or the answer has not come. Null: there is no profile to show. */
export type ProfileState = PageProfile | null | undefined

/**
 * What the badges of a page come to together, asked again whenever a verdict has changed. Until the next
 * answer the last one stays: a figure that vanishes and comes back helps nobody.
 */
export function usePageProfile(page: PageState | undefined): ProfileState {
  const [profile, setProfile] = useState<PageProfile | null>()
  const version = page && versionOf(page)
  useEffect(() => {
    let wanted = true
    if (page === undefined) return
    if (!isWorthAsking(page)) {
      setProfile(null)
      return
    }
    ask('page-profile', { tabId: page.tabId }).then(
      (answer) => {
        if (wanted) setProfile(answer)
      },
      () => {
        if (wanted) setProfile(null)
      },
    )
    return () => {
      wanted = false
    }
  }, [version])
  return profile
}

export function isWorthAsking({ badges }: PageState): boolean {
  return badges.filter(holds).length >= FEWEST
}

function holds({ state, verdict }: BadgeSummary): boolean {
  return state === 'done' && (verdict === 'trusted' || verdict === 'authentic')
}

/** Differs wherever the profile may. */
export function versionOf({ tabId, badges }: PageState): string {
  return JSON.stringify([
    tabId,
    badges.map(({ id, state, verdict, reportId, checkedAt, isBadge, issuer }) => [
      ...[id, state, verdict, reportId, checkedAt, isBadge, issuer?.standing],
    ]),
  ])
}

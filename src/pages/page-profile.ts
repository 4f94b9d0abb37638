import type { BadgeSummary, PageProfile, PageState } from '../platform/messages'
import { useAsked } from './asked'
import { isProfileOf } from './of-one-page'

/** Below two badges that hold there is nothing to add up. */
const FEWEST = 2

/** Undefined: nothing was asked for, or the answer has not come. Null: there is no profile to show. */
export type ProfileState = PageProfile | null | undefined

/**
 * What the badges of a page come to together, asked again whenever a verdict has changed. Until the next
 * answer the last one stays: a figure that vanishes and comes back helps nobody.
 */
export function usePageProfile(page: PageState): ProfileState {
  const isAsked = isWorthAsking(page)
  const asked = useAsked('page-profile', isAsked ? { tabId: page.tabId } : undefined, {
    ...{ version: versionOf(page), inTime: true },
  })
  if (!isAsked || asked.is === 'silent') return null
  if (asked.is === 'loading') return undefined
  return asked.answer === null || isProfileOf(page, asked.answer) ? asked.answer : undefined
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

import type { PageProfile, PageState } from '../platform/messages'
import type { PageHealth } from '../platform/health-shapes'

/** Ids are never used twice in a tab: with none in common it is another page, and perhaps another person. */
export function isOfOnePage(ids: readonly string[], others: readonly string[]): boolean {
  return ids.some((id) => others.includes(id))
}

/**
 * Whether an answer about a tab is about this page of it: the tab may have gone on before the worker was asked,
 * or since. Where it names no badge, its host is all that it can be known by.
 */
function isAbout({ host, badges }: PageState, from: string, ids: readonly string[]): boolean {
  if (host !== from) return false
  return ids.length === 0 || isOfOnePage(ids, idsOf(badges))
}

export function isProfileOf(page: PageState, { host, summary }: PageProfile): boolean {
  return isAbout(page, host, idsOf([...summary.trusted.badges, ...summary.authentic.badges]))
}

export function isHealthOf(page: PageState, { host, badges }: PageHealth): boolean {
  return isAbout(page, host, idsOf(badges))
}

export function idsOf(badges: readonly { id: string }[]): string[] {
  return badges.map(({ id }) => id)
}

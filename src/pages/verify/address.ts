import { useEffect } from 'preact/hooks'
import { MOST_IDS } from '../../platform/messages'

/**
 * What an address asks for. `?report=ID` and `?show=profile&reports=ID_ID` hold for as long as the reports
 * are kept; `?tab=N&badge=ID` and `?tab=N&show=profile` only while that tab shows its page. An address names
 * the reports and not a summary of them: nothing more has to be kept, and what opens is judged for the day on
 * which it opens.
 */
export type Subject =
  | { is: 'report'; reportId: string }
  | { is: 'badge'; tabId: number | undefined; badgeId: string | undefined }
  | { is: 'profile'; tabId: number | undefined }
  | { is: 'kept-profile'; reportIds: string[] }

/** Report ids are hexadecimal digits, with `.`, `:` and letters: never this. */
const BETWEEN = '_'

/** @param query `location.search` */
export function readAddress(query: string): Subject {
  const asked = new URLSearchParams(query)
  const number = Number(asked.get('tab') ?? Number.NaN)
  const tabId = Number.isInteger(number) ? number : undefined
  const [reportId, reports] = [asked.get('report'), asked.get('reports')]
  if (asked.get('show') === 'profile') {
    if (reports === null) return { is: 'profile', tabId }
    const reportIds = reports.split(BETWEEN).filter((id) => id !== '')
    return { is: 'kept-profile', reportIds: reportIds.slice(0, MOST_IDS) }
  }
  if (reportId !== null) return { is: 'report', reportId }
  return { is: 'badge', tabId, badgeId: asked.get('badge') ?? undefined }
}

export function addressOfReport(reportId: string): string {
  return `?${new URLSearchParams({ report: reportId }).toString()}`
}

export function addressOfBadge(tabId: number, badgeId: string): string {
  return `?${new URLSearchParams({ tab: String(tabId), badge: badgeId }).toString()}`
}

export function addressOfProfile(reportIds: readonly string[]): string {
  return `?${new URLSearchParams({ show: 'profile', reports: reportIds.join(BETWEEN) }).toString()}`
}

/**
 * Puts the address that outlives the tab in the place of the one that names it: for bookmarks, and for a
 * browser that opens the page again. Undefined: there is none, as in private windows.
 */
export function useLastingAddress(address: string | undefined): void {
  useEffect(() => {
    if (address !== undefined && address !== location.search)
      history.replaceState(null, '', address)
  }, [address])
}

/** What the window, a bookmark and a printed file are called. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = title
  }, [title])
}

/**
 * After a right-click on an image that nobody lets us read, the answer is what the page's own script says that
 * it shows there. Only the top document's: another frame may have gone on since the click.
 */
import { mayAsk } from '../platform/permissions'
import type { BadgeEntry } from './badge-entry'
import { readableHost } from './content-reader'
import type { TabState } from './tab-state'

/** Whether this frame is to answer for something at this address, and nobody else can. */
export async function isShutAt(tab: TabState, frameId: number, url: string): Promise<boolean> {
  if (frameId !== 0 || !tab.entries.some((entry) => entry.url === url && lacks(entry))) return false
  const host = readableHost(url)
  return host === undefined || !(await mayAsk(host))
}

/** Whether it still lacks its answer. Whatever was found out about it by other ways stays. */
export function lacks(entry: BadgeEntry): boolean {
  const { askedAtTop, contentHash, kind, places, state, verdict = 'none' } = entry
  const isAnswered = state === 'done' && verdict !== 'none' && verdict !== 'unverifiable'
  const isOpen = contentHash === undefined && places.length === 0 && !isAnswered
  return askedAtTop === true && kind !== 'link' && isOpen
}

/** Nothing that was said of it before is about what its page shows. */
export function makeNew(entry: BadgeEntry, kind: BadgeEntry['kind']): void {
  entry.kind = kind
  delete entry.reportId
  delete entry.name
}

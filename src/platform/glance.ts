import type { PageState } from './messages'
import { session } from './session'

/**
 * What is known of a tab, kept where a page of ours can read it before the worker has been woken. Without
 * thumbnails, which are large, and in memory alone. It is of the past: whoever shows it says so.
 */
export interface Glance {
  /** Address that the tab showed, without fragment: of another one it says nothing. */
  url: string
  /** ISO 8601 */
  at: string
  page: PageState
}

/** Characters of JSON. Of a page with more the worker tells: storage.session is small, and all tabs share it. */
const LONGEST = 500_000

/** Begins as everything of a tab does, so that it goes with its tab. */
function keyOf(tabId: number): string {
  return `tab:${tabId}:glance`
}

export function isGlanceKey(key: string): boolean {
  return key.endsWith(':glance')
}

export function keepGlance(glance: Glance): Promise<void> {
  const { tabId } = glance.page
  if (JSON.stringify(glance).length > LONGEST) return forgetGlance(tabId)
  return session.set(keyOf(tabId), glance)
}

export function forgetGlance(tabId: number): Promise<void> {
  return session.remove([keyOf(tabId)])
}

/** @param url of what the tab shows now */
export async function readGlance(tabId: number, url: string): Promise<Glance | undefined> {
  const kept = (await session.get(keyOf(tabId))) as Glance | undefined
  return kept?.url === url.split('#')[0] ? kept : undefined
}

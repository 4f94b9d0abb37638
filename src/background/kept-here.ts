import { contents, trustLists, type StoreName } from '../platform/database'
import { escoAnswers } from '../platform/esco-database'
import { euLists as keptEuLists } from '../platform/eu-list-database'
import { KEPT_KINDS, type KeptHere, type KeptKind } from '../platform/machine-messages'
import { measure } from '../platform/store-sizes'
import type { Announcer } from './announcer'
import { isOurs } from './consent'
import type { Esco } from './esco/esco'
import type { EuLists } from './eu-lists/eu-lists'
import type { History } from './history/history'
import { removeHistory } from './history/history-requests'
import type { Watcher } from './history/watch/watcher'
import type { Keepsakes } from './keepsakes'
import type { PagePorts } from './page-ports'
import type { TabLifecycle } from './tab-lifecycle'
import type { TabState } from './tab-state'
import type { TabStore } from './tab-store'
import type { TrustLists } from './trust-lists'

export interface KeptHereParts {
  store: TabStore
  lifecycle: TabLifecycle
  keepsakes: Keepsakes
  ports: PagePorts
  announcer: Announcer
  lists: TrustLists
  esco: Esco
  euLists: EuLists
  history: History
  watcher: Watcher
}

/** What is counted is in the first store of each. */
const STORES: Record<KeptKind, readonly [StoreName, ...StoreName[]]> = {
  reports: ['reports'],
  pictures: ['contents', 'thumbnails'],
  history: ['history', 'historyReports', 'historyThumbnails', 'watches'],
  'trust-lists': ['trustLists'],
  'eu-lists': ['euLists'],
  'esco-copy': ['escoFiles', 'escoPages', 'escoJob'],
  'esco-answers': ['escoAnswers'],
}

/** What lies on this machine, one kind after the other. */
export async function keptHere(): Promise<KeptHere[]> {
  const kept: KeptHere[] = []
  for (const kind of KEPT_KINDS) kept.push({ kind, ...(await measure(STORES[kind])) })
  return kept
}

/** Removes all of one kind, and whatever would bring it back. */
export async function removeKept(parts: KeptHereParts, kind: KeptKind): Promise<void> {
  switch (kind) {
    case 'reports':
      return removeReports(parts)
    case 'pictures':
      forgetTabs(parts)
      return contents.clear()
    case 'history':
      return removeHistory(parts)
    case 'trust-lists':
      return removeTrustLists(parts)
    case 'eu-lists':
      for (const { country } of await keptEuLists.all()) await parts.euLists.remove(country)
      return
    case 'esco-copy':
      await parts.esco.cancel()
      return parts.esco.remove()
    case 'esco-answers':
      return escoAnswers.clear()
  }
}

/** Open pages are looked at anew: no mark may say what nothing is left of. */
async function removeReports(parts: KeptHereParts): Promise<void> {
  const { store, lifecycle, keepsakes, ports, announcer } = parts
  const own = store.all().filter((tab) => !tab.private && isOurs(tab))
  const tabs = forgetTabs(parts, (tab) => !isOurs(tab))
  // What ended only afterwards would keep its report.
  for (const tab of own) lifecycle.stop(tab)
  try {
    await keepsakes.forgetReports()
  } finally {
    // No script could say the files of a page of ours again.
    for (const tab of own) {
      if (store.get(tab.tabId) === tab) lifecycle.startAnew(tab)
      announcer.changed(tab.tabId)
    }
  }
  for (const { tabId, resting } of tabs) {
    // Where the site is off its scripts rest as they are.
    if (resting === true) continue
    ports.rest(tabId)
    ports.wake(tabId)
  }
}

/** What a tab of a private window has is on no disk, and stays. @returns the tabs that had something */
function forgetTabs(
  { store, lifecycle, announcer }: KeptHereParts,
  isMeant: (tab: TabState) => boolean = () => true,
): TabState[] {
  const tabs = store.all().filter((tab) => !tab.private && isMeant(tab))
  for (const tab of tabs) {
    lifecycle.leave(tab)
    announcer.changed(tab.tabId)
  }
  return tabs
}

/** Those that the organisation demands stay. */
async function removeTrustLists({ lists }: KeptHereParts): Promise<void> {
  for (const { id } of await trustLists.all()) await lists.remove(id)
}

import { dataUrlBytes } from '../content/data-url'
import { browser, type Menus, type Tabs } from '../platform/browser'
import { translate } from '../platform/i18n'
import { sha256 } from '../verifier/digest'
import type { Announcer } from './announcer'
import type { BadgeEntry } from './badge-entry'
import type { Checks } from './checks'
import type { Keepsakes } from './keepsakes'
import type { Readings } from './readings'
import type { ShowResult } from './show-result'
import type { TabLifecycle } from './tab-lifecycle'
import { addEntry, addressOf, topDocument, type TabState } from './tab-state'
import type { TabStore } from './tab-store'

const VERIFY = 'verify-badge'

export interface MenuParts {
  ready: Promise<void>
  store: TabStore
  lifecycle: TabLifecycle
  keepsakes: Keepsakes
  readings: Readings
  checks: Checks
  announcer: Announcer
  show: ShowResult
}

/** The browser keeps the entry from then on; created anew so that an update can change it. */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({
    id: VERIFY,
    title: translate('menuVerify'),
    contexts: ['image', 'link'],
  })
}

/** "Verify this badge" is consent for that very badge, whatever the page says it is. */
export function answerMenu(parts: MenuParts): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const tabId = tab?.id
    if (info.menuItemId !== VERIFY || tab === undefined || tabId === undefined) return
    const asked = parts.ready.then(() => ask(parts, tabId, tab, info))
    parts.show.open(tabId, () => asked).catch(console.error)
  })
}

async function ask(
  parts: MenuParts,
  tabId: number,
  { incognito, url = '' }: Tabs.Tab,
  info: Menus.OnClickData,
): Promise<string> {
  const tab = await parts.lifecycle.enterFrame(tabId, incognito, topDocument(url))
  const image = info.srcUrl
  const link = info.linkUrl
  const entry =
    image === undefined
      ? linkEntry(tab, link ?? '')
      : await imageEntry(parts, tab, image, info.frameId ?? 0)
  entry.asked = true
  if (image !== undefined && link !== undefined && entry.clues?.href === undefined)
    entry.clues = { ...entry.clues, href: link }
  tab.focus = entry.id
  if (entry.state !== 'done' || entry.verdict === 'none') {
    // The check reads all of it: a first look under way would come too late to say anything.
    parts.readings.drop(tabId, entry.id)
    parts.checks.start(tab, entry)
  }
  parts.announcer.changed(tabId)
  return entry.id
}

function linkEntry(tab: TabState, url: string): BadgeEntry {
  return (
    tab.entries.find((entry) => entry.kind === 'link' && entry.url === url) ??
    addEntry(tab, { kind: 'link', url, state: 'unread' })
  )
}

/**
 * The badge that the page shows at this address, where it is known already; else a new entry. What a
 * page said an image's bytes are counts in the frame that said it alone: the frame of an
 * advertisement could otherwise answer for an image that its host page shows.
 */
async function imageEntry(
  { keepsakes }: MenuParts,
  tab: TabState,
  srcUrl: string,
  frameId: number,
): Promise<BadgeEntry> {
  const bytes = srcUrl.startsWith('data:') ? (dataUrlBytes(srcUrl) ?? new Uint8Array()) : undefined
  const url = addressOf(srcUrl)
  const contentHash = bytes && (await sha256(bytes))
  const same = tab.entries.filter((entry) => entry.kind !== 'link' && entry.url === url)
  const known =
    contentHash === undefined
      ? (same.find((entry) => isIn(entry, frameId)) ?? same.find((entry) => !entry.contentHash))
      : same.find((entry) => entry.contentHash === contentHash)
  if (known) return known
  const entry = addEntry(tab, { kind: 'image', url, state: 'unread' })
  if (!bytes || contentHash === undefined) return entry
  entry.contentHash = contentHash
  await keepsakes.keepContent(tab, entry.id, { bytes, complete: true, fromPage: true })
  return entry
}

function isIn({ places }: BadgeEntry, frameId: number): boolean {
  return places.some((place) => place.frameId === frameId)
}

import { dataUrlBytes, knownAddress } from '../content/data-url'
import { browser, type Menus, type Tabs } from '../platform/browser'
import { translate } from '../platform/i18n'
import { sha256 } from '../verifier/digest'
import type { Announcer } from './announcer'
import { awardBehind } from './award'
import { isIn, type BadgeEntry } from './badge-entry'
import type { Checks } from './checks'
import type { Keepsakes } from './keepsakes'
import type { Readings } from './readings'
import type { ShowResult } from './show-result'
import { addressOf as addressOfTab } from './site-access'
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
    // Of a page that the browser withholds it may tell the address only because of the click.
    const url = tab.url ?? addressOfTab(tabId)
    const asked = parts.ready.then(async () =>
      ask(parts, tabId, { ...tab, url: (await url) ?? '' }, info),
    )
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
  const { srcUrl: image, linkUrl: link, frameId = 0 } = info
  const entry =
    image === undefined
      ? linkEntry(tab, link ?? '', frameId)
      : await imageEntry(parts, tab, { srcUrl: image, link, frameId })
  entry.asked = true
  // The browser says it of this very image; a page may show one picture in many links. A check under way has its own.
  if (image !== undefined && link !== undefined && entry.state !== 'checking')
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

function linkEntry(tab: TabState, url: string, frameId: number): BadgeEntry {
  const award = awardBehind({ href: url })
  const isMeant = (entry: BadgeEntry): boolean =>
    entry.kind === 'link' &&
    (entry.url === url || (award !== undefined && entry.award?.url === award.url)) &&
    mayStandFor(entry, frameId)
  return tab.entries.find(isMeant) ?? addEntry(tab, { kind: 'link', url, state: 'unread' })
}

interface Clicked {
  srcUrl: string
  /** Address of the link around it. */
  link: string | undefined
  frameId: number
}

/**
 * The badge that the page shows at this address and in this link, where it is known already; else a new
 * entry. What a page said an image's bytes are counts in the frame that said it alone: the frame of an
 * advertisement could otherwise answer for an image that its host page shows.
 */
async function imageEntry(
  { keepsakes }: MenuParts,
  tab: TabState,
  { srcUrl, link, frameId }: Clicked,
): Promise<BadgeEntry> {
  const bytes = srcUrl.startsWith('data:') ? (dataUrlBytes(srcUrl) ?? new Uint8Array()) : undefined
  const url = addressOf(knownAddress(srcUrl))
  const contentHash = bytes && (await sha256(bytes))
  const same = tab.entries.filter(
    (entry) =>
      entry.kind !== 'link' &&
      entry.url === url &&
      mayStandFor(entry, frameId) &&
      isOfLink(entry, link),
  )
  const known =
    contentHash === undefined
      ? (same.find((entry) => isIn(entry, frameId)) ?? same.find((entry) => !entry.contentHash))
      : same.find((entry) => entry.contentHash === contentHash)
  const made = link === undefined ? theOnlyScripted(tab, { url, contentHash, frameId }) : undefined
  const entry = made ?? known ?? newImage(tab, url, link)
  if (frameId === 0 && entry.places.length === 0) entry.askedAtTop = true
  if (bytes === undefined || contentHash === undefined) return entry
  entry.contentHash = contentHash
  if (!(await keepsakes.hasContent(tab, entry.id)))
    await keepsakes.keepContent(tab, entry.id, { bytes, complete: true, fromPage: true })
  return entry
}

/** Of a link that a script has made the browser names none; of several around one picture nobody knows which is meant. */
function theOnlyScripted(
  tab: TabState,
  { url, contentHash, frameId }: { url: string; contentHash: string | undefined; frameId: number },
): BadgeEntry | undefined {
  const shown = tab.entries.filter(
    (entry) =>
      entry.kind === 'image' &&
      entry.url === url &&
      // Of pictures inside a page the addresses are much the same.
      (contentHash === undefined || entry.contentHash === contentHash) &&
      isIn(entry, frameId) &&
      entry.award !== undefined,
  )
  const [entry, other] = shown
  return other === undefined && entry?.clues?.scripted === true ? entry : undefined
}

function newImage(tab: TabState, url: string, link: string | undefined): BadgeEntry {
  const award = link === undefined ? undefined : awardBehind({ href: link })
  return addEntry(tab, { kind: 'image', url, state: 'unread', ...(award && { award }) })
}

/**
 * What another frame said of where it leads is no word on what this one shows; nor is what the top document
 * may yet say of an image that was asked for there.
 */
function mayStandFor(entry: BadgeEntry, frameId: number): boolean {
  if (isIn(entry, frameId)) return true
  if (entry.askedAtTop) return frameId === 0
  return entry.clues === undefined
}

/**
 * One picture stands for many awards, each in its own link; what it carries itself, it carries in any. What was
 * found behind one link, and compared with the picture, is no word on another.
 */
function isOfLink(entry: BadgeEntry, link: string | undefined): boolean {
  const { award, clues, isBadge, searchedFrom, state } = entry
  const { href, ...around } = clues ?? {}
  if (!award && searchedFrom !== undefined) return searchedFrom === (link ?? '')
  if (!award && isBadge === true) return true
  if (!award && state === 'checking') return href === link
  const asked = awardBehind({ ...around, ...(link !== undefined && { href: link }) })
  return asked?.url === award?.url
}

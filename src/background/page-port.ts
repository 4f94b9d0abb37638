import { browser, type Runtime } from '../platform/browser'
import { PAGE_PORT, type FromPage } from '../platform/port-messages'
import { isOwnContentScript } from '../platform/requests'
import type { Announcer } from './announcer'
import { lookOf } from './badge-entry'
import type { Checks } from './checks'
import type { Freshness } from './freshness'
import type { Intake } from './intake'
import { readPageMessage } from './page-messages'
import type { OpenLine, PagePorts } from './page-ports'
import type { ShowResult } from './show-result'
import type { SiteAccess } from './site-access'
import type { SiteModes } from './site-modes'
import type { TabLifecycle } from './tab-lifecycle'
import {
  entryAt,
  hostOf,
  topDocument,
  withoutFragment,
  type TabState,
  type TopDocument,
} from './tab-state'
import type { TabStore } from './tab-store'

export interface PagePortParts {
  /** The stored state has been read. */
  ready: Promise<void>
  store: TabStore
  lifecycle: TabLifecycle
  ports: PagePorts
  intake: Intake
  freshness: Freshness
  checks: Checks
  announcer: Announcer
  modes: SiteModes
  access: SiteAccess
  show: ShowResult
}

/** Listens to the content scripts. */
export function answerPages(parts: PagePortParts): void {
  browser.runtime.onConnect.addListener((port) => {
    const { sender } = port
    const isPage = port.name === PAGE_PORT && isOwnContentScript(sender)
    const frame = isPage && !isPrerendered(sender) ? frameOf(sender) : null
    if (frame) listen(parts, port, frame)
    else port.disconnect()
  })
}

/**
 * A document that nobody sees yet, in a tab that shows another; neither its badges nor its frames are
 * the tab's. Its script connects again when the document becomes visible.
 */
function isPrerendered(sender: Runtime.MessageSender | undefined): boolean {
  // Chromium's; the types have Firefox's fields alone.
  const { documentLifecycle } = (sender ?? {}) as { documentLifecycle?: string }
  return documentLifecycle === 'prerender'
}

interface Frame {
  tabId: number
  frameId: number
  isPrivate: boolean
  /** As the browser, not the page, has it. */
  top: TopDocument
}

function frameOf(sender: Runtime.MessageSender | undefined): Frame | null {
  const tabId = sender?.tab?.id
  if (sender?.tab === undefined || tabId === undefined) return null
  const { frameId = 0, documentId, tab } = sender
  const top = topDocument((frameId === 0 ? sender.url : tab.url) ?? '')
  if (frameId === 0 && documentId !== undefined) top.documentId = documentId
  // `about:blank` and `blob:`: of the site that opened them, with whatever was chosen for it.
  if (frameId === 0 && top.host === '') top.host = hostOf(originOf(sender))
  return { tabId, frameId, isPrivate: tab.incognito, top }
}

function originOf(sender: Runtime.MessageSender): string | undefined {
  // Of both browsers; the types lack it.
  return (sender as { origin?: string }).origin
}

/** One message after the other, so that what is gone cannot overtake what is new. */
function listen(parts: PagePortParts, port: Runtime.Port, frame: Frame): void {
  const { tabId, frameId, isPrivate, top } = frame
  let tab: TabState | undefined
  let line: OpenLine | undefined
  let turn = parts.ready.then(async () => {
    tab =
      frameId === 0
        ? parts.lifecycle.enter(tabId, isPrivate, top)
        : await parts.lifecycle.enterFrame(tabId, isPrivate, top)
    line = parts.ports.add(tabId, frameId, port)
    parts.modes.restWhereOff(tab)
  })
  const next = (action: (tab: TabState) => Promise<void> | void) => {
    turn = turn
      .then(() => (tab && parts.store.get(tabId) === tab ? action(tab) : undefined))
      .catch(console.error)
  }

  port.onMessage.addListener((raw) => {
    const message = readPageMessage(raw)
    if (!message) return
    next(async (open) => {
      if (message.type === 'candidates' && message.all === true) {
        // What the page has been showing for long may hold no more.
        await parts.freshness.renew(open)
        line?.mayBeMarked(message.items.map(({ key }) => key))
      }
      return obey(parts, open, frameId, message)
    })
  })
  port.onDisconnect.addListener(() => {
    turn = turn.then(() => {
      line?.close()
    })
    next((open) => {
      if (parts.ports.hasFrame(tabId, frameId)) return
      if (frameId === 0) {
        parts.access.forget(tabId)
        parts.lifecycle.leave(open)
      }
      parts.intake.leaveFrame(open, frameId)
    })
  })
}

async function obey(
  parts: PagePortParts,
  tab: TabState,
  frameId: number,
  message: FromPage,
): Promise<void> {
  switch (message.type) {
    case 'candidates':
      if (frameId === 0) rename(tab, withoutFragment(message.url))
      // What a script said before it heard that it is to rest.
      return tab.resting === true ? undefined : parts.intake.take(tab, frameId, message)
    case 'gone':
      parts.intake.leave(tab, frameId, message.keys)
      return
    case 'activate':
      activate(parts, tab, frameId, message.key)
      return
    case 'ping':
      return
  }
}

/**
 * The page has given itself another address of its host. One without a host has that of its opener, and may have been
 * written by it: its script is told the opener's address then, and nobody else is.
 */
function rename(tab: TabState, url: string): void {
  const host = hostOf(tab.url)
  if (host === tab.host && host === hostOf(url)) tab.url = url
}

/** A click on a mark: consent for this badge, or "show me the report". What has no mark has no click. */
function activate(
  { checks, announcer, show }: PagePortParts,
  tab: TabState,
  frameId: number,
  key: string,
): void {
  const entry = entryAt(tab, frameId, key)
  if (!entry || lookOf(entry) === null) return
  if (entry.state === 'found') {
    checks.start(tab, entry)
    return
  }
  tab.focus = entry.id
  announcer.changed(tab.tabId)
  show.openFromPage(tab.tabId, entry.id).catch(console.error)
}

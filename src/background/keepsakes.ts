import { contents, reports, type Content, type KeptReport } from '../platform/database'
import { session } from '../platform/session'
import { fromBase64, toBase64 } from './base64'
import type { TabState } from './tab-state'

/** A larger file of a private window is only in memory, and read again after the worker died. */
const MOST_SESSION_BYTES = 200_000

/** A private tab's reports: `private:TAB:…`, so that their tab is known wherever they are asked for. */
const PRIVATE_REPORT = /^private:(\d+):/

/**
 * Bytes and reports. Those of ordinary tabs lie in IndexedDB; those of private windows in memory
 * and under their tab's name in storage.session, which never reaches a disk, and go with the tab.
 */
export class Keepsakes {
  readonly #private = new Map<string, Content>()

  /** The id under which a report for this tab is kept. */
  reportId(tab: TabState, credentialKey: string): string {
    return tab.private ? `private:${tab.tabId}:${credentialKey}` : credentialKey
  }

  async report(id: string): Promise<KeptReport | undefined> {
    const tabId = PRIVATE_REPORT.exec(id)?.[1]
    if (tabId === undefined) return reports.get(id)
    return (await session.get(`tab:${tabId}:report:${id}`)) as KeptReport | undefined
  }

  async keepReport(report: KeptReport): Promise<void> {
    const tabId = PRIVATE_REPORT.exec(report.id)?.[1]
    if (tabId === undefined) await reports.put(report)
    else await session.set(`tab:${tabId}:report:${report.id}`, report)
  }

  async content({ tabId, private: isPrivate }: TabState, id: string): Promise<Content | undefined> {
    if (!isPrivate) return contents.get(tabId, id)
    const key = contentKey(tabId, id)
    const kept = this.#private.get(key) ?? unpack(await session.get(key))
    if (kept) this.#private.set(key, kept)
    return kept
  }

  async keepContent(tab: TabState, id: string, content: Content): Promise<void> {
    if (!tab.private) return contents.put(tab.tabId, id, content)
    const key = contentKey(tab.tabId, id)
    this.#private.set(key, content)
    if (content.bytes.length <= MOST_SESSION_BYTES) await session.set(key, pack(content))
  }

  async dropContent({ tabId, private: isPrivate }: TabState, id: string): Promise<void> {
    if (!isPrivate) return contents.remove(tabId, id)
    this.#private.delete(contentKey(tabId, id))
    await session.remove([contentKey(tabId, id)])
  }

  /** All that is kept for one tab alone. Reports of ordinary tabs stay: they have an age. */
  async dropTab(tabId: number): Promise<void> {
    const prefix = `tab:${tabId}:`
    for (const key of this.#private.keys()) if (key.startsWith(prefix)) this.#private.delete(key)
    const keys = Object.keys(await session.all()).filter((key) => key.startsWith(prefix))
    if (keys.length > 0) await session.remove(keys)
    await contents.removeTab(tabId)
  }

  /** Bytes of tabs that went while no worker ran. */
  async sweep(open: ReadonlySet<number>): Promise<void> {
    const gone = (await contents.tabs()).filter((tabId) => !open.has(tabId))
    await Promise.all(gone.map((tabId) => contents.removeTab(tabId)))
    await reports.prune()
  }
}

function contentKey(tabId: number, id: string): string {
  return `tab:${tabId}:content:${id}`
}

/** Content as JSON, which is all that storage keeps. */
type Packed = Omit<Content, 'bytes'> & { base64: string }

function pack({ bytes, ...rest }: Content): Packed {
  return { ...rest, base64: toBase64(bytes) }
}

function unpack(packed: unknown): Content | undefined {
  if (packed === undefined) return undefined
  const { base64, ...rest } = packed as Packed
  const bytes = fromBase64(base64)
  return bytes ? { ...rest, bytes } : undefined
}

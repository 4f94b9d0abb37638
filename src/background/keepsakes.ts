import { history } from '../platform/history-database'
import { contents, reports, type Content, type KeptReport } from '../platform/database'
import type { VerificationReport } from '../verifier/report'
import { isHistoryId } from './history/history-line'
import { fromBase64, toBase64 } from './base64'
import { SessionShelf } from './session-shelf'
import type { TabState } from './tab-state'
import { thumbnailOf } from './thumbnail'

/** A larger file of a private window is only in memory, and had again after the worker died. */
const MOST_SESSION_BYTES = 200_000

/** Reports in memory where IndexedDB fails: each may be megabytes. */
const MOST_UNKEPT = 100

/** Characters of reports that are written before the oldest go: more than that may come with one page. */
const CHARACTERS_BETWEEN = 20_000_000

/** `KEPT` or `KEPT.IMAGE`; KEPT is `private:TAB:KEY` for a private tab, so that its tab is known. */
const REPORT_ID = /^(?<kept>(?:private:(?<tabId>\d+):)?[^.]+)(?:\.(?<image>.+))?$/

/**
 * Bytes and reports. Those of ordinary tabs lie in IndexedDB; those of private windows on a shelf
 * that never reaches a disk, and go with the tab. Where IndexedDB fails, memory stands in for it: no
 * check comes to nothing because its result cannot be kept.
 */
export class Keepsakes {
  readonly #shelf = new SessionShelf()
  /** Reports that IndexedDB did not take. */
  readonly #unkept = new Map<string, KeptReport>()
  /** Characters of reports since the oldest went. */
  #written = 0

  /** The id of a report in this tab. */
  reportId(tab: TabState, reportKey: string): string {
    return tab.private ? `private:${tab.tabId}:${reportKey}` : reportKey
  }

  /** The report, with the hash of the image that the id names, and of no other; one of the history as it is. */
  async report(id: string): Promise<KeptReport | undefined> {
    if (isHistoryId(id)) return ofHistory(id)
    const { keptId, tabId, image } = partsOf(id)
    const kept =
      tabId === undefined
        ? (this.#unkept.get(keptId) ?? (await orNothing(reports.get(keptId))))
        : ((await this.#shelf.get(reportOnShelf(tabId, keptId))) as KeptReport | undefined)
    return kept && { ...kept, id, report: foundIn(kept.report, image) }
  }

  /** Those of these reports that are kept. Only keys are read: the reports themselves may be megabytes. */
  async keptOf(ids: readonly string[]): Promise<string[]> {
    const onDisk = new Set(await orNothing(reports.ids()))
    const isKept = async (id: string): Promise<boolean> => {
      const { keptId, tabId } = partsOf(id)
      if (tabId !== undefined || isHistoryId(id)) return (await this.report(id)) !== undefined
      return onDisk.has(keptId) || this.#unkept.has(keptId)
    }
    const kept = await Promise.all(ids.map(isKept))
    return ids.filter((_, index) => kept[index])
  }

  async keepReport(id: string, report: VerificationReport): Promise<void> {
    const { keptId, tabId } = partsOf(id)
    const kept = { id: keptId, report: foundIn(report, undefined), savedAt: Date.now() }
    if (tabId !== undefined) return this.#shelf.put(reportOnShelf(tabId, keptId), kept)
    try {
      const size = await reports.put(kept)
      this.#unkept.delete(keptId)
      this.#written += size
    } catch (error) {
      console.error(error)
      this.#unkept.set(keptId, kept)
      const [oldest] = this.#unkept.keys()
      if (oldest !== undefined && this.#unkept.size > MOST_UNKEPT) this.#unkept.delete(oldest)
    }
    if (this.#written > CHARACTERS_BETWEEN) await this.#prune().catch(console.error)
  }

  /** All of ordinary tabs: those of private windows are on no disk, and go with their tab. */
  async forgetReports(): Promise<void> {
    this.#unkept.clear()
    await reports.clear()
  }

  async content({ tabId, private: isPrivate }: TabState, id: string): Promise<Content | undefined> {
    const kept = isPrivate ? undefined : await orNothing(contents.get(tabId, id))
    if (kept) return kept
    return (await this.#shelf.get(onShelf(tabId, 'content', id), unpack)) as Content | undefined
  }

  async hasContent(tab: TabState, id: string): Promise<boolean> {
    if (!tab.private && (await orNothing(contents.has(tab.tabId, id)))) return true
    return (await this.#shelf.get(onShelf(tab.tabId, 'content', id), unpack)) !== undefined
  }

  async thumbnail(
    { tabId, private: isPrivate }: TabState,
    id: string,
  ): Promise<string | undefined> {
    const kept = isPrivate ? undefined : await orNothing(contents.thumbnail(tabId, id))
    return kept ?? ((await this.#shelf.get(onShelf(tabId, 'thumbnail', id))) as string | undefined)
  }

  async keepContent(tab: TabState, id: string, content: Content): Promise<void> {
    const { bytes, complete, shown } = content
    // A picture of part of a file would be a picture of something else.
    const thumbnail = shown || complete ? await thumbnailOf(shown ?? bytes) : undefined
    if (tab.private) return this.#shelve(tab, id, content, thumbnail)
    try {
      await contents.put(tab.tabId, id, content, thumbnail)
    } catch (error) {
      console.error(error)
      await this.#shelve(tab, id, content, thumbnail)
    }
  }

  async dropContent({ tabId, private: isPrivate }: TabState, id: string): Promise<void> {
    await this.#shelf.remove([onShelf(tabId, 'content', id), onShelf(tabId, 'thumbnail', id)])
    if (!isPrivate) await orNothing(contents.remove(tabId, id))
  }

  /** All that is kept for one tab alone. Reports of ordinary tabs stay: they have an age. */
  async dropTab(tabId: number): Promise<void> {
    await this.#shelf.removeTab(tabId)
    await contents.removeTab(tabId)
  }

  /** Bytes of tabs that went while no worker ran. */
  async sweep(open: ReadonlySet<number>): Promise<void> {
    const gone = (await contents.tabs()).filter((tabId) => !open.has(tabId))
    await Promise.all(gone.map((tabId) => contents.removeTab(tabId)))
    await this.#prune()
  }

  async #prune(): Promise<void> {
    this.#written = 0
    await reports.prune()
  }

  async #shelve(
    { tabId }: TabState,
    id: string,
    content: Content,
    thumbnail: string | undefined,
  ): Promise<void> {
    const key = onShelf(tabId, 'content', id)
    const size = content.bytes.length + (content.shown?.length ?? 0)
    if (size > MOST_SESSION_BYTES) await this.#shelf.remember(key, content)
    else await this.#shelf.put(key, content, pack(content))
    if (thumbnail !== undefined) await this.#shelf.put(onShelf(tabId, 'thumbnail', id), thumbnail)
  }
}

/** What cannot be read counts as not kept: it is had, or found out, again. */
async function orNothing<Value>(reading: Promise<Value>): Promise<Value | undefined> {
  try {
    return await reading
  } catch (error) {
    console.error(error)
    return undefined
  }
}

/** Whether it goes with its private tab. */
export function isPrivate(reportId: string): boolean {
  return partsOf(reportId).tabId !== undefined
}

async function ofHistory(id: string): Promise<KeptReport | undefined> {
  const report = await history.report(id)
  return report && { id, report, savedAt: Date.parse(report.checkedAt) }
}

function partsOf(id: string): { keptId: string; tabId?: string; image?: string } {
  const { kept = id, tabId, image } = REPORT_ID.exec(id)?.groups ?? {}
  return {
    keptId: kept,
    ...(tabId !== undefined && { tabId }),
    ...(image !== undefined && { image }),
  }
}

/** The report as if it had been found in the image with this hash, or in none that is known. */
function foundIn(report: VerificationReport, image: string | undefined): VerificationReport {
  const { imageSha256: _other, ...source } = report.source
  return {
    ...report,
    source: image === undefined ? source : { ...source, imageSha256: image },
  }
}

function onShelf(tabId: number, what: 'content' | 'thumbnail', id: string): string {
  return `tab:${tabId}:${what}:${id}`
}

function reportOnShelf(tabId: string, id: string): string {
  return `tab:${tabId}:report:${id}`
}

/** Content as JSON, which is all that storage keeps. */
type Packed = Omit<Content, 'bytes' | 'shown'> & { base64: string; shownBase64?: string }

function pack({ bytes, shown, ...rest }: Content): Packed {
  return { ...rest, base64: toBase64(bytes), ...(shown && { shownBase64: toBase64(shown) }) }
}

function unpack(packed: unknown): Content | undefined {
  const { base64, shownBase64, ...rest } = packed as Packed
  const bytes = fromBase64(base64)
  const shown = shownBase64 === undefined ? undefined : fromBase64(shownBase64)
  return bytes ? { ...rest, bytes, ...(shown && { shown }) } : undefined
}

import { history, watches } from '../../platform/history-database'
import type {
  ExportedPart,
  HistoryList,
  HistoryLine,
  HistoryQuery,
  HistoryState,
  ShownLine,
} from '../../platform/history-shapes'
import { translate } from '../../platform/i18n'
import type { WatchSummary } from '../../platform/watch-shapes'
import { chipOf } from '../../ui/wording'
import type { Verdict, VerificationReport } from '../../verifier/report'
import type { BadgeEntry } from '../badge-entry'
import { judgeNow, type Vouching } from '../judge-now'
import type { Keepsakes } from '../keepsakes'
import type { TabState } from '../tab-state'
import { withinMessage } from '../within-message'
import { beyond, MOST_SIZE_OF_ONE, ROOM, type Room } from './bounds'
import { belongs, historyId, isSameBadge, lineOf, type MadeEntry } from './history-line'
import { judgedLines, judgeOf } from './judged-lines'
import { finder, plain } from './search-words'
import { summaryOf } from './watch/watch-summary'

export interface HistoryParts extends Vouching {
  keepsakes: Keepsakes
}

/** Characters of reports in one message, and how many. */
const PART = { size: 4_000_000, entries: 100 }
/** Lines that are kept between two looks at how large all of them are together. */
const LINES_BETWEEN = 50

/**
 * Badges that the user has had verified, kept where they switched it on. Nothing of private windows, and nothing
 * that they have not asked about.
 */
export class History {
  #use = false

  /** @param changed called after every change */
  constructor(
    private readonly parts: HistoryParts,
    private readonly changed: () => void,
    private readonly now: () => Date = () => new Date(),
    private readonly room: Room = ROOM,
  ) {}

  get inUse(): boolean {
    return this.#use
  }

  /** Where that fails, it is off. */
  async load(): Promise<void> {
    this.#use = await history.use().catch((error: unknown) => {
      console.error(error)
      return false
    })
  }

  /** `removes`: what is kept goes, where it is switched off. */
  async setUse(use: boolean, removes: boolean): Promise<void> {
    if (!use) this.#use = false
    await history.setUse(use, removes)
    this.#use = use
    this.changed()
  }

  /**
   * Keeps the finished check of a badge, but of none that is new the longest reports. It never fails: no check comes to
   * nothing because it is not remembered.
   *
   * @param onlyNew the report may be older than what is kept of the badge
   */
  async record(tab: TabState, entry: BadgeEntry, { onlyNew = false } = {}): Promise<void> {
    const { reportId, kind, url } = entry
    if (!this.#use || tab.private || reportId === undefined) return
    const { keepsakes } = this.parts
    try {
      const kept = await keepsakes.report(reportId)
      if (!kept || !belongs(kept.report)) return
      // What is kept already is not judged again: "Verify all" asks for all that is done, too.
      if (onlyNew && (await history.line(historyId(kept.report)))) return
      const thumbnail = await keepsakes.thumbnail(tab, entry.id)
      const locator = kind === 'link' ? url : undefined
      const made = await this.#made(kept.report, { host: tab.host, locator, thumbnail })
      const order = await history.put(made.id, locator, ({ line, order }) => {
        const known = line && isSameBadge(line, made) ? line : undefined
        if (known ? onlyNew : made.size > MOST_SIZE_OF_ONE) return undefined
        return { ...entryOf(made, known, order), ...(thumbnail !== undefined && { thumbnail }) }
      })
      if (order === undefined) return
      await this.#prune(tab.host, order)
      this.changed()
    } catch (error) {
      console.error(error)
    }
  }

  /**
   * A kept badge was verified again, without a page that shows it. However long the report is: what has become of
   * the badge must not be lost to its size.
   */
  async renew(id: string, report: VerificationReport): Promise<void> {
    const line = await history.line(id)
    if (!line) return
    const { host, locator } = line
    const thumbnail = await history.thumbnail(id)
    const made = await this.#made(report, { host, locator, thumbnail })
    const order = await history.put(id, undefined, ({ line: known, order }) =>
      known ? entryOf({ ...made, id }, known, order) : undefined,
    )
    if (order !== undefined) await this.#prune(host, order)
    this.changed()
  }

  async list({ search, verdicts, most }: HistoryQuery): Promise<HistoryList> {
    const lines = await judgedLines(this.parts, this.now())
    const finds = finder(search)
    const fitting = lines.filter((line) => finds(line.words, verdictWords(line)))
    const counts: Partial<Record<Verdict, number>> = {}
    for (const { verdict } of fitting) counts[verdict] = (counts[verdict] ?? 0) + 1
    const found = fitting.filter(
      ({ verdict }) => verdicts.length === 0 || verdicts.includes(verdict),
    )
    const newest = found.toSorted((one, other) => other.order - one.order).slice(0, most)
    const watched = new Map((await watches.all()).map((watch) => [watch.id, summaryOf(watch)]))
    const changed = lines.filter(({ id }) => watched.get(id)?.unseen === true)
    const both = [...changed, ...newest]
    const pictures = withinMessage(await Promise.all(both.map(({ id }) => history.thumbnail(id))))
    const shown = both.map((line, at) => shownLine(line, pictures[at], watched.get(line.id)))
    const news = shown.splice(0, changed.length)
    return { lines: shown, news, found: found.length, kept: lines.length, counts }
  }

  async state(): Promise<HistoryState> {
    const watched = await watches.all()
    const news = watched.filter(({ unseen }) => unseen).length
    return { inUse: this.#use, kept: await history.count(), watched: watched.length, news }
  }

  async remove(id: string): Promise<void> {
    await history.remove([id])
    this.changed()
  }

  async removeAll(): Promise<void> {
    await history.removeAll()
    this.changed()
  }

  /** Newest first, part by part: a message has a largest size. @param before the `next` of the part before */
  async exported(before = Number.MAX_SAFE_INTEGER): Promise<ExportedPart> {
    const now = this.now()
    const lines = (await history.lines())
      .filter(({ order }) => order < before)
      .toSorted((one, other) => other.order - one.order)
    const entries: ExportedPart['entries'] = []
    let size = 0
    let next = before
    for (const line of lines) {
      if (entries.length >= PART.entries || size > PART.size) break
      next = line.order
      const report = await history.report(line.id)
      if (!report) continue
      size += line.size
      const { id, host, since, checkedAt, earlier } = line
      const judged = judgeNow(report, now, this.parts)
      entries.push({ id, host, since, checkedAt, earlier, report: judged })
    }
    const isLast = lines.length === 0 || next === lines.at(-1)?.order
    return isLast ? { entries } : { entries, next }
  }

  async #made(
    report: VerificationReport,
    met: { host: string; locator?: string | undefined; thumbnail?: string | undefined },
  ): Promise<MadeEntry> {
    const { judge } = await judgeOf(this.parts, this.now())
    const { host, locator, thumbnail = '' } = met
    const size = JSON.stringify(report).length + thumbnail.length
    return { id: historyId(report), report, judged: judge(report), host, locator, size }
  }

  /** @param order of the badge that was kept last */
  async #prune(host: string, order: number): Promise<void> {
    const { most } = this.room
    const isFull =
      (await history.count()) > most.entries ||
      (host !== '' && (await history.countOf(host)) > most.entriesOfHost)
    if (!isFull && order % LINES_BETWEEN !== 0) return
    const watched = new Set(await watches.ids())
    const gone = beyond(await history.lines(), watched, this.room)
    if (gone.length > 0) await history.remove(gone)
  }
}

function entryOf(made: MadeEntry, known: HistoryLine | undefined, order: number) {
  return { line: lineOf(made, known, order), report: made.report }
}

/** A verdict is found by the words that its row shows. */
function verdictWords({ verdict, reasons, issuer }: HistoryLine): string {
  return plain(translate(chipOf({ verdict, reasons, issuer }).textKey))
}

function shownLine(
  line: HistoryLine,
  thumbnail: string | undefined,
  watch: WatchSummary | undefined,
): ShownLine {
  const { id, host, checkedAt, earlier, hosts, isWatchable } = line
  const { verdict, holder, issuer, reasons, name, format, figures } = line
  return {
    ...{ id, host, checkedAt, earlier, hosts, isWatchable },
    facts: {
      ...{ verdict, holder, issuer, reasons },
      ...(name !== undefined && { name }),
      ...(format !== undefined && { format }),
      ...(figures && { figures }),
    },
    ...(thumbnail !== undefined && { thumbnail }),
    ...(watch && { watch }),
  }
}

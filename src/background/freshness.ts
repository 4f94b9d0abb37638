import type { Announcer } from './announcer'
import { describe, type BadgeEntry } from './badge-entry'
import { judgeNow, type Vouching } from './judge-now'
import type { Keepsakes } from './keepsakes'
import type { TabState } from './tab-state'

/** Milliseconds for which a judgement of the present counts as present. */
const PRESENT_MS = 60_000

interface Renewal {
  at: number
  done: Promise<void>
}

/** Dates pass and answers about status grow old while a page stays open. */
export class Freshness {
  readonly #renewals = new WeakMap<TabState, Renewal>()

  constructor(
    private readonly keepsakes: Keepsakes,
    private readonly announcer: Announcer,
    private readonly vouching: Vouching,
  ) {}

  /** Resolves once every finished badge of the tab is as it is to be judged now. Asks nobody. */
  renew(tab: TabState): Promise<void> {
    const now = new Date()
    const last = this.#renewals.get(tab)
    if (last && Math.abs(now.getTime() - last.at) < PRESENT_MS) return last.done
    const done = this.#judge(tab, now).catch(console.error)
    this.#renewals.set(tab, { at: now.getTime(), done })
    return done
  }

  /** The lists have changed: what was present a moment ago is not. */
  renewNow(tab: TabState): Promise<void> {
    this.#renewals.delete(tab)
    for (const entry of tab.entries) if (entry.state !== 'done') forgetListings(entry)
    this.announcer.changed(tab.tabId)
    return this.renew(tab)
  }

  /** Another language is spoken: names that badges give in several are taken anew. */
  rename(tab: TabState): Promise<void> {
    this.#renewals.delete(tab)
    return this.renew(tab)
  }

  async #judge(tab: TabState, now: Date): Promise<void> {
    for (const entry of [...tab.entries]) {
      const { reportId } = entry
      if (reportId === undefined) continue
      const kept = await this.keepsakes.report(reportId)
      const report = kept && judgeNow(kept.report, now, this.vouching)
      // Looked at only now: it may be checked again in the meantime.
      const isDone = entry.state === 'done' && entry.reportId === reportId
      if (!isDone) continue
      const before = saidBy(entry)
      if (report) describe(entry, report)
      else unsay(entry)
      if (saidBy(entry) === before) continue
      this.announcer.changed(tab.tabId)
    }
  }
}

function saidBy({ verdict, reasons, name }: BadgeEntry): string {
  return JSON.stringify([verdict, reasons, name])
}

/**
 * Its report is kept no more, so that nobody can judge it for the present: it waits for a click, as before its check,
 * and also where its site is always verified. A page of more badges than reports are kept of would ask without end.
 */
function unsay(entry: BadgeEntry): void {
  if (entry.verdict !== 'trusted' && entry.verdict !== 'authentic') return
  delete entry.reportId
  delete entry.verdict
  delete entry.reasons
  delete entry.issuer
  delete entry.holder
  delete entry.checkedAt
  entry.state = 'found'
  entry.calledOff = true
}

/** A first look may have named a list, and there is no kept report to judge again. */
function forgetListings(entry: BadgeEntry): void {
  if (entry.verdict === 'trusted') entry.verdict = 'authentic'
  if (entry.issuer) entry.issuer = { ...entry.issuer, standing: 'unknown' }
  if (entry.reasons) entry.reasons = entry.reasons.filter(({ code }) => code !== 'issuer-listed')
}

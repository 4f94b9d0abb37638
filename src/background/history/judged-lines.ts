import { history } from '../../platform/history-database'
import type { HistoryLine } from '../../platform/history-shapes'
import { uiLanguage } from '../../platform/i18n'
import type { VerificationReport } from '../../verifier'
import { sha256 } from '../../verifier/digest'
import { listVersions } from '../../verifier/issuers/trust-lists'
import { judgeNow, type Vouching } from '../judge-now'
import { judgedLine, type JudgedFor } from './history-line'
import { nextListChange } from './next-change'

/** Written back together. */
const AT_ONCE = 100

/** Judges any report as of one moment and by the lists of that moment. */
export interface Judge {
  judge: (report: VerificationReport) => JudgedFor
  /** Stands for these lists. */
  by: string
}

export async function judgeOf(vouching: Vouching, now: Date): Promise<Judge> {
  const lists = vouching.lists.current()
  const at = now.getTime()
  const listsUntil = nextListChange(lists, at)
  // Names of badges are kept in the language that is spoken.
  const judgedBy = JSON.stringify([listVersions(lists), vouching.euLists.inUse, uiLanguage()])
  const by = await sha256(new TextEncoder().encode(judgedBy))
  return {
    by,
    judge: (report) => ({ report: judgeNow(report, now, vouching), at, listsUntil, by }),
  }
}

/**
 * Every line as it is to be judged now. The report of a line is read only where the next date that it names has
 * come, the lists or the language are others, or an hour has gone by since it was judged last: no row may be green by
 * a list that was removed, or by an answer that is too old.
 */
export async function judgedLines(vouching: Vouching, now: Date): Promise<HistoryLine[]> {
  const { judge, by } = await judgeOf(vouching, now)
  const lines: HistoryLine[] = []
  let changed: HistoryLine[] = []
  for (const line of await history.lines()) {
    if (stands(line, by, now.getTime())) {
      lines.push(line)
      continue
    }
    const report = await history.report(line.id)
    if (!report) continue
    const judged = judgedLine(line, judge(report))
    lines.push(judged)
    changed.push(judged)
    if (changed.length < AT_ONCE) continue
    await history.replaceLines(changed)
    changed = []
  }
  if (changed.length > 0) await history.replaceLines(changed)
  return lines
}

/** A clock that was set back makes what was judged later no judgement of now. */
function stands({ judged }: HistoryLine, by: string, now: number): boolean {
  return judged.by === by && judged.at <= now && now < judged.until
}

import type { HistoryLine } from './history-shapes'
import { WATCH_STATES, type KeptWatch } from './watch-shapes'
import { isRecord } from './records'

/**
 * What lies in the database, whoever wrote it: an earlier version, a later one, or a disk that fails. What cannot
 * be read is not shown, and never asked about.
 */
export function readLine(kept: unknown): HistoryLine | undefined {
  if (!isRecord(kept) || kept.schema !== 1) return undefined
  const { id, order, host, since, checkedAt, verdict, words, size, isWatchable } = kept
  const { found, earlier, hosts, reasons, issuer, judged } = kept
  const areTexts = [id, host, since, checkedAt, verdict, words].every(isText)
  const areLists = isListOf(earlier, isRecord) && isListOf(reasons, isRecord)
  const areNumbers = Number.isSafeInteger(order) && Number.isSafeInteger(size)
  const isRead = areTexts && areLists && areNumbers && isListOf(hosts, isText)
  const isSaid = typeof isWatchable === 'boolean'
  const areWhole = [found, issuer, judged].every(isRecord)
  return isRead && isSaid && areWhole && isRecord(issuer) && isText(issuer.id)
    ? (kept as unknown as HistoryLine)
    : undefined
}

/** A watch whose hosts or times cannot be read would ask nobody knows whom, or all the time. */
export function readWatch(kept: unknown): KeptWatch | undefined {
  if (!isRecord(kept) || kept.schema !== 1) return undefined
  const { id, hosts, newHosts, state, changes } = kept
  const { nextAt, begun, failures, failingSince } = kept
  const areNumbers = [nextAt, begun, failures, failingSince ?? 0].every(isTime)
  const isState = WATCH_STATES.some((known) => known === state)
  const areHosts = isListOf(hosts, isText) && isListOf(newHosts, isText)
  const isRead = isText(id) && areNumbers && isState && areHosts && isListOf(changes, isRecord)
  return isRead ? (kept as unknown as KeptWatch) : undefined
}

/** A number that a date can be made of (ECMAScript, section 21.4.1.1), and that is counted with. */
function isTime(value: unknown): boolean {
  return Number.isSafeInteger(value) && Math.abs(Number(value)) <= 8.64e15
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isListOf<Item>(value: unknown, is: (item: unknown) => item is Item): value is Item[] {
  return Array.isArray(value) && value.every(is)
}

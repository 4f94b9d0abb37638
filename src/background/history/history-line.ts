import type { EarlierVerdict, HistoryLine } from '../../platform/history-shapes'
import type { Need, VerificationReport } from '../../verifier'
import { cut } from '../cut'
import { factsOf } from './history-facts'
import { nextChange } from './next-change'
import { wordsOf } from './search-words'

const MOST_EARLIER = 12

/** A finished check, ready to be kept. */
export interface MadeEntry {
  id: string
  /** As it is kept. */
  report: VerificationReport
  judged: JudgedFor
  host: string
  locator?: string | undefined
  size: number
}

/** A kept report, judged for a moment and by the lists of that moment. */
export interface JudgedFor {
  report: VerificationReport
  /** Milliseconds since the epoch. */
  at: number
  /** Until when no list changes what it says. */
  listsUntil: number
  by: string
}

/** The id under which a credential is kept: by its text, which nobody can change and be taken for it. */
export function historyId({ source }: VerificationReport): string {
  return `history:${source.sha256}`
}

export function isHistoryId(id: string): boolean {
  return id.startsWith('history:')
}

/** What is kept: badges whose credential was read. Of anything else nothing would tell it from the next. */
export function belongs({ kind, verdict, source }: VerificationReport): boolean {
  return kind !== 'none' && verdict !== 'none' && source.text !== undefined
}

/** The line of a badge after a check; `known`: the one before it, of the same badge. */
export function lineOf(
  made: MadeEntry,
  known: HistoryLine | undefined,
  order: number,
): HistoryLine {
  const { report, judged, host, locator, size } = made
  const found = foundBy(judged.report)
  const { checkedAt } = report
  const credentialId = report.credential?.id?.slice(0, 2_000)
  return {
    ...judgedFacts(judged),
    ...{ schema: 1, id: known?.id ?? made.id, order, host, checkedAt, found, size },
    since: known?.since ?? checkedAt,
    earlier: known ? earlierOf(known, found) : [],
    hosts: chainOf(report),
    isWatchable: isDecided(report),
    ...(locator !== undefined && { locator }),
    ...(credentialId !== undefined && { credentialId }),
    words: wordsOf(judged.report, host),
  }
}

/** The line as it is to be judged now. */
export function judgedLine(line: HistoryLine, judged: JudgedFor): HistoryLine {
  const { name: _name, format: _format, figures: _figures, ...rest } = line
  return { ...rest, ...judgedFacts(judged) }
}

/** What an address answers may be another version of the badge, and may be another badge. */
export function isSameBadge(line: HistoryLine, { id, report }: MadeEntry): boolean {
  const own = report.credential?.id
  return line.id === id || (own !== undefined && line.credentialId === own)
}

/** Hosts of what was asked to verify it; what only says more about it is left out. */
function chainOf({ requests, needs }: VerificationReport): string[] {
  return [...new Set([...requests, ...needs].filter(isOfChain).map(({ host }) => host))]
}

export function isOfChain({ purpose }: Need): boolean {
  return purpose !== 'esco' && purpose !== 'artwork'
}

/** Of a badge that does not verify, or of which that was not found out, there is nothing to watch for. */
function isDecided({ verdict, currency }: VerificationReport): boolean {
  return verdict !== 'invalid' && verdict !== 'unverifiable' && currency !== 'unknown'
}

function judgedFacts({ report, at, listsUntil, by }: JudgedFor) {
  const until = Math.min(nextChange(report, at), listsUntil)
  return { ...factsOf(report), judged: { at, until, by } }
}

function foundBy({ verdict, reasons, reason, checkedAt }: VerificationReport): EarlierVerdict {
  const [first = { code: reason, params: {} }] = reasons
  return { verdict, reason: cut(first) as EarlierVerdict['reason'], checkedAt }
}

function earlierOf({ found: before, earlier }: HistoryLine, found: EarlierVerdict) {
  const isSame = before.verdict === found.verdict && before.reason.code === found.reason.code
  return isSame ? earlier : [before, ...earlier].slice(0, MOST_EARLIER)
}

/** What is kept of verified badges beyond the cache, and of those that are watched; and as pages hear of it. */
import type { Reason, VerificationReport, Verdict } from '../verifier/report'
import type { BadgeFigures } from './messages'
import type { WatchSummary } from './watch-shapes'

/** A verdict that was found before. */
export interface EarlierVerdict {
  verdict: Verdict
  /** The one that decided. */
  reason: Reason
  /** When that was last found, ISO 8601. */
  checkedAt: string
}

/** What of a report a list shows, cut: the report itself holds all of it. */
export interface HistoryFacts extends Pick<VerificationReport, 'verdict' | 'holder' | 'issuer'> {
  /** The first of them. */
  reasons: Reason[]
  /** At most 300 characters. */
  name?: string
  format?: string
  figures?: BadgeFigures
}

/** One badge of the history without its report, small enough to read all of them for a list. */
export interface HistoryLine extends HistoryFacts {
  schema: 1
  /** `history:` and the hex SHA-256 of the credential's text, as it was when it was first kept. */
  id: string
  /** Larger than that of everything that was kept before: no clock is asked what is newest. */
  order: number
  /** Host of the page that showed it last; '' for a file that the user gave. */
  host: string
  /** When it was first kept, ISO 8601. */
  since: string
  /** Of the newest check, ISO 8601. */
  checkedAt: string
  /** What the newest check found, then: the facts are judged anew as time goes on. */
  found: EarlierVerdict
  /** Newest first; the verdicts before that one. */
  earlier: EarlierVerdict[]
  /** Hosts that a watch would ask: the chain of the newest check. */
  hosts: string[]
  /** The newest check found that it comes from its issuer, and whether it is in force. */
  isWatchable: boolean
  /** Of an address that a link led to, and that answered with the credential. */
  locator?: string
  /** The credential's own id. */
  credentialId?: string
  /** What it is found by: name, issuer, skills and host, without case, width and accents. */
  words: string
  /** Characters of its report and thumbnail. */
  size: number
  /** As of when and by which lists the facts were judged, and until when nothing changes them by itself. */
  judged: { at: number; until: number; by: string }
}

export interface HistoryEntry {
  line: HistoryLine
  report: VerificationReport
  /** PNG or SVG data URL. */
  thumbnail?: string
}

/** A line as a page shows it. */
export interface ShownLine extends Pick<
  HistoryLine,
  'id' | 'host' | 'checkedAt' | 'earlier' | 'hosts' | 'isWatchable'
> {
  facts: HistoryFacts
  thumbnail?: string
  watch?: WatchSummary
}

export interface HistoryQuery {
  /** Words, all of which have to be found; '' finds all. */
  search: string
  /** Only these; empty: all. */
  verdicts: Verdict[]
  /** How many of the newest. */
  most: number
}

export interface HistoryList {
  lines: ShownLine[]
  /** Watched badges of which the user has not seen what changed, whatever the query. */
  news: ShownLine[]
  /** How many fit the query, and how many are kept at all. */
  found: number
  kept: number
  /** Of what fits the words, whatever its verdict. */
  counts: Partial<Record<Verdict, number>>
}

/** For the popup and the options. */
export interface HistoryState {
  inUse: boolean
  kept: number
  watched: number
  /** Changes of watched badges that the user has not seen. */
  news: number
}

/** One badge in an exported file. */
export interface ExportedEntry {
  id: string
  host: string
  since: string
  checkedAt: string
  earlier: EarlierVerdict[]
  /** Judged for the moment of the export. */
  report: VerificationReport
}

/** What of the history one message carries; `next`: ask again with it. */
export interface ExportedPart {
  entries: ExportedEntry[]
  next?: number
}

import type { BadgeFigures, BadgeKind, BadgeState, BadgeSummary } from '../platform/messages'
import type { MarkLook } from '../platform/port-messages'
import { uiLanguage } from '../platform/i18n'
import { nameInReport, textFor } from '../ui/wording'
import type { Holder, Reason, VerificationReport, Verdict } from '../verifier/report'
import type { Award, Clues } from './award'
import { figuresOf } from './badge-figures'
import { cut, LONGEST } from './cut'

/** Where a page shows a badge. */
export interface Place {
  frameId: number
  /** The candidate's key within the frame. */
  key: string
}

/**
 * `unread`: an image whose bytes are still to be read. `nothing`: read, and no badge; it is kept so
 * that it is not read again. All others are states that people see.
 */
export type EntryState = BadgeState | 'unread' | 'nothing'

/** Something in a tab that is, or may be, a badge. Small and plain: it lies in storage.session. */
export interface BadgeEntry {
  /** Unique within the tab. */
  id: string
  kind: BadgeKind
  /** Image or file URL; of a data URL only what precedes its data; '' of a file that the user gave. */
  url: string
  /** Tells entries of one URL apart whose content the page read itself: hex SHA-256. */
  contentHash?: string
  label?: string
  /** What beside its own bytes may lead to its credential. */
  clues?: Clues
  /** Where they lead, as far as addresses tell. */
  award?: Award
  places: Place[]
  /** The user asked for it in the top document, which has not said yet what it shows there. */
  askedAtTop?: true
  state: EntryState
  /** How many bytes are kept of its file. */
  bytes?: number
  /** How often its first look failed for a reason that may pass. */
  looks?: number
  /** What is said of it was looked for from the link around it: the address of that, '' without one. */
  searchedFrom?: string
  /** Of a picture whose credential was found elsewhere: hex SHA-256 of what people see. */
  shownHash?: string
  /** The page has read it, and found no credential in it. */
  stripped?: true
  /** The user asked for this very one: it is answered even if it is no badge. */
  asked?: boolean
  /** It is known why there is nothing to verify: its platform publishes nothing. */
  explained?: boolean
  /** Bytes or answers have shown that it is a badge. */
  isBadge?: boolean
  /** Its last check was begun because its site is one that is always verified, and by no click. */
  unasked?: true
  /** The user has called a check off on such a site: it waits for a click. */
  calledOff?: true
  /** The check under way; what is needed to start it again after the worker was killed. */
  check?: PendingCheck
  /** Hosts that a check would ask; while checking, those asked so far. */
  hosts: string[]
  permission?: string
  reportId?: string
  verdict?: Verdict
  reasons?: Reason[]
  holder?: Holder
  name?: string
  issuer?: VerificationReport['issuer']
  format?: string
  figures?: BadgeFigures
  checkedAt?: string
}

export interface PendingCheck {
  /** How often a worker began it. A check that kills the worker must not do so for ever. */
  begun: number
  /** Hosts that it was expected to ask when it was asked for. */
  hosts: string[]
}

/** Whether this frame shows it. */
export function isIn({ places }: BadgeEntry, frameId: number): boolean {
  return places.some((place) => place.frameId === frameId)
}

/** Reasons of a report that a list may need: those that decide come first. */
const MOST_REASONS = 8

/** What of a report a list shows, however long the report is: all tabs share one small store. */
export function describe(entry: BadgeEntry, report: VerificationReport): void {
  const name = nameInReport(report)
  const shown = name && textFor(name, uiLanguage()).text
  Object.assign(entry, {
    verdict: report.verdict,
    reasons: cut(report.reasons.slice(0, MOST_REASONS)),
    holder: report.holder,
    issuer: cut(report.issuer),
    checkedAt: report.checkedAt,
  })
  if (shown !== undefined) entry.name = shown.slice(0, LONGEST)
  if (report.format !== undefined) entry.format = report.format.slice(0, LONGEST)
  const figures = figuresOf(report)
  if (figures === undefined) delete entry.figures
  else entry.figures = figures
}

/** The finished check on the entry. */
export function finish(entry: BadgeEntry, report: VerificationReport, reportId: string): void {
  describe(entry, report)
  delete entry.check
  delete entry.permission
  entry.reportId = reportId
  entry.state = 'done'
  entry.hosts = [...new Set(report.requests.map(({ host }) => host))]
  entry.isBadge =
    report.kind !== 'none' && (entry.isBadge === true || report.source.text !== undefined)
}

/** What a list of the page's badges names. */
export function listed(entries: BadgeEntry[]): BadgeEntry[] {
  return withoutRepetitions(entries).filter(isListed)
}

/** Everything that may lead to its credential but its own bytes. */
export function cluesOf({ kind, url, clues = {} }: BadgeEntry): Clues {
  return kind === 'link' ? { ...clues, href: url } : clues
}

/** What counts as a badge: a link does so only once it was found to lead to one, or by its platform. */
export function counted(entries: BadgeEntry[]): BadgeEntry[] {
  return listed(entries).filter(({ isBadge }) => isBadge === true)
}

/**
 * A badge image inside a link to its own file or award is one badge, not two; and so is the document that
 * some browsers make of a picture inside an `<object>`.
 */
function withoutRepetitions(entries: BadgeEntry[]): BadgeEntry[] {
  const badges = entries.filter(({ kind, isBadge }) => kind !== 'link' && isBadge === true)
  const linked = new Set(badges.flatMap(({ clues: { embed, href } = {} }) => [embed, href]))
  const awards = new Set(badges.map(({ award }) => award?.url))
  const images = new Set(badges.flatMap(({ kind, url }) => (kind === 'image' ? [url] : [])))
  return entries.filter(({ kind, url, award, asked }) => {
    if (kind === 'page') return !images.has(url)
    if (kind !== 'link' || asked === true) return true
    return !linked.has(url) && (award === undefined || !awards.has(award.url))
  })
}

function isListed(entry: BadgeEntry): boolean {
  if (entry.state === 'unread' || entry.state === 'nothing') return false
  if (entry.asked === true || entry.explained === true) return true
  return entry.state !== 'done' || entry.verdict !== 'none'
}

/** How its mark looks; null where the page gets none. */
export function lookOf(entry: BadgeEntry): MarkLook | null {
  if (!isListed(entry) || entry.isBadge !== true) return null
  if (entry.state !== 'done') return entry.state as MarkLook
  return entry.verdict === undefined || entry.verdict === 'none' ? null : entry.verdict
}

export function summaryOf(entry: BadgeEntry, thumbnail: string | undefined): BadgeSummary {
  const {
    places: _places,
    asked: _asked,
    askedAtTop: _askedAtTop,
    check: _check,
    contentHash: _hash,
    clues: _clues,
    explained: _explained,
    stripped: _stripped,
    searchedFrom: _searchedFrom,
    shownHash: _shownHash,
    award: _award,
    looks: _looks,
    bytes: _bytes,
    ...rest
  } = entry
  const { isBadge = false, state, ...summary } = rest
  return {
    ...summary,
    isBadge,
    state: state as BadgeState,
    ...(thumbnail !== undefined && { thumbnail }),
  }
}

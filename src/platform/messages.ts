/**
 * What pages of the extension (popup …) and the worker tell each other, typed in one place: `runtime.sendMessage`
 * with one of `WorkerRequests`, and from the worker a `Broadcast`, which says only *that* something changed. Plain
 * JSON only: Chromium turns typed arrays into plain objects on the way, so bytes travel as base64. What content
 * scripts and the worker say is in `port-messages.ts`.
 */
import type { ProfileSummary } from '../profile/profile-summary'
import type { ListProblem, NamedRegistry } from '../verifier'
import type { ConsentMode, ConsentState, KeptSite, SitesState } from './consent-shapes'
import type { EscoOffline } from './esco-shapes'
import type { EuListsState, RefreshedEuList } from './eu-list-shapes'
import type { PageHealth } from './health-shapes'
import type { HistoryRequests } from './history-messages'
import type { MachineRequests } from './machine-messages'
import type { AddedOwnIdentity, OwnFinding, OwnIdentity } from './own-identity-shapes'
import type { Candidate } from './port-messages'
import type { PreferenceChange, Preferences } from './preferences'
import type { Holder, Range, Reason, VerificationReport, Verdict } from '../verifier/report'

// ── extension pages → worker ────────────────────────────────────────────────────────────────────

/** Ids that one request names. */
export const MOST_IDS = 1_000

/** What a page shows, or a file that the user gave to a page of ours. */
export type BadgeKind = Candidate['kind'] | 'file'

export type BadgeState = 'found' | 'checking' | 'permission-needed' | 'done'

/** One badge of a page, as the popup lists it. */
export interface BadgeSummary {
  /** Unique within the tab. */
  id: string
  kind: BadgeKind
  /** Image or file URL; '' for a file that the user gave. */
  url: string
  label?: string
  state: BadgeState
  /** False: a link, or an image that could not be read yet; it may be no badge at all. */
  isBadge?: boolean
  /** It is the page itself, in which there is no place to show. */
  isPage?: true
  /** Hosts that a verification would ask, as far as known; for `checking`: asked so far. */
  hosts: string[]
  /** Browser permission that is missing, as an origin pattern, when `permission-needed`. */
  permission?: string
  /** PNG or SVG data URL made by the worker, at most 96 px or 64 kB. */
  thumbnail?: string
  reportId?: string
  /** From the report, as soon as one exists (a preliminary one before consent). */
  verdict?: Verdict
  reasons?: Reason[]
  holder?: Holder
  name?: string
  issuer?: VerificationReport['issuer']
  format?: string
  figures?: BadgeFigures
  /** When it was checked, ISO 8601. */
  checkedAt?: string
}

/** What badges can be compared by, as they state it. */
export interface BadgeFigures {
  /** EQF, 1 to 8. */
  level?: number
  ects?: Range
  hours?: Range
  /** Alignments with ESCO. */
  skills?: number
}

export interface PageState {
  tabId: number
  /** Host of the tab's address; '' for pages that the browser keeps to itself. */
  host: string
  /**
   * `withheld`: the browser's user lets us into this site on a click alone, or not at all; `once`: they
   * do, and we have looked at the page after such a click; `unreachable`: no extension may look; `untold`:
   * the browser does not say what it shows, which a click on our icon may change.
   */
  access: 'ok' | 'once' | 'withheld' | 'unreachable' | 'untold'
  /** Browser permission that is missing, as an origin pattern, where it is `once` or `withheld`. */
  permission?: string
  /** Private window: nothing is kept. */
  private: boolean
  consent: ConsentState
  badges: BadgeSummary[]
  /** None is listed yet, and the page is still loading or its images are still being read. */
  looking?: true
  /** There is more than is looked at in one tab. */
  partial?: true
  /** What "Verify this badge" was asked for last in this tab, and not yet seen. */
  focus?: string
}

/** What the badges of a page come to together. */
export interface PageProfile {
  /** Host of the tab's address; '' where no tab is known. */
  host: string
  /** ISO 8601: what holds, holds as of then. */
  judgedAt: string
  summary: ProfileSummary
}

/** A badge of a profile, with the report that it counts by. */
export interface ProfileEntry {
  /** As the summary names it. */
  id: string
  reportId: string
  figures?: BadgeFigures
  /** Judged for now; without the credential's text and the tables of descriptors: `report` has them. */
  report: VerificationReport
}

/** The profile with everything that it is made of. */
export interface ProfileReport extends PageProfile {
  /** Every badge with a report, whatever its verdict, in the order of the page. */
  entries: ProfileEntry[]
  /** How many reports that were asked for are no longer kept. */
  missing: number
  /** Private window: goes with its tab. */
  private?: true
}

/** A report as kept on this machine. */
export interface StoredReport {
  /** Key: derived from the credential, list versions and the image that it was found in. */
  id: string
  /** Judged again for now: dates, and status when its answer has become too old. */
  report: VerificationReport
  /** Thumbnail of the very image that it was found in, while a tab shows it. */
  thumbnail?: string
  /** Private window: goes with its tab. */
  private?: true
}

/** A list of issuers that the user trusts, without its length. */
export interface TrustListSummary {
  /** Its address, or `sha256:…` of a file. */
  id: string
  name: string
  publisher?: string
  /** Where it says that it is published. */
  url?: string
  licence?: string
  /** ISO 8601: of its last change, and of when it was read. */
  updated?: string
  retrieved?: string
  /** Its id is an address that can be asked again. */
  fromAddress: boolean
  /** How many it vouches for, of how many entries; listings that have ended, or have a scope. */
  issuers: number
  entries: number
  ended: number
  scoped: number
  /** The first of them. */
  shownIssuers: { id: string; name: string }[]
  /** The first of what was not read. */
  problems: ListProblem[]
  problemCount: number
  /** The organisation demands it: it cannot be removed. */
  byOrganisation?: true
}

export type { ListProblem, NamedRegistry }

/** What came of adding a list. */
export type AddedList =
  | { is: 'added'; id: string }
  /** It vouches for nobody, and names others that may be added. */
  | { is: 'registries'; registries: NamedRegistry[]; problems: ListProblem[] }
  | { is: 'unreadable'; problem: ListProblem }
  | { is: 'not-obtained'; reason: Reason }
  /** The user removed it while it was being read. */
  | { is: 'withdrawn' }

/** An address or number, or a person by name and day of birth (`YYYY-MM-DD`); compared, and never kept. */
export type GivenIdentity = string | { name: string; dateOfBirth: string }

/** A file that the user dropped, chose or pasted. */
export interface GivenFile {
  name: string
  /** Base64. */
  bytes: string
}

/** Why a picture and a credential cannot be brought together. */
export type CannotBake =
  | 'no-report'
  | 'not-verified'
  /** There is none, or it cannot be decoded. */
  | 'no-picture'
  /** One of them would be another afterwards, to us or to other readers. */
  | 'picture-refused'
  /** No specification bakes it. */
  | 'format'

/** A picture with a credential baked in: `base64` of the file; or why there is none. */
export type BakedImage =
  { is: 'baked'; type: 'png' | 'svg'; base64: string } | { is: 'not-baked'; why: CannotBake }

export interface VerifyParams {
  tabId: number
  ids: string[] | 'all'
  /** The badges that were in sight: consent for all of them is consent for no other. */
  of?: string[]
}

export interface WorkerRequests extends HistoryRequests, MachineRequests {
  'page-state': { params: { tabId: number }; result: PageState }
  /** Null: the tab shows another page by now. */
  'page-profile': { params: { tabId: number }; result: PageProfile | null }
  /** The same with its reports. */
  'profile-report': { params: { tabId: number }; result: ProfileReport | null }
  /** What these reports come to, whether or not a tab still shows their badges; null: none is kept. */
  'kept-profile': { params: { reportIds: string[] }; result: ProfileReport | null }
  /** Which of these reports are kept, in this order. */
  'kept-reports': { params: { reportIds: string[] }; result: string[] }
  /** Verifies with the user's consent; `all`: every badge of the page that is not done. */
  verify: { params: VerifyParams; result: null }
  /** Verifies again from the start, also what is done. */
  'verify-again': { params: VerifyParams; result: null }
  cancel: { params: { tabId: number }; result: null }
  locate: { params: { tabId: number; id: string }; result: null }
  /** The popup has shown the right-clicked badge. */
  'focus-seen': { params: { tabId: number }; result: null }
  report: { params: { reportId: string }; result: StoredReport | null }
  /** The report judged for this identity; hashed here, never stored, never sent. */
  'compare-recipient': {
    params: { reportId: string; identity: GivenIdentity }
    result: VerificationReport | null
  }
  'own-identities': { params: object; result: OwnIdentity[] }
  /**
   * Keeps a slow hash of an identity of the user's, after comparing it with the badges of open pages;
   * `remember`: keeps it in plain words as well, in memory, until the browser ends.
   */
  'add-own-identity': {
    params: { identity: GivenIdentity; label: string; remember: boolean }
    result: AddedOwnIdentity
  }
  /** What is in memory alone goes now. */
  'forget-own-identities': { params: object; result: null }
  'remove-own-identity': { params: { id: string }; result: null }
  'remove-own-identities': { params: object; result: null }
  /** Whose the badges of a tab are, by their ids; empty where the user has entered no identity. */
  'own-badges': { params: { tabId: number }; result: Record<string, OwnFinding> }
  /** How the user's badges of a tab fare. Null: the tab shows another page by now. */
  'badge-health': { params: { tabId: number }; result: PageHealth | null }
  'own-badge': { params: { reportId: string }; result: OwnFinding | null }
  /** The picture of a badge of this tab with its credential baked in again. */
  'bake-again': { params: { tabId: number; id: string }; result: BakedImage }
  /** Takes files that the user gave to a page of ours. The result: how many there was no room for. */
  'give-files': { params: { tabId: number; files: GivenFile[] }; result: number }
  'set-consent': {
    /** `tabId`: the tab it is chosen in; a choice for a site made in a private window ends with it. */
    params: { scope: 'site' | 'everywhere'; host: string; mode: ConsentMode; tabId?: number }
    result: null
  }
  consent: { params: { host: string; tabId?: number }; result: ConsentState }
  sites: { params: object; result: SitesState }
  /** A host or `*.domain`, as the user wrote it. */
  'set-site': { params: { site: string; mode: ConsentMode }; result: KeptSite }
  /** The site is as any other from now on. */
  'remove-site': { params: { site: string }; result: null }
  /** Runs the content script once in a page that the user has just pointed at; whether the browser let us. */
  'enter-page': { params: { tabId: number }; result: boolean }
  'trust-lists': { params: object; result: TrustListSummary[] }
  /** Trusts the list in a file from now on; `name`: the file's. */
  'add-list-text': { params: { text: string; name: string }; result: AddedList }
  /** Asks this address once, with the click that led here as consent. */
  'add-list-address': { params: { url: string; name?: string }; result: AddedList }
  /** Asks a list's address again; null: there is no such list, or it has no address. */
  'refresh-list': { params: { id: string }; result: AddedList | null }
  'remove-list': { params: { id: string }; result: null }
  'esco-state': { params: object; result: EscoOffline }
  /** Downloads all of ESCO from its API, with the click that led here as consent. */
  'esco-download': { params: object; result: null }
  /** Makes an index of the file that the page left in the database; `name`: the file's. */
  'esco-read-file': { params: { name: string }; result: null }
  'esco-pause': { params: object; result: null }
  'esco-resume': { params: object; result: null }
  /** Ends the making of an index and forgets what it has got. */
  'esco-cancel': { params: object; result: null }
  /** Removes the index. */
  'esco-remove': { params: object; result: null }
  'eu-lists': { params: object; result: EuListsState }
  /** Whether EU trusted lists are asked for and used. */
  'use-eu-lists': { params: { use: boolean }; result: null }
  /** Asks for a kept list again, with the click that led here as consent. */
  'refresh-eu-list': { params: { country: string }; result: RefreshedEuList }
  'remove-eu-list': { params: { country: string }; result: null }
  /** Language, appearance, pace. The result: what holds now. */
  'change-preferences': { params: { change: PreferenceChange }; result: Preferences }
}

export type WorkerRequestName = keyof WorkerRequests

export type WorkerRequest = {
  [Name in WorkerRequestName]: { type: Name } & WorkerRequests[Name]['params']
}[WorkerRequestName]

// ── worker → extension pages ────────────────────────────────────────────────────────────────────

export type Broadcast =
  | { type: 'page-changed'; tabId: number }
  /** Every report has to be judged again. */
  | { type: 'lists-changed' }
  /** A mode, or what the organisation has set. */
  | { type: 'sites-changed' }
  /** The index of ESCO, or the making of one. */
  | { type: 'esco-changed' }
  /** What is kept of the EU trusted lists, or whether they are used. */
  | { type: 'eu-lists-changed' }
  /** The user's own identities, or what is known of whose a badge is. */
  | { type: 'own-changed' }
  /** Language, appearance, pace. */
  | { type: 'preferences-changed' }
  /** What is kept of verified badges, whether anything is, or what a watch found. */
  | { type: 'history-changed' }

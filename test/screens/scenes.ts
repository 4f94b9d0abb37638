import { figuresOf } from '../../src/background/badge-figures'
import type {
  AddedList,
  BadgeSummary,
  PageProfile,
  PageState,
  ProfileReport,
  StoredReport,
  TrustListSummary,
} from '../../src/platform/messages'
import type { SitesState } from '../../src/platform/consent-shapes'
import type { EscoOffline } from '../../src/platform/esco-shapes'
import type { EuListsState } from '../../src/platform/eu-list-shapes'
import type { PageHealth } from '../../src/platform/health-shapes'
import type { HistoryState, ShownLine } from '../../src/platform/history-shapes'
import type { OwnFinding, OwnIdentity } from '../../src/platform/own-identity-shapes'
import type { VerificationReport } from '../../src/verifier/report'
import { artwork } from './artwork'
import { COMPLETE, CONTRADICTORY, SPARSE } from './described'
import { EU_LISTS } from './eu-lists'
import { HISTORY_OFF, HISTORY_ON, MANY_LINES, SOME_LINES, WATCHED_LINES } from './history'
import { LISTS, REGISTRIES, UNREADABLE } from './lists'
import { HEALTH, HEALTHY, IDENTITIES, OWN } from './own-badges'
import { CLR, ENDORSED } from './parts'
import { manyBadges, profileReportOf } from './profile-reports'
import { PROFILES } from './profiles'
import { ALWAYS_HERE, CLICK, MANAGED, NO_POLICY, OFF, SITES } from './sites'
import { SEALED } from './seals'
import {
  ALTERED,
  AUTHENTIC,
  EXPIRED,
  HOSTILE,
  MATCHED,
  NONE,
  TRUSTED,
  UNVERIFIABLE,
} from './reports'
import { CERTIFICATE, NOT_FOUND, STRIPPED } from './stripped'
import { RECOLOURED, SWAPPED } from './swapped'

export interface Scene {
  /** Absent: the worker stays silent. */
  page?: PageState
  /** Of the page; absent: there is none to show. */
  profile?: PageProfile
  profileReport?: ProfileReport
  reports?: Record<string, StoredReport>
  compared?: VerificationReport
  lists?: TrustListSummary[]
  /** What comes of adding a list. */
  added?: AddedList
  esco?: EscoOffline
  euLists?: EuListsState
  sites?: SitesState
  identities?: OwnIdentity[]
  health?: PageHealth
  history?: ShownLine[]
  historyState?: HistoryState
  /** By the ids of badges, which are those of their reports as well. */
  own?: Record<string, OwnFinding>
}

const ART = {
  da: artwork('#0f4c5c', '#e8f1f2', 'DA'),
  ml: artwork('#5f0f40', '#fbe9f2', 'ML'),
  pm: artwork('#1f3a93', '#e6ecff', 'PM'),
  ux: artwork('#2d6a4f', '#e9f5ee', 'UX'),
  ja: artwork('#7b2d26', '#fbeae8', '食'),
  cl: artwork('#343a40', '#f1f3f5', 'CL'),
  fi: artwork('#8d5b00', '#fff3da', 'FA'),
}

function done(
  id: string,
  name: string,
  report: VerificationReport,
  thumbnail?: string,
): BadgeSummary {
  const { verdict, reasons, holder, issuer, format, checkedAt } = report
  const figures = figuresOf(report)
  return {
    id,
    kind: 'image',
    url: `https://jobs.example/badges/${id}.png`,
    state: 'done',
    hosts: [],
    reportId: id,
    verdict,
    reasons,
    holder,
    issuer,
    name,
    checkedAt,
    ...(format === undefined ? {} : { format }),
    ...(figures === undefined ? {} : { figures }),
    ...(thumbnail === undefined ? {} : { thumbnail }),
  }
}

function open(
  id: string,
  name: string,
  state: 'found' | 'checking' | 'permission-needed',
  hosts: string[],
  thumbnail?: string,
): BadgeSummary {
  return {
    id,
    kind: 'image',
    url: `https://jobs.example/badges/${id}.png`,
    state,
    hosts,
    name,
    format: 'OpenBadges/2.0',
    issuer: {
      standing: 'unknown',
      id: `https://${hosts[0] ?? 'issuer.example'}/`,
      claimedName: 'Some School',
    },
    ...(state === 'permission-needed' ? { permission: `https://${hosts[0] ?? '*'}/*` } : {}),
    ...(thumbnail === undefined ? {} : { thumbnail }),
  }
}

function page(badges: BadgeSummary[], changes: Partial<PageState> = {}): PageState {
  return {
    tabId: 1,
    host: 'jobs.example',
    access: 'ok',
    private: false,
    consent: CLICK,
    badges,
    ...changes,
  }
}

const BADGES = {
  trusted: done('trusted', 'Data Analysis Foundations', TRUSTED, ART.da),
  japanese: done('japanese', '食品安全マネジメント基礎', TRUSTED, ART.ja),
  authentic: done('authentic', 'Machine Learning in Production', AUTHENTIC, ART.ml),
  expired: done('expired', 'Project Management Practitioner', EXPIRED, ART.pm),
  altered: done('altered', 'Financial Analyst Level II', ALTERED, ART.fi),
  unverifiable: done('unverifiable', 'Cloud Fundamentals', UNVERIFIABLE, ART.cl),
  none: done('none', '', NONE, ART.cl),
  clr: done('clr', 'Transcript of studies', CLR),
  endorsed: done('endorsed', 'Data Analysis Foundations', ENDORSED, ART.da),
  swapped: done('swapped', 'Data Analysis Foundations', SWAPPED, ART.fi),
  recoloured: done('recoloured', 'Data Analysis Foundations', RECOLOURED, ART.da),
  hostile: done('hostile', HOSTILE.issuer.claimedName ?? '', HOSTILE),
  complete: done('complete', 'Data Analysis Foundations', COMPLETE, ART.da),
  sparse: done('sparse', 'Data Analysis Foundations', SPARSE, ART.da),
  contradictory: done('contradictory', 'Data Analysis Foundations', CONTRADICTORY, ART.da),
  stripped: done('stripped', 'Machine Learning in Production', STRIPPED, ART.ml),
  'not-found': done('not-found', 'Cloud Fundamentals', NOT_FOUND, ART.cl),
  certificate: done('certificate', 'Certificate of Completion', CERTIFICATE),
  found: open('found', 'UX Research', 'found', ['school.example', 'status.example'], ART.ux),
  checking: open('checking', 'Cloud Fundamentals', 'checking', ['cloud.example'], ART.cl),
  permission: open('permission', 'First Aid', 'permission-needed', ['aid.example']),
}

const REPORTS: Record<string, StoredReport> = Object.fromEntries(
  Object.entries({
    trusted: TRUSTED,
    japanese: TRUSTED,
    authentic: AUTHENTIC,
    expired: EXPIRED,
    swapped: SWAPPED,
    recoloured: RECOLOURED,
    altered: ALTERED,
    unverifiable: UNVERIFIABLE,
    none: NONE,
    hostile: HOSTILE,
    clr: CLR,
    endorsed: ENDORSED,
    complete: COMPLETE,
    sparse: SPARSE,
    contradictory: CONTRADICTORY,
    stripped: STRIPPED,
    'not-found': NOT_FOUND,
    certificate: CERTIFICATE,
  }).map(([id, report]) => {
    const { thumbnail } = BADGES[id as keyof typeof BADGES]
    const stored = { id, report }
    return [id, thumbnail === undefined ? stored : { ...stored, thumbnail }]
  }),
)

const {
  trusted,
  japanese,
  authentic,
  expired,
  altered,
  unverifiable,
  found,
  checking,
  permission,
} = BADGES
const all = [trusted, japanese, authentic, expired, altered]

/** As many as a page of a keen learner shows. */
const MANY = Array.from({ length: 12 }, (_, round) =>
  all.map((badge) => ({
    ...badge,
    id: `${badge.id}-${round}`,
    name: `${badge.name} ${round + 1}`,
  })),
).flat()

function detail(id: keyof typeof BADGES, more: Partial<Scene> = {}): Scene {
  return { page: page([BADGES[id]], { focus: id }), reports: REPORTS, ...more }
}

function profiled(id: keyof typeof PROFILES): Scene {
  const profileReport = profileReportOf(id)
  const badges = [...all, unverifiable]
  return { page: page(badges), reports: REPORTS, profile: PROFILES[id], profileReport }
}

/** Each seal by itself, and all of them in a list. */
const SEALED_BADGES = Object.entries(SEALED).map(([id, report]) =>
  done(`sealed-${id}`, 'Data Analysis Foundations', report, ART.da),
)
const SEALED_REPORTS = Object.fromEntries(
  Object.entries(SEALED).map(([id, report]) => [
    `sealed-${id}`,
    { id: `sealed-${id}`, report, thumbnail: ART.da },
  ]),
)
const SEALED_SCENES = Object.fromEntries(
  SEALED_BADGES.map((badge) => [
    `detail-${badge.id}`,
    { page: page([badge], { focus: badge.id }), reports: SEALED_REPORTS },
  ]),
)

const FILES = [
  ...SEALED_BADGES.slice(0, 1),
  BADGES.found,
  { ...BADGES.none, label: 'holiday.png' },
].map((badge): BadgeSummary => ({ ...badge, kind: 'file' }))

/** As the sample page's files are named. */
const SAMPLE = [
  { ...authentic, label: 'analysis.png' },
  { ...found, label: 'learning.png' },
  { ...expired, label: 'first-aid.png' },
  { ...altered, label: 'projects.png' },
  { ...BADGES.none, label: 'star.png' },
].map((badge): BadgeSummary => ({ ...badge, kind: 'file' }))

export const SCENES: Record<string, Scene> = {
  sample: { page: page(SAMPLE, { host: '' }), reports: REPORTS },
  files: { page: page(FILES, { host: '' }), reports: SEALED_REPORTS },
  ...SEALED_SCENES,
  sealed: { page: page(SEALED_BADGES), reports: SEALED_REPORTS },
  'profile-one': profiled('one'),
  'profile-mixed': profiled('mixed'),
  'profile-contradictory': profiled('contradictory'),
  'profile-hostile': profiled('hostile'),
  'profile-plain': profiled('plain'),
  'profile-many': { ...profiled('mixed'), profileReport: manyBadges() },
  'profile-private': {
    ...profiled('mixed'),
    page: page([...all, unverifiable], { private: true }),
    profileReport: profileReportOf('mixed', { private: true }),
  },
  'profile-none': { page: page([trusted, expired, altered]), reports: REPORTS },
  list: { page: page(all), reports: REPORTS },
  mixed: {
    page: page([...all, unverifiable, found, checking, permission, BADGES.none]),
    reports: REPORTS,
  },
  found: { page: page([found, { ...found, id: 'second', name: 'Service Design', hosts: [] }]) },
  hostile: {
    page: page([BADGES.hostile, trusted], { host: 'a-very-long-host-name.portfolio.example' }),
    reports: REPORTS,
  },
  many: { page: page(MANY), reports: REPORTS },
  empty: { page: page([]) },
  history: { page: page([]), history: SOME_LINES, historyState: HISTORY_ON },
  'history-watch': {
    ...{ page: page([]), history: WATCHED_LINES },
    historyState: { ...HISTORY_ON, watched: 3, news: 2 },
  },
  'history-many': { page: page([]), history: MANY_LINES, historyState: HISTORY_ON },
  'history-empty': { page: page([]), historyState: { ...HISTORY_ON, kept: 0 } },
  'history-still': { page: page([]), history: SOME_LINES, historyState: HISTORY_OFF },
  'went-on': { page: page([], { host: 'mail.example' }), reports: REPORTS },
  lists: { page: page([]), lists: LISTS },
  'lists-unreadable': { page: page([]), lists: LISTS.slice(0, 1), added: UNREADABLE },
  'lists-registries': { page: page([]), added: REGISTRIES },
  'eu-lists': { page: page([]), euLists: EU_LISTS },
  'eu-lists-off': { page: page([]), euLists: { use: false, lists: [] } },
  'esco-copy': {
    page: page([]),
    esco: {
      index: {
        ...{ version: '1.2.0', language: 'en', made: '2026-11-20T08:00:00Z' },
        ...{ from: 'csv', concepts: 18_543 },
      },
    },
  },
  'esco-running': {
    page: page([]),
    esco: { job: { from: 'api', state: 'running', done: 7_400, total: 18_237 } },
  },
  'esco-failed': {
    page: page([]),
    esco: {
      job: {
        ...{ from: 'api', state: 'failed', done: 7_400, total: 18_237 },
        problem: { is: 'permission', host: 'ec.europa.eu' },
      },
    },
  },
  off: { page: page([], { consent: OFF }) },
  'off-asked': { page: page([trusted], { consent: OFF }), reports: REPORTS },
  always: { page: page(all, { consent: ALWAYS_HERE }), reports: REPORTS },
  managed: {
    page: page(all, {
      host: 'people.departments.uni.example',
      consent: {
        ...{ mode: 'always', everywhere: 'off', isFixed: true },
        settledBy: { is: 'organisation', site: '*.uni.example' },
      },
    }),
    reports: REPORTS,
  },
  withheld: { page: page([], { access: 'withheld', permission: 'https://jobs.example/*' }) },
  'withheld-once': {
    page: page(all, { access: 'once', permission: 'https://jobs.example/*' }),
    reports: REPORTS,
  },
  sites: { page: page([]), sites: SITES },
  'sites-managed': {
    page: page([]),
    sites: MANAGED,
    lists: [{ ...LISTS[0]!, byOrganisation: true }],
  },
  'sites-fixed': {
    page: page([]),
    sites: {
      ...SITES,
      everywhere: { mode: 'off', settledBy: { is: 'organisation-default' } },
      organisation: { ...NO_POLICY, usersMayChange: false, defaultMode: 'off' },
    },
  },
  own: { page: page(all), reports: REPORTS, own: OWN },
  'detail-own': detail('trusted', { own: OWN }),
  'own-health': { page: page(all), reports: REPORTS, own: OWN, health: HEALTH },
  'own-healthy': { page: page(all), reports: REPORTS, own: OWN, health: HEALTHY },
  'own-identities': { page: page([]), identities: IDENTITIES },
  unreachable: { page: page([], { host: '', access: 'unreachable' }) },
  private: {
    page: page(all, { private: true, consent: ALWAYS_HERE }),
  },
  silent: {},
  gone: { page: page([trusted], { focus: 'trusted' }) },
  'detail-trusted': detail('trusted', { compared: MATCHED }),
  'detail-authentic': detail('authentic'),
  'detail-expired': detail('expired'),
  'detail-swapped': detail('swapped'),
  'detail-recoloured': detail('recoloured'),
  'detail-altered': detail('altered'),
  'detail-unverifiable': detail('unverifiable'),
  'detail-none': detail('none'),
  'detail-stripped': detail('stripped'),
  'detail-not-found': detail('not-found'),
  'detail-certificate': detail('certificate'),
  stripped: {
    page: page([BADGES.stripped, BADGES['not-found'], BADGES.certificate]),
    reports: REPORTS,
  },
  'detail-clr': detail('clr'),
  'detail-endorsed': detail('endorsed'),
  'detail-complete': detail('complete'),
  'detail-sparse': detail('sparse'),
  'detail-contradictory': detail('contradictory'),
  'detail-hostile': detail('hostile'),
  'detail-found': detail('found'),
  'detail-checking': detail('checking'),
  'detail-permission': detail('permission'),
}

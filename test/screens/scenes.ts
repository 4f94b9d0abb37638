import type { BadgeSummary } from '../../src/platform/messages'
import { ART, BADGES, detail, done, page, REPORTS } from './badges'
import { DETAIL_SCENES } from './detail-scenes'
import {
  HISTORY_OFF,
  HISTORY_ON,
  MANY_LINES,
  OWN_LINES,
  SOME_LINES,
  UNWATCHED_LINES,
  WATCHED_LINES,
} from './history'
import { OPTION_SCENES } from './option-scenes'
import { HEALTH, HEALTHY, IDENTITIES, OWN } from './own-badges'
import { manyBadges, profileReportOf } from './profile-reports'
import { PROFILES } from './profiles'
import type { Scene } from './scene'
import { SEALED } from './seals'
import { ALWAYS_HERE, OFF } from './sites'

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
  ...DETAIL_SCENES,
  ...OPTION_SCENES,
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
  partial: { page: page(all, { partial: true }) },
  'partial-empty': { page: page([], { partial: true }) },
  looking: { page: page([], { looking: true }) },
  history: { page: page([]), history: SOME_LINES, historyState: HISTORY_ON },
  'history-watch': {
    ...{ page: page([]), history: WATCHED_LINES },
    historyState: { ...HISTORY_ON, watched: 3, news: 2 },
  },
  'history-yours': {
    ...{ page: page([]), history: UNWATCHED_LINES, historyState: HISTORY_ON },
    ...{ identities: IDENTITIES, own: OWN_LINES },
  },
  news: { page: page(all), reports: REPORTS, historyState: { ...HISTORY_ON, watched: 3, news: 2 } },
  'history-many': { page: page([]), history: MANY_LINES, historyState: HISTORY_ON },
  'history-empty': { page: page([]), historyState: { ...HISTORY_ON, kept: 0 } },
  'history-still': { page: page([]), history: SOME_LINES, historyState: HISTORY_OFF },
  stripped: {
    page: page([BADGES.stripped, BADGES['not-found'], BADGES.certificate]),
    reports: REPORTS,
  },
  'went-on': { page: page([], { host: 'mail.example' }), reports: REPORTS },
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
  own: { page: page(all), reports: REPORTS, own: OWN },
  'detail-own': detail('trusted', { own: OWN }),
  'own-health': { page: page(all), reports: REPORTS, own: OWN, health: HEALTH },
  'own-healthy': { page: page(all), reports: REPORTS, own: OWN, health: HEALTHY },
  unreachable: { page: page([], { host: '', access: 'unreachable' }) },
  untold: { page: page([], { host: '', access: 'untold' }) },
  'award-page': { page: page([BADGES.page], { host: 'www.credly.com' }) },
  private: {
    page: page(all, { private: true, consent: ALWAYS_HERE }),
  },
  silent: {},
  gone: { page: page([trusted], { focus: 'trusted' }) },
}

/**
 * The worker: the only place where things are decided and fetched.
 *
 *   page frame ──port──▶ page-port ─▶ intake ─▶ readings ─▶ (found) ─▶ checks ─▶ (done)
 *   popup ──request──▶ page-requests ──────────consent by click───────────▲
 *   right-click ─▶ menus, key ─▶ commands ───────────────────────────────┘
 *   readings, checks ─▶ door ─▶ network rule ─▶ the network
 *   every change ─▶ announcer ─▶ storage.session, marks, toolbar, popup
 *
 * It may be stopped at any time. Everything that must not be lost lies in storage.session or
 * IndexedDB before the next step depends on it; what is in memory is a copy. Listeners are put up
 * before the first `await`, or the browser would not wake the worker for them.
 */
import { browser } from '../platform/browser'
import { onGranted } from '../platform/permissions'
import { broadcast } from '../platform/requests'
import { Announcer, BROADCAST_PAUSE } from './announcer'
import { Backstop } from './backstop'
import { Checks } from './checks'
import { answerCommands } from './commands'
import { Consent } from './consent'
import { Doors, REQUESTS_PER_HOST } from './door'
import { Esco } from './esco/esco'
import { EuLists } from './eu-lists/eu-lists'
import { History } from './history/history'
import { answerNotifications } from './history/watch/tell'
import { Watcher } from './history/watch/watcher'
import { WholePage } from './whole-page'
import { Glances } from './glances'
import { answerInstallation } from './install'
import { Freshness } from './freshness'
import { Intake } from './intake'
import { Keepsakes } from './keepsakes'
import { answerMenu, createMenu } from './menus'
import { NetworkRule } from './network-rule'
import { answerOmnibox } from './omnibox'
import { OrganisationLists } from './organisation-lists'
import { OwnIdentities } from './own-badges/own-identities'
import { OwnPreferences } from './own-preferences'
import { Paced } from './paced'
import { answerPages } from './page-port'
import { PagePorts } from './page-ports'
import { answerRequests } from './page-requests'
import { PageView } from './page-view'
import { Organisation } from './policy'
import { Queue } from './queue'
import { Readings } from './readings'
import { ShowResult } from './show-result'
import { SiteAccess } from './site-access'
import { SiteModes } from './site-modes'
import { TabLifecycle } from './tab-lifecycle'
import { TabStore } from './tab-store'
import { TrustLists } from './trust-lists'

const preferred = new OwnPreferences(followPreferences)
const inLanguage = preferred.load()
/** Read whenever a turn is given: a new choice holds from the next badge on. */
const LIMITS = {
  perHost: REQUESTS_PER_HOST,
  get atOnce() {
    return preferred.current.atOnce
  },
}

const backstop = new Backstop('queue')
const escoBackstop = new Backstop('esco')
const store = new TabStore()
const ports = new PagePorts()
const keepsakes = new Keepsakes()
const organisation = new Organisation()
const consent = new Consent(organisation)
const doors = new Doors(new NetworkRule())
const announcer = new Announcer(store, ports, consent)
const lists = new TrustLists(doors, judgeEverythingAgain)
const organisationLists = new OrganisationLists(lists)
const esco = new Esco(doors, tellOfEsco)
const euLists = new EuLists(doors, (what) => {
  if (what === 'use') void judgeAllTabsAgain()
  broadcast({ type: 'eu-lists-changed' })
})
const own = new OwnIdentities(() => {
  broadcast({ type: 'own-changed' })
})
const historyBroadcasts = new Paced(BROADCAST_PAUSE, () => {
  broadcast({ type: 'history-changed' })
})
const historyChanged = (): void => {
  historyBroadcasts.tell('history')
}
const history = new History({ keepsakes, lists, euLists }, historyChanged)
const watcher = new Watcher({ doors, lists, euLists, history }, historyChanged)
const shared = {
  ...{ store, keepsakes, doors, announcer, consent, ports },
  ...{ lists, esco, euLists, history },
}

const checkQueue = new Queue(LIMITS, (size) => {
  backstop.follow(size)
})
const checks = new Checks({ ...shared, queue: checkQueue })
const readings = new Readings({ ...shared, checks, queue: new Queue(LIMITS) })
const intake = new Intake({ ...shared, readings, checks })
const lifecycle = new TabLifecycle({ ...shared, readings, checks })
const freshness = new Freshness(keepsakes, announcer, { lists, euLists })
const modes = new SiteModes({ ...shared, lifecycle, checks })
const access = new SiteAccess(shared)
const wholePage = new WholePage(shared)
const view = new PageView({ ...shared, freshness, access, wholePage })
const glances = new Glances(view, store)
const show = new ShowResult()

const ready = begin()
const parts = {
  ...shared,
  ...{ ready, lifecycle, intake, readings, checks, freshness, view, show },
  ...{ modes, access, wholePage, organisation, organisationLists, own, preferred, watcher },
}

announcer.listen((tabId) => {
  glances.changed(tabId)
})
answerPages(parts)
answerRequests(parts)
answerMenu(parts)
answerCommands(parts)
answerOmnibox()
answerInstallation(inLanguage)
answerNotifications()
backstop.listen()
watcher.listen(ready)
onGranted(({ origins = [], permissions = [] }) => {
  if (permissions.includes('notifications')) answerNotifications()
  if (origins.length === 0) return
  void ready.then(() => {
    intake.accessGranted()
  })
})
organisation.listen(() => {
  void ready.then(followPolicy)
})
browser.contextMenus.onClicked.addListener((_info, tab) => {
  const tabId = tab?.id
  if (tabId !== undefined) ready.then(() => access.enterWhereWithheld(tabId)).catch(console.error)
})
browser.tabs.onRemoved.addListener((tabId) => {
  access.forget(tabId)
  ready.then(() => lifecycle.close(tabId)).catch(console.error)
})

/** A list was added, read again or removed: no mark may say what it said before. */
function judgeEverythingAgain(): void {
  void judgeAllTabsAgain().then(() => {
    broadcast({ type: 'lists-changed' })
  })
}

function judgeAllTabsAgain(): Promise<unknown> {
  return Promise.all(store.all().map((tab) => freshness.renewNow(tab)))
}

/** In another language: marks, toolbar and menu. Our own pages follow every choice. */
function followPreferences({ isOtherLanguage }: { isOtherLanguage: boolean }): void {
  if (isOtherLanguage) {
    for (const tab of store.all()) {
      announcer.changed(tab.tabId)
      void freshness.rename(tab)
    }
    createMenu().catch(console.error)
  }
  broadcast({ type: 'preferences-changed' })
}

function followPolicy(): void {
  modes.settle()
  broadcast({ type: 'sites-changed' })
  organisationLists.follow(organisation.policy.lists).catch(console.error)
}

function tellOfEsco(): void {
  escoBackstop.follow(esco.isBuilding ? 1 : 0)
  broadcast({ type: 'esco-changed' })
}

/** Reads what earlier workers left, and takes up their work. */
async function begin(): Promise<void> {
  const tabs = await browser.tabs.query({})
  const open = new Set(tabs.flatMap(({ id }) => id ?? []))
  await Promise.all([
    ...[inLanguage, store.load(open), consent.load(), organisation.load()],
    ...[lists.load(), esco.load(), euLists.load(), own.load(), history.load()],
  ])
  await keepsakes.sweep(new Set(store.all().map(({ tabId }) => tabId))).catch(console.error)
  for (const tab of store.all()) {
    modes.restWhereOff(tab)
    modes.stopWhereNotAlways(tab)
  }
  organisationLists.follow(organisation.policy.lists).catch(console.error)
  checks.resume()
  readings.resume()
  for (const tab of store.all()) void freshness.renew(tab)
  backstop.settle(checkQueue.size)
  escoBackstop.settle(esco.isBuilding ? 1 : 0)
  void watcher.settle()
}

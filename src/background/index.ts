/**
 * The worker: the only place where things are decided and fetched.
 *
 *   page frame ──port──▶ page-port ─▶ intake ─▶ readings ─▶ (found) ─▶ checks ─▶ (done)
 *   popup ──request──▶ page-requests ──────────consent by click───────────▲
 *   right-click ─▶ menus ────────────────────────────────────────────────┘
 *   readings, checks ─▶ door ─▶ network rule ─▶ the network
 *   every change ─▶ announcer ─▶ storage.session, marks, toolbar, popup
 *
 * It may be stopped at any time. Everything that must not be lost lies in storage.session or
 * IndexedDB before the next step depends on it; what is in memory is a copy. Listeners are put up
 * before the first `await`, or the browser would not wake the worker for them.
 */
import { browser } from '../platform/browser'
import { onAccessGranted } from '../platform/permissions'
import { broadcast } from '../platform/requests'
import { Announcer } from './announcer'
import { Backstop } from './backstop'
import { Checks } from './checks'
import { Consent } from './consent'
import { Doors } from './door'
import { Esco } from './esco/esco'
import { EuLists } from './eu-lists/eu-lists'
import { answerInstallation } from './install'
import { Freshness } from './freshness'
import { Intake } from './intake'
import { Keepsakes } from './keepsakes'
import { answerMenu } from './menus'
import { NetworkRule } from './network-rule'
import { answerPages } from './page-port'
import { PagePorts } from './page-ports'
import { answerRequests } from './page-requests'
import { PageView } from './page-view'
import { Queue } from './queue'
import { Readings } from './readings'
import { ShowResult } from './show-result'
import { TabLifecycle } from './tab-lifecycle'
import { TabStore } from './tab-store'
import { TrustLists } from './trust-lists'

const LIMITS = { atOnce: 4, perHost: 2 }

const backstop = new Backstop('queue')
const escoBackstop = new Backstop('esco')
const store = new TabStore()
const ports = new PagePorts()
const keepsakes = new Keepsakes()
const consent = new Consent()
const doors = new Doors(new NetworkRule())
const announcer = new Announcer(store, ports)
const lists = new TrustLists(doors, judgeEverythingAgain)
const esco = new Esco(doors, tellOfEsco)
const euLists = new EuLists(doors, (what) => {
  if (what === 'use') void judgeAllTabsAgain()
  broadcast({ type: 'eu-lists-changed' })
})
const shared = { store, keepsakes, doors, announcer, consent, ports, lists, esco, euLists }

const checkQueue = new Queue(LIMITS, (size) => {
  backstop.follow(size)
})
const checks = new Checks({ ...shared, queue: checkQueue })
const readings = new Readings({ ...shared, checks, queue: new Queue(LIMITS) })
const intake = new Intake({ ...shared, readings, checks })
const lifecycle = new TabLifecycle({ ...shared, readings, checks })
const freshness = new Freshness(keepsakes, announcer, { lists, euLists })
const view = new PageView({ ...shared, freshness })
const show = new ShowResult()

const ready = begin()
const parts = { ...shared, ready, lifecycle, intake, readings, checks, freshness, view, show }

answerPages(parts)
answerRequests(parts)
answerMenu(parts)
answerInstallation()
backstop.listen()
onAccessGranted(() => {
  void ready.then(() => {
    intake.accessGranted()
  })
})
browser.tabs.onRemoved.addListener((tabId) => {
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

function tellOfEsco(): void {
  escoBackstop.follow(esco.isBuilding ? 1 : 0)
  broadcast({ type: 'esco-changed' })
}

/** Reads what earlier workers left, and takes up their work. */
async function begin(): Promise<void> {
  const tabs = await browser.tabs.query({})
  const open = new Set(tabs.flatMap(({ id }) => id ?? []))
  await Promise.all([store.load(open), consent.load(), lists.load(), esco.load(), euLists.load()])
  await keepsakes.sweep(new Set(store.all().map(({ tabId }) => tabId))).catch(console.error)
  checks.resume()
  readings.resume()
  for (const tab of store.all()) void freshness.renew(tab)
  backstop.settle(checkQueue.size)
  escoBackstop.settle(esco.isBuilding ? 1 : 0)
}

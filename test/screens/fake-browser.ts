/**
 * Stands in for webextension-polyfill: shows the real pages with the worker's answers of a scene,
 * which the address names (`?scene=…`), in the language that it names (`?language=…`).
 * `?direction=rtl` mirrors them into a pseudo-language.
 */
import type { WorkerRequest } from '../../src/platform/messages'
import { historyList, NO_HISTORY } from './history'
import { textsOf } from './languages'
import { DIAGNOSTICS, KEPT, NETWORK_LIMITS, NOTHING_KEPT } from './machine'
import { SCENES } from './scenes'
import { CLICK } from './sites'

const asked = new URLSearchParams(location.search)
const language = asked.get('language') ?? 'en'
const lookUp = await textsOf(language)
const rightToLeft = asked.get('direction') === 'rtl'
const uiLanguage = rightToLeft ? 'ar' : language === 'en' ? 'en-GB' : language
let scene = SCENES[asked.get('scene') ?? 'list']

function getMessage(key: string, substitutions: string[] = []): string {
  if (rightToLeft && key === 'languageDirection') return 'rtl'
  if (rightToLeft && key === 'languageTag') return 'ar'
  const text = lookUp(key, substitutions)
  // No text stays none: that is how a plural form that English lacks is told.
  return rightToLeft && text !== '' ? `\u202B${text}\u202C` : text
}

function answer(request: WorkerRequest): Promise<unknown> {
  if (scene === undefined) return Promise.reject(new Error('no such scene'))
  switch (request.type) {
    case 'page-state':
      return scene.page === undefined
        ? Promise.reject(new Error('silent'))
        : Promise.resolve(scene.page)
    case 'profile-report':
    case 'kept-profile':
      return Promise.resolve(scene.profileReport ?? null)
    case 'kept-reports':
      return Promise.resolve(request.reportIds)
    case 'page-profile':
      return Promise.resolve(scene.profile ?? null)
    case 'report':
      return Promise.resolve(scene.reports?.[request.reportId] ?? null)
    case 'compare-recipient':
      return Promise.resolve(scene.compared ?? null)
    case 'trust-lists':
      return scene.page === undefined
        ? Promise.reject(new Error('silent'))
        : Promise.resolve(scene.lists ?? [])
    case 'add-list-address':
      return Promise.resolve(scene.added ?? null)
    case 'esco-state':
      return scene.page === undefined
        ? Promise.reject(new Error('silent'))
        : Promise.resolve(scene.esco ?? {})
    case 'eu-lists':
      return scene.page === undefined
        ? Promise.reject(new Error('silent'))
        : Promise.resolve(scene.euLists ?? { use: true, lists: [] })
    case 'refresh-eu-list':
      return Promise.resolve({ is: 'not-signed', host: 'tsl.belgium.be' })
    case 'consent':
      return scene.page === undefined
        ? Promise.reject(new Error('silent'))
        : Promise.resolve({ ...scene.page.consent, everywhere: scene.page.consent.mode })
    case 'sites':
      return scene.page === undefined
        ? Promise.reject(new Error('silent'))
        : Promise.resolve(scene.sites ?? { everywhere: CLICK, sites: [] })
    case 'set-site':
      return Promise.resolve({ is: 'refused', problem: 'public-suffix' })
    case 'enter-page':
      return Promise.resolve(false)
    case 'own-identities':
      return scene.page === undefined
        ? Promise.reject(new Error('silent'))
        : Promise.resolve(scene.identities ?? [])
    case 'own-badges':
      return Promise.resolve(scene.own ?? {})
    case 'badge-health':
      return Promise.resolve(scene.health ?? null)
    case 'own-badge':
      return Promise.resolve(scene.own?.[request.reportId] ?? null)
    case 'add-own-identity':
      return Promise.resolve({ is: 'refused', why: 'kind' })
    case 'give-files':
      return Promise.resolve(1)
    case 'kept-here':
      return scene.page === undefined
        ? Promise.reject(new Error('silent'))
        : Promise.resolve(scene.lists ? KEPT : NOTHING_KEPT)
    case 'history-state':
      return scene.page === undefined
        ? Promise.reject(new Error('silent'))
        : Promise.resolve(scene.historyState ?? NO_HISTORY)
    case 'history-list':
      return scene.page === undefined
        ? Promise.reject(new Error('silent'))
        : Promise.resolve(historyList(scene.history ?? [], request.query))
    case 'network-limits':
      return Promise.resolve(NETWORK_LIMITS)
    case 'diagnostics':
      return scene.page === undefined
        ? Promise.reject(new Error('silent'))
        : Promise.resolve(DIAGNOSTICS)
    default:
      return Promise.resolve(null)
  }
}

const noEvents = { addListener: () => undefined, removeListener: () => undefined }

type Updated = (tabId: number, change: object, tab: object) => void
const updated = new Set<Updated>()

/** The tab in front goes on to another scene. */
Object.assign(globalThis, {
  goOn: (name: string) => {
    scene = SCENES[name]
    const tab = { id: 1, windowId: 1, active: true }
    for (const listener of updated) listener(1, { status: 'complete' }, tab)
  },
})

const browser = {
  i18n: { getMessage, getUILanguage: () => uiLanguage },
  runtime: {
    id: 'touchstone',
    getURL: (path: string) => `/${path}`,
    getPlatformInfo: () => Promise.resolve({ os: 'linux' }),
    sendMessage: answer,
    onMessage: noEvents,
  },
  tabs: {
    query: () => Promise.resolve([{ id: 1, windowId: 1 }]),
    getCurrent: () => Promise.resolve({ id: 1 }),
    create: () => Promise.resolve({}),
    onActivated: noEvents,
    onReplaced: noEvents,
    onUpdated: {
      addListener: (listener: Updated) => updated.add(listener),
      removeListener: (listener: Updated) => updated.delete(listener),
    },
  },
  commands: {
    getAll: () => Promise.resolve([{ name: '_execute_action', shortcut: 'Alt+Shift+V' }]),
  },
  action: { getUserSettings: () => Promise.resolve({ isOnToolbar: false }) },
  windows: { getCurrent: () => Promise.resolve({ id: 1 }) },
  sidePanel: { open: () => Promise.reject(new Error('refused')) },
  permissions: {
    request: () => Promise.resolve(false),
    contains: () => Promise.resolve(true),
    onAdded: noEvents,
  },
}

export default browser

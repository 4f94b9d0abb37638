import { FakeEvent } from './fake-events'

export const OWN_HOST = 'abcdefghijklmnopabcdefghijklmnop'
export const OWN_ORIGIN = `chrome-extension://${OWN_HOST}`

export interface FakeTab {
  id: number
  url: string
  incognito: boolean
  index: number
  windowId: number
  /** In front of its window. */
  active: boolean
  status?: 'loading' | 'complete'
}

export interface FakeRule {
  id: number
  priority: number
  action: { type: 'block' | 'allow' }
  condition: { initiatorDomains: string[]; urlFilter?: string; excludedResourceTypes?: string[] }
}

type MessageListener = (message: unknown, sender: object) => unknown
type AnyListener = (...args: unknown[]) => unknown

/** The browser, which lives on while workers come and go. */
export class FakeBrowser {
  readonly session = new Map<string, unknown>()
  readonly tabs = new Map<number, FakeTab>()
  readonly rules = new Map<number, FakeRule>()
  readonly alarms = new Map<string, unknown>()
  readonly menus: { id: string; title: string; contexts: string[] }[] = []
  readonly toolbar = new Map<number, { text?: string; color?: string; title?: string }>()
  /** Origin patterns that the user withholds. */
  readonly withheld = new Set<string>()
  /** Optional permissions that the user has given. */
  readonly granted = new Set<string>()
  readonly notifications: { id: string; message: string }[] = []
  /** What an organisation has set. */
  policy: Record<string, unknown> | undefined
  /** Tabs of which the browser does not tell us the address. */
  readonly untold = new Set<number>()
  /** Tabs in which no script of ours runs. */
  readonly deaf = new Set<number>()
  /** Tabs in which one runs in frames alone. */
  readonly deafAtTop = new Set<number>()
  /** What they do about it before anybody hears that they were told. */
  onToTab: () => Promise<unknown> = () => Promise.resolve()
  /** What content scripts were told without a line. */
  readonly toTabs: { tabId: number; message: unknown }[] = []
  readonly broadcasts: unknown[] = []
  readonly created: { url: string; index?: number }[] = []
  readonly injected: { target: object; files?: string[] }[] = []
  /** What the page does about it before the browser answers. */
  onInject: () => Promise<unknown> = () => Promise.resolve()
  /** Tabs into which the browser lets no script of ours. */
  readonly shut = new Set<number>()
  /** Tabs into whose frames alone it lets them. */
  readonly shutAtTop = new Set<number>()
  /** What `executeScript` says a tab shows. */
  readonly documents = new Map<number, string>()
  /** Tabs that went to a page of ours. */
  readonly updated: { url: string }[] = []
  /** What the address bar says that Enter would do. */
  entry = ''
  /** Windows in which our panel was opened. */
  readonly panels: number[] = []
  popups = 0
  /** Milliseconds that a write to storage.session takes. */
  writing = 0
  popupAllowed = true
  /** The window in front is a private one. */
  inPrivate = false
  /** The window in front shows pages of extensions. */
  takesPages = true
  /** Every write to storage.local and storage.session, and every rule change, in order. */
  readonly journal: string[] = []
  worker: FakeWorker | undefined

  openTab(id: number, url: string, incognito = false): FakeTab {
    const tab = { id, url, incognito, index: id, windowId: 1, active: true }
    this.tabs.set(id, tab)
    return tab
  }

  closeTab(id: number): void {
    this.tabs.delete(id)
    this.worker?.api.tabs.onRemoved.emit(id)
  }

  /** A new worker; the last one, if it still lives, dies first. */
  startWorker(): FakeWorker {
    this.killWorker()
    this.worker = new FakeWorker(this)
    return this.worker
  }

  /** Without a word, as browsers do it: nothing that was under way ever comes back. */
  killWorker(): void {
    this.worker?.die()
    this.worker = undefined
  }

  /** Whether the session rules let a request of the extension pass. */
  lets(url: string): boolean {
    // What lies in the extension itself is no request to anybody.
    if (url.startsWith(`${OWN_ORIGIN}/`)) return true
    const matching = [...this.rules.values()].filter(({ condition }) => {
      const prefix = condition.urlFilter?.replace(/^\|/, '')
      return condition.initiatorDomains.includes(OWN_HOST) && url.startsWith(prefix ?? '')
    })
    const [strongest] = matching.toSorted((a, b) => b.priority - a.priority)
    return strongest?.action.type !== 'block'
  }

  /** What an extension page hears when it asks the worker. */
  ask(message: unknown, sender: object = ownPage()): unknown {
    const answers = this.worker?.api.runtime.onMessage.emit(structuredClone(message), sender) ?? []
    return answers.find((answer) => answer !== undefined)
  }
}

export function ownPage(): object {
  return { id: OWN_HOST, url: `${OWN_ORIGIN}/src/pages/popup/index.html` }
}

/** The extension API of one worker. After its death no call of it ever comes back. */
export class FakeWorker {
  #alive = true
  readonly api

  constructor(private readonly browser: FakeBrowser) {
    this.api = this.#api(browser)
  }

  get alive(): boolean {
    return this.#alive
  }

  die(): void {
    this.#alive = false
    const { runtime, tabs, contextMenus, permissions, alarms, storage, commands, omnibox } =
      this.api
    for (const event of [
      ...[runtime.onConnect, runtime.onMessage, runtime.onInstalled, runtime.onStartup],
      ...[tabs.onRemoved, contextMenus.onClicked, permissions.onAdded, alarms.onAlarm],
      ...[storage.onChanged, commands.onCommand],
      ...[omnibox.onInputStarted, omnibox.onInputChanged, omnibox.onInputEntered],
    ]) {
      event.clear()
    }
  }

  /** Comes back only to the living. */
  async survive<Value>(value: Value): Promise<Value> {
    await Promise.resolve()
    return this.#alive ? value : new Promise<never>(() => undefined)
  }

  #api(fake: FakeBrowser) {
    const call =
      <Args extends unknown[], Value>(action: (...args: Args) => Value) =>
      (...args: Args): Promise<Value> =>
        this.#alive ? this.survive(action(...args)) : new Promise<never>(() => undefined)

    return {
      runtime: {
        id: OWN_HOST,
        getURL: (path: string) => `${OWN_ORIGIN}/${path}`,
        getManifest: () => ({ version: '1.2.3', content_scripts: [{ js: ['content.js'] }] }),
        sendMessage: call((message: unknown) => {
          fake.broadcasts.push(message)
        }),
        onConnect: new FakeEvent<AnyListener>(),
        onMessage: new FakeEvent<MessageListener>(),
        onInstalled: new FakeEvent<AnyListener>(),
        onStartup: new FakeEvent<AnyListener>(),
      },
      i18n: {
        getMessage: (key: string, values: string[]) =>
          key === 'languageTag' ? 'en' : [key, ...values].join(' '),
        getUILanguage: () => 'en',
      },
      storage: {
        session: {
          get: call((key: string | null) =>
            structuredClone(
              key === null ? Object.fromEntries(fake.session) : { [key]: fake.session.get(key) },
            ),
          ),
          set: call(async (items: Record<string, unknown>) => {
            if (fake.writing > 0) await new Promise((done) => setTimeout(done, fake.writing))
            for (const [key, value] of Object.entries(items)) {
              fake.session.set(key, structuredClone(value))
              fake.journal.push(`session ${key}`)
            }
          }),
          remove: call((keys: string[]) => {
            for (const key of keys) fake.session.delete(key)
          }),
        },
        managed: {
          get: call(() => {
            // As Firefox has it.
            if (fake.policy === undefined) throw new Error('Managed storage manifest not found')
            return structuredClone(fake.policy)
          }),
        },
        onChanged: new FakeEvent<AnyListener>(),
        local: {
          set: call(() => {
            fake.journal.push('local')
          }),
        },
      },
      tabs: {
        query: call(() => [...fake.tabs.values()]),
        get: call((id: number) => {
          const tab = fake.tabs.get(id)
          if (!tab) throw new Error(`No tab with id: ${id}`)
          return fake.untold.has(id) ? { ...tab, url: undefined } : tab
        }),
        create: call((options: { url: string; index?: number }) => {
          fake.created.push(options)
        }),
        update: call((options: { url: string }) => {
          if (!fake.takesPages) throw new Error('No such page in a private window')
          fake.updated.push(options)
        }),
        sendMessage: call((tabId: number, message: unknown, options?: { frameId: number }) => {
          const isToTop = options?.frameId === 0
          if (fake.deaf.has(tabId) || (isToTop && fake.deafAtTop.has(tabId)))
            return Promise.reject(new Error('Receiving end does not exist.'))
          // The top document alone has heard it with all the others.
          if (isToTop) return undefined
          fake.toTabs.push({ tabId, message })
          return fake.onToTab()
        }),
        onRemoved: new FakeEvent<AnyListener>(),
      },
      windows: { getLastFocused: call(() => ({ incognito: fake.inPrivate })) },
      commands: { onCommand: new FakeEvent<AnyListener>() },
      omnibox: {
        onInputStarted: new FakeEvent<AnyListener>(),
        onInputChanged: new FakeEvent<AnyListener>(),
        onInputEntered: new FakeEvent<AnyListener>(),
        setDefaultSuggestion: call(({ description }: { description: string }) => {
          fake.entry = description
        }),
      },
      sidePanel: {
        open: call(({ windowId }: { windowId: number }) => {
          fake.panels.push(windowId)
        }),
      },
      permissions: {
        contains: call(
          ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
            origins.every((origin) => !fake.withheld.has(origin)) &&
            permissions.every((name) => fake.granted.has(name)),
        ),
        onAdded: new FakeEvent<AnyListener>(),
      },
      action: {
        setBadgeText: call(({ tabId, text }: { tabId: number; text: string }) => {
          fake.toolbar.set(tabId, { ...fake.toolbar.get(tabId), text })
        }),
        setBadgeBackgroundColor: call(({ tabId, color }: { tabId: number; color: string }) => {
          fake.toolbar.set(tabId, { ...fake.toolbar.get(tabId), color })
        }),
        setBadgeTextColor: call(() => undefined),
        setTitle: call(({ tabId, title }: { tabId: number; title: string }) => {
          fake.toolbar.set(tabId, { ...fake.toolbar.get(tabId), title })
        }),
        openPopup: async () => {
          if (!fake.popupAllowed) throw new Error('openPopup requires a user gesture')
          fake.popups++
          return this.survive(undefined)
        },
      },
      alarms: {
        create: call((name: string, options: unknown) => {
          fake.alarms.set(name, options)
        }),
        clear: call((name: string) => fake.alarms.delete(name)),
        get: call((name: string) => fake.alarms.get(name)),
        onAlarm: new FakeEvent<AnyListener>(),
      },
      notifications: {
        create: call((id: string, { message }: { message: string }) => {
          fake.notifications.push({ id, message })
        }),
        onClicked: new FakeEvent<AnyListener>(),
      },
      contextMenus: {
        create: (menu: { id: string; title: string; contexts: string[] }) => {
          fake.menus.push(menu)
        },
        removeAll: call(() => {
          fake.menus.length = 0
        }),
        onClicked: new FakeEvent<AnyListener>(),
      },
      declarativeNetRequest: {
        getSessionRules: call(() => [...fake.rules.values()]),
        updateSessionRules: call(
          ({
            removeRuleIds = [],
            addRules = [],
          }: {
            removeRuleIds?: number[]
            addRules?: FakeRule[]
          }) => {
            for (const id of removeRuleIds) fake.rules.delete(id)
            for (const rule of addRules) fake.rules.set(rule.id, rule)
          },
        ),
      },
      scripting: {
        executeScript: call(async (injection: { target: { tabId: number }; files?: string[] }) => {
          if (fake.shut.has(injection.target.tabId)) throw new Error('Cannot access the page')
          fake.injected.push(injection)
          await fake.onInject()
          const { tabId } = injection.target
          // As Firefox has it.
          if (fake.shutAtTop.has(tabId)) return [{ frameId: 7, documentId: 'frame' }]
          return [{ frameId: 0, documentId: fake.documents.get(tabId) }]
        }),
      },
    }
  }
}

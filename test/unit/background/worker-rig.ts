import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'
import type {
  BadgeSummary,
  PageState,
  WorkerRequestName,
  WorkerRequests,
} from '../../../src/platform/messages'
import type { Candidate, FromPage, Mark, ToPage } from '../../../src/platform/port-messages'
import { FakeBrowser, OWN_HOST } from './fake-browser'
import { portPair, type FakePort } from './fake-events'
import { createFakeVerifier, type FakeVerifier } from './fake-verifier'
import { FakeWeb } from './fake-web'
import { eventually } from '../eventually'

/** A browser with our worker in it, pages to talk to it, and a web to ask. */
export class WorkerRig {
  readonly browser = new FakeBrowser()
  readonly web = new FakeWeb(this.browser)
  verifier: FakeVerifier = createFakeVerifier()

  constructor() {
    globalThis.indexedDB = new IDBFactory()
    vi.stubGlobal('fetch', this.web.fetch)
  }

  /** Starts a worker as the browser does: a fresh evaluation of every module. */
  async start(): Promise<void> {
    const worker = this.browser.startWorker()
    const verifier = (this.verifier = createFakeVerifier())
    vi.resetModules()
    vi.doMock('webextension-polyfill', () => ({ default: worker.api }))
    vi.doMock('../../../src/verifier', () => ({
      ...verifier,
      verifyBadge: async (...args: Parameters<FakeVerifier['verifyBadge']>) =>
        worker.survive(await verifier.verifyBadge(...args)),
    }))
    await import('../../../src/background')
  }

  /** Kills the worker in the middle of whatever it does, and starts the next. */
  async restart(): Promise<void> {
    this.browser.killWorker()
    await this.start()
  }

  page(tabId: number, options: Partial<PageOptions> = {}): FakePage {
    return new FakePage(this, { tabId, frameId: 0, documentId: `document ${tabId}`, ...options })
  }

  ask<Name extends WorkerRequestName>(
    type: Name,
    params: WorkerRequests[Name]['params'],
  ): Promise<WorkerRequests[Name]['result']> {
    return this.browser.ask({ ...params, type }) as Promise<WorkerRequests[Name]['result']>
  }

  state(tabId: number): Promise<PageState> {
    return this.ask('page-state', { tabId })
  }

  /** The badges of a tab, once they are as the test expects. */
  async badges(tabId: number, expected: (badges: BadgeSummary[]) => boolean) {
    return eventually(async () => {
      const { badges } = await this.state(tabId)
      if (!expected(badges)) throw new Error(`badges are ${JSON.stringify(badges, null, 1)}`)
      return badges
    })
  }
}

/** Lets everything happen that needs no outside event. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setTimeout(resolve, 1))
}

interface PageOptions {
  tabId: number
  frameId: number
  documentId: string
  /** Address of the frame, where it is not the tab's. */
  url?: string
  /** What the browser says of the sender, where a test wants it to be somebody else. */
  sender?: object
}

/** A content script in a frame. */
export class FakePage {
  readonly marks = new Map<string, Mark>()
  readonly received: ToPage[] = []
  readonly port: FakePort

  constructor(
    private readonly rig: WorkerRig,
    readonly options: PageOptions,
  ) {
    const { tabId, frameId, documentId, sender } = options
    const tab = rig.browser.tabs.get(tabId)
    const { page, worker } = portPair('touchstone.page', {
      ...{ id: OWN_HOST, tab, frameId, documentId, url: options.url ?? tab?.url },
      ...sender,
    })
    this.port = page
    page.onMessage.addListener((message) => {
      this.#receive(message as ToPage)
    })
    rig.browser.worker?.api.runtime.onConnect.emit(worker)
  }

  say(message: FromPage | object): void {
    this.port.postMessage(message)
  }

  show(...items: Candidate[]): void {
    this.say({ type: 'candidates', url: this.#url, items })
  }

  /** As after a reconnection. */
  showAll(...items: Candidate[]): void {
    this.say({ type: 'candidates', url: this.#url, items, all: true })
  }

  get #url(): string {
    return this.options.url ?? this.rig.browser.tabs.get(this.options.tabId)?.url ?? ''
  }

  #receive(message: ToPage): void {
    this.received.push(message)
    if (message.type !== 'marks') return
    for (const { key, mark } of message.marks) {
      if (mark) this.marks.set(key, mark)
      else this.marks.delete(key)
    }
  }
}

export function image(key: string, url: string): Candidate {
  return { key, kind: 'image', url }
}

import { browser } from '../platform/browser'
import type { PageState } from '../platform/messages'
import { maySee, sitePattern } from '../platform/permissions'
import type { Announcer } from './announcer'
import type { Consent } from './consent'
import { enterPage } from './enter-page'
import type { PagePorts } from './page-ports'
import { hostOf, withoutFragment } from './tab-state'
import type { TabStore } from './tab-store'

export interface SiteAccessParts {
  store: TabStore
  ports: PagePorts
  consent: Consent
  announcer: Announcer
}

export type Access = Pick<PageState, 'access' | 'permission'>

/**
 * Sites into which the browser's user lets no extension by itself. A click on our button, or on our menu,
 * gives us that one page until the tab goes on (`activeTab`): the content script is then put into it. So it is
 * into a page of any other site that was opened before the browser let us in, once somebody looks at it.
 */
export class SiteAccess {
  /** Addresses of the pages that were entered so, by tab. What a killed worker forgets is entered again. */
  readonly #entered = new Map<number, string>()

  readonly #entering = new Map<number, Promise<boolean>>()

  constructor(private readonly parts: SiteAccessParts) {}

  /** @param url of what the tab shows; absent where the browser does not tell us */
  async of(tabId: number, url: string | undefined): Promise<Access> {
    if (url === undefined) return { access: 'untold' }
    if (hostOf(url) === '') return { access: 'unreachable' }
    if (await maySee(url)) return { access: 'ok' }
    const isIn = this.parts.ports.hasFrame(tabId, 0) || this.isEntered(tabId, url)
    return { access: isIn ? 'once' : 'withheld', permission: sitePattern(url) }
  }

  /** Whether that page was entered by us, and not by the browser's own doing. */
  isEntered(tabId: number, url: string): boolean {
    return this.#entered.get(tabId) === withoutFragment(url)
  }

  /** Enters the page, whether the user's click or a permission lets us; not where its site is off. */
  async enter(tabId: number): Promise<boolean> {
    const url = (await addressOf(tabId)) ?? ''
    const { store, consent, announcer } = this.parts
    const tab = store.get(tabId)
    const host = hostOf(url)
    if (host === '' || consent.stateFor(host, tab).mode === 'off') return false
    const entered = await enterPage(tabId)
    if (entered) {
      this.#entered.set(tabId, withoutFragment(url))
      announcer.changed(tabId)
    } else this.#entered.delete(tabId)
    return entered
  }

  /** As `enter`, where the browser should have put the script there itself; never twice at once. */
  enterWhereMissing(tabId: number): Promise<boolean> {
    const entering =
      this.#entering.get(tabId) ??
      this.enter(tabId).finally(() => {
        this.#entering.delete(tabId)
      })
    this.#entering.set(tabId, entering)
    return entering
  }

  /**
   * After a right-click, or a key. A page in which the script runs anyway is left alone; one that was
   * entered may have been loaded anew since.
   */
  async enterWhereWithheld(tabId: number): Promise<void> {
    const { access } = await this.of(tabId, await addressOf(tabId))
    if (access === 'withheld' || access === 'once') await this.enter(tabId)
  }

  forget(tabId: number): void {
    this.#entered.delete(tabId)
  }
}

/** Of what the tab shows; undefined where the browser does not tell us. */
export async function addressOf(tabId: number): Promise<string | undefined> {
  try {
    return (await browser.tabs.get(tabId)).url
  } catch {
    return undefined
  }
}

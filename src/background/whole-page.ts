import { browser } from '../platform/browser'
import { READ_ALL, type WholePage as Said } from '../platform/port-messages'
import { isRecord } from '../platform/records'
import type { Announcer } from './announcer'
import type { Consent } from './consent'
import { hostOf, withoutFragment } from './tab-state'
import type { TabStore } from './tab-store'

export interface WholePageParts {
  store: TabStore
  consent: Consent
  announcer: Announcer
}

/** `unheard`: no script of ours runs there but in frames, or not yet. */
type Answer = Said & { unheard?: true }

/**
 * Of many images, content scripts read those that are near; who opens our own pages, or has a page verified, asks
 * about all of it. Not over the lines of the frames: one that has found nothing near has none.
 */
export class WholePage {
  constructor(private readonly parts: WholePageParts) {}

  /**
   * Has the whole page looked at; not where its site is off.
   *
   * @param url of what the tab shows; absent where the browser does not tell us
   * @returns what a frame says of it, once one does or all are silent
   */
  async ask(tabId: number, url: string | undefined): Promise<Answer> {
    const { store, consent } = this.parts
    const tab = store.get(tabId)
    const isOfState = url === undefined || withoutFragment(url) === tab?.url
    const host = (isOfState ? tab?.host : undefined) ?? hostOf(url)
    // Of a site that nobody names to us, nobody knows whether it is off.
    if (host === '' || consent.stateFor(host, tab).mode === 'off') return {}
    try {
      const said: unknown = await browser.tabs.sendMessage(tabId, READ_ALL)
      if (isRecord(said)) {
        if (said.partial === true) this.#isPartial(tabId)
        return said
      }
      // Any frame may have heard that, in a page into which the browser let us only later.
      await browser.tabs.sendMessage(tabId, READ_ALL, { frameId: 0 })
      return {}
    } catch {
      return { unheard: true }
    }
  }

  /** It stays so: frames are heard one at a time, and some only after whoever asked has gone on. */
  #isPartial(tabId: number): void {
    const { store, announcer } = this.parts
    const tab = store.get(tabId)
    if (!tab || tab.partial === true) return
    tab.partial = true
    announcer.changed(tabId)
  }
}

/** The answer if it comes in time; of a page that is too busy for one nobody knows. */
export async function inTime(answer: Promise<Answer>, milliseconds: number): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Answer>((resolve) => {
    timer = setTimeout(resolve, milliseconds, { reading: true })
  })
  const first = await Promise.race([answer, late])
  clearTimeout(timer)
  return first
}

import { browser } from '../platform/browser'
import { READ_ALL } from '../platform/port-messages'
import type { Consent } from './consent'
import { hostOf } from './tab-state'
import type { TabStore } from './tab-store'

/** Milliseconds in which a page that is not busy answers. */
const PATIENCE = 100

/**
 * Of many images, content scripts read those that are near; who opens our own pages, or has a page verified, asks
 * about all of it. Not over the lines of the frames: one that has found nothing near has none.
 */
export class WholePage {
  constructor(
    private readonly store: TabStore,
    private readonly consent: Consent,
  ) {}

  /**
   * Has the whole page looked at; not where its site is off.
   *
   * @param url of what the tab shows; absent where the browser does not tell us
   * @returns whether its images are still being read, as far as a page says so in time
   */
  async ask(tabId: number, url: string | undefined): Promise<boolean> {
    const tab = this.store.get(tabId)
    const host = hostOf(url ?? tab?.url)
    // Of a site that nobody names to us, nobody knows whether it is off.
    if (host === '' || this.consent.stateFor(host, tab).mode === 'off') return false
    let timer: ReturnType<typeof setTimeout> | undefined
    const busy = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, true)
    })
    // Where no script of ours runs, nobody hears it.
    const answer = browser.tabs.sendMessage(tabId, READ_ALL).then(
      (said) => said === true,
      () => false,
    )
    const isReading = await Promise.race([answer, busy])
    clearTimeout(timer)
    return isReading
  }
}

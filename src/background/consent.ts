import { settings, type Settings } from '../platform/database'
import type { ConsentMode, ConsentState } from '../platform/messages'
import type { TabState } from './tab-state'

/**
 * When hosts other than an image's own may be asked: on a click (the default), or always, for all
 * sites or for one exact host. A choice for a site outweighs the one for all.
 */
export class Consent {
  #settings: Settings = { everywhere: 'click', sites: {} }

  /** Reads what was chosen; until then only clicks count. */
  async load(): Promise<void> {
    try {
      this.#settings = await settings.get()
    } catch (error) {
      console.error(error)
    }
  }

  /** @param tab where the site is open; a private window's own choice lies there */
  stateFor(host: string, tab?: TabState): ConsentState {
    const own = tab?.private === true && tab.host === host ? tab.siteConsent : undefined
    const site = own ?? this.#settings.sites[host]
    const { everywhere } = this.#settings
    return { mode: site ?? everywhere, everywhere, ...(site && { site }) }
  }

  /** Whether the badges of this tab are verified without a click. */
  isAlways(tab: TabState): boolean {
    return this.stateFor(tab.host, tab).mode === 'always'
  }

  /** @param tab where the choice was made; a site's is kept only where that window is known */
  async choose(
    scope: 'site' | 'everywhere',
    host: string,
    mode: ConsentMode,
    tab?: TabState,
  ): Promise<void> {
    if (scope === 'site' && tab?.private !== false) {
      // Which sites were visited in a private window must not outlive it.
      if (tab?.host === host) tab.siteConsent = mode
      return
    }
    const { everywhere, sites } = this.#settings
    this.#settings =
      scope === 'everywhere'
        ? { everywhere: mode, sites }
        : { everywhere, sites: { ...sites, [host]: mode } }
    await settings.put(this.#settings)
  }
}

import { browser } from '../platform/browser'
import type {
  ConsentMode,
  ConsentState,
  KeptSite,
  Settings,
  SettledBy,
  SitesState,
} from '../platform/consent-shapes'
import { settings } from '../platform/database'
import type { Organisation } from './policy'
import { choiceFor, inOrder, isAsClose, readSite, withoutRootDot } from './site-pattern'
import type { TabState } from './tab-state'

type Settled = Pick<ConsentState, 'mode' | 'settledBy'>

const PRESET: Settled = { mode: 'click', settledBy: { is: 'preset' } }

/**
 * What may be done on which site. What names a site more closely outweighs what names it less closely,
 * and the user the organisation, unless the organisation lets nobody change a mode: then what users have
 * chosen is kept, and counts for nothing. What names no site comes last.
 */
export class Consent {
  #everywhere: ConsentMode | undefined
  #sites: ReadonlyMap<string, ConsentMode> = new Map()
  /** Whether the user's choices are known: there may be some where none could be read. */
  #isRead = false

  constructor(private readonly organisation: Pick<Organisation, 'policy'>) {}

  /** Reads what was chosen; until then, and where that fails, nothing is done unasked. */
  async load(): Promise<void> {
    try {
      this.#take(await settings.get())
    } catch (error) {
      console.error(error)
    }
  }

  /** @param tab where the site is open; a private window's own choice lies there */
  stateFor(host: string, tab?: TabState): ConsentState {
    return {
      ...this.#settledFor(withoutRootDot(host), host, tab),
      everywhere: this.#settledEverywhere().mode,
      isFixed: this.#isFixed,
    }
  }

  /**
   * Whether the badges of this tab are verified without a click. To give our own pages a file is no consent; and
   * for a site that nobody names to us, another mode may have been chosen.
   */
  isAlways(tab: TabState): boolean {
    return tab.host !== '' && this.stateFor(tab.host, tab).mode === 'always'
  }

  /** Whether nothing of this tab may be looked at; our own pages are no site. */
  isOff(tab: TabState): boolean {
    return !isOurs(tab) && this.stateFor(tab.host, tab).mode === 'off'
  }

  /** What the options show. */
  sites(): Pick<SitesState, 'everywhere' | 'sites'> {
    return { everywhere: this.#settledEverywhere(), sites: inOrder(this.#sites) }
  }

  /** @param tab where the choice was made; a site's is kept only where that window is known */
  async choose(
    scope: 'site' | 'everywhere',
    host: string,
    mode: ConsentMode,
    tab?: TabState,
  ): Promise<void> {
    if (this.#isFixed) return
    if (scope === 'everywhere') return this.#change((kept) => ({ ...kept, everywhere: mode }))
    if (tab?.private !== false) {
      // Which sites were visited in a private window must not outlive it.
      if (tab?.host === host) tab.siteConsent = mode
      return
    }
    // Nothing that somebody wrote: browsers open hosts that are no proper names, such as `-a.uni.example`.
    if (host !== '') await this.#keep(withoutRootDot(host), mode)
  }

  /** @param given as the user wrote it */
  async set(given: string, mode: ConsentMode): Promise<KeptSite> {
    if (this.#isFixed) return { is: 'fixed' }
    const read = readSite(given)
    if ('problem' in read) return { is: 'refused', problem: read.problem }
    await this.#keep(read.site, mode)
    return { is: 'kept', site: read.site }
  }

  async remove(site: string): Promise<void> {
    if (this.#isFixed) return
    await this.#change(({ sites, ...rest }) => {
      const { [site]: _removed, ...others } = sites
      return { ...rest, sites: others }
    })
  }

  get #isFixed(): boolean {
    return !this.organisation.policy.usersMayChange
  }

  #settledFor(name: string, host: string, tab: TabState | undefined): Settled {
    const demanded = choiceFor(this.organisation.policy.sites, name)
    if (!this.#isFixed) {
      const passing = tab?.private === true && tab.host === host ? tab.siteConsent : undefined
      if (passing !== undefined) return { mode: passing, settledBy: { is: 'tab' } }
      const own = choiceFor(this.#sites, name)
      if (own && (!demanded || isAsClose(own.site, demanded.site)))
        return { mode: own.mode, settledBy: { is: 'user', site: own.site } }
    }
    return demanded
      ? this.#byOrganisation(demanded.mode, { is: 'organisation', site: demanded.site })
      : this.#settledEverywhere()
  }

  #settledEverywhere(): Settled {
    const own = this.#isFixed ? undefined : this.#everywhere
    if (own !== undefined) return { mode: own, settledBy: { is: 'user-default' } }
    const { defaultMode } = this.organisation.policy
    return defaultMode === undefined
      ? PRESET
      : this.#byOrganisation(defaultMode, { is: 'organisation-default' })
  }

  /** What could not be read of the user's may have forbidden what the organisation lets be done unasked. */
  #byOrganisation(mode: ConsentMode, settledBy: SettledBy): Settled {
    const mayBeNarrower = !this.#isRead && !this.#isFixed
    return mode === 'always' && mayBeNarrower ? PRESET : { mode, settledBy }
  }

  async #keep(site: string, mode: ConsentMode): Promise<void> {
    await this.#change(({ sites, ...rest }) => ({ ...rest, sites: { ...sites, [site]: mode } }))
  }

  async #change(change: (kept: Settings) => Settings): Promise<void> {
    this.#take(await settings.change(change))
  }

  #take({ everywhere, sites }: Settings): void {
    this.#everywhere = everywhere
    this.#sites = new Map(Object.entries(sites))
    this.#isRead = true
  }
}

/** A page of this extension, in which files are shown. */
export function isOurs({ url }: TabState): boolean {
  return url.startsWith(browser.runtime.getURL(''))
}

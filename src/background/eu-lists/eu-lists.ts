import { euLists } from '../../platform/eu-list-database'
import type { EuListsState, RefreshedEuList } from '../../platform/eu-list-shapes'
import { mayAsk } from '../../platform/permissions'
import { createGuardedFetch } from '../../verifier/http/guarded-fetch'
import { LIMITS } from '../../verifier/http/limits'
import type { Need } from '../../verifier/report'
import type { TrustedLists, TrustedListWay } from '../../verifier/trusted-lists/trusted-lists'
import type { Doors } from '../door'
import { KeptOrAsked } from './kept-or-asked'
import { RecentFailures } from './recent-failures'
import { diskShelf, MemoryShelf } from './list-shelf'
import { summaryOf } from './list-summary'
import {
  hostOf,
  inForce,
  LIST_OF_LISTS_URL,
  notOlder,
  obtainCountryList,
  obtainListOfLists,
  type Obtained,
} from './obtain'
import { Turns } from './turns'

/** Milliseconds that a list may take after a click on "refresh"; the largest have some megabytes. */
const PATIENCE_MS = 60_000

/**
 * The EU trusted lists: what of them is kept, and who is asked for them. Not to be confused with the lists
 * of issuers that the user trusts (`trust-lists.ts`).
 */
export class EuLists {
  readonly #turns = new Turns()
  readonly #private = new MemoryShelf()
  readonly #failures = new RecentFailures()
  #use = true

  /** @param changed called when a list was kept or removed, or their use was switched */
  constructor(
    private readonly doors: Doors,
    private readonly changed: (what: 'use' | 'lists') => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** Reads what was chosen; where that fails, no list is asked for. */
  async load(): Promise<void> {
    try {
      this.#use = await euLists.use()
    } catch (error) {
      this.#use = false
      console.error(error)
    }
  }

  /** Whether any seal may be called a qualified one. */
  get inUse(): boolean {
    return this.#use
  }

  /** For one badge whose hosts may be asked. */
  lookup(isPrivate: boolean): TrustedLists {
    return this.#lookupIn(this.#turns, isPrivate)
  }

  /**
   * For a first look, whose guarded fetch refuses every host: that a list would be asked for becomes a need,
   * which is shown before the click. In turns of its own, so that it waits for no badge that is being checked.
   */
  firstLookup(isPrivate: boolean): TrustedLists {
    return this.#lookupIn(new Turns(), isPrivate)
  }

  #lookupIn(turns: Turns, isPrivate: boolean): TrustedLists {
    const shelf = isPrivate ? this.#private : { ...diskShelf, put: this.#keep }
    const { now } = this
    const isUsed = () => this.#use
    return new KeptOrAsked({ shelf, turns, failures: this.#failures, now, isUsed })
  }

  readonly #keep: typeof diskShelf.put = async (kept) => {
    await diskShelf.put(kept)
    this.changed('lists')
  }

  // ── the options ───────────────────────────────────────────────────────────────────────────────

  async state(): Promise<EuListsState> {
    const kept = await euLists.all()
    return { use: this.#use, lists: kept.map((one) => summaryOf(one, new Date(this.now()))) }
  }

  async setUse(use: boolean): Promise<void> {
    // Off at once, on only where it is remembered.
    if (!use) this.#use = false
    await euLists.setUse(use)
    this.#use = use
    this.changed('use')
  }

  async remove(country: string): Promise<void> {
    await euLists.remove(country)
    this.#private.forget()
    this.changed('lists')
  }

  /** Asks for a kept list again. The click consents to its host, and to that of the list of lists. */
  async refresh(country: string): Promise<RefreshedEuList> {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const door = this.doors.open({ private: false, signal })
    const consented = new Set([hostOf(LIST_OF_LISTS_URL)])
    const ask = async ({ host }: Need): Promise<boolean> => {
      if (!consented.has(host) || !(await mayAsk(host))) return false
      await door.admit(host)
      return true
    }
    const limits = { ...LIMITS, requestMs: PATIENCE_MS, badgeMs: PATIENCE_MS }
    try {
      const way = createGuardedFetch({ fetch: door.fetch, ask, signal }, limits)
      return await this.#turns.take(() => this.#refreshed(country, way, consented))
    } finally {
      door.close()
    }
  }

  async #refreshed(
    country: string,
    way: TrustedListWay,
    consented: Set<string>,
  ): Promise<RefreshedEuList> {
    const known = await euLists.listOfLists()
    const lists = await this.#taken(notOlder(await obtainListOfLists(way, this.now()), known))
    if ('problem' in lists) return lists.problem
    if (country === 'EU') return { is: 'refreshed' }
    const current = inForce(lists, this.now())
    if ('problem' in current) return current.problem
    const pointer = current.kept.list.pointers.find((one) => one.country === country)
    if (!pointer) return { is: 'gone' }
    consented.add(hostOf(pointer.url))
    const before = await euLists.ofCountry(country)
    const obtained = await obtainCountryList(pointer, way, this.now())
    const list = await this.#taken(notOlder(obtained, before))
    return 'problem' in list ? list.problem : { is: 'refreshed' }
  }

  async #taken<Kept extends Parameters<typeof diskShelf.put>[0]>(
    obtained: Obtained<Kept>,
  ): Promise<Obtained<Kept>> {
    if ('kept' in obtained) await this.#keep(obtained.kept)
    return obtained
  }
}

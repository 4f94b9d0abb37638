import { euLists } from '../../platform/eu-list-database'
import type { KeptCountryList, KeptEuList, KeptListOfLists } from '../../platform/eu-list-shapes'

/** Where lists are kept. That one could not be written down does not spoil it. */
export interface ListShelf {
  listOfLists(): Promise<KeptListOfLists | undefined>
  ofCountry(country: string): Promise<KeptCountryList | undefined>
  put(kept: KeptEuList): Promise<void>
}

/** A database that fails has kept nothing. */
export const diskShelf: ListShelf = {
  listOfLists: () => euLists.listOfLists().catch(() => undefined),
  ofCountry: (country) => euLists.ofCountry(country).catch(() => undefined),
  put: (kept) => euLists.put(kept).catch(console.error),
}

/**
 * For private windows: what these ask for is kept in memory, for as long as the worker lives, and says
 * nothing to anybody else.
 */
export class MemoryShelf implements ListShelf {
  readonly #kept = new Map<string, KeptEuList>()

  async listOfLists(): Promise<KeptListOfLists | undefined> {
    return (this.#kept.get('EU') as KeptListOfLists | undefined) ?? diskShelf.listOfLists()
  }

  async ofCountry(country: string): Promise<KeptCountryList | undefined> {
    return (this.#kept.get(country) as KeptCountryList | undefined) ?? diskShelf.ofCountry(country)
  }

  put(kept: KeptEuList): Promise<void> {
    // Its texts are slices of the whole file, which would stay in memory with them.
    this.#kept.set(kept.country, structuredClone(kept))
    return Promise.resolve()
  }

  forget(): void {
    this.#kept.clear()
  }
}

import { database } from './database'
import type { KeptCountryList, KeptEuList, KeptListOfLists } from './eu-list-shapes'

/** EU trusted lists by country; the list of lists under `EU`. */
export const euLists = {
  async listOfLists(): Promise<KeptListOfLists | undefined> {
    const kept = await (await database()).get('euLists', 'EU')
    return kept && isListOfLists(kept) ? kept : undefined
  },

  async ofCountry(country: string): Promise<KeptCountryList | undefined> {
    const kept = await (await database()).get('euLists', country)
    return kept && !isListOfLists(kept) ? kept : undefined
  },

  async all(): Promise<KeptEuList[]> {
    return (await database()).getAll('euLists')
  },

  async put(kept: KeptEuList): Promise<void> {
    await (await database()).put('euLists', kept)
  },

  async remove(country: string): Promise<void> {
    await (await database()).delete('euLists', country)
  },

  /** Whether the user lets lists be used: yes until they say no. */
  async use(): Promise<boolean> {
    return (await (await database()).get('euListsUse', 'use')) ?? true
  },

  async setUse(use: boolean): Promise<void> {
    await (await database()).put('euListsUse', use, 'use')
  },
}

export function isListOfLists(kept: KeptEuList): kept is KeptListOfLists {
  return 'pointers' in kept.list
}

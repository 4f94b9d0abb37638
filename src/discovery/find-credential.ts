import type { Clues, Finding, Reach } from './finding'
import { Search } from './search'

export * from './finding'

/**
 * From what a page shows to the place where the credential is: what to ask, in which order, and when to stop.
 * Whoever calls does the asking, and says what a credential is.
 */
export async function findCredential(clues: Clues, reach: Reach): Promise<Finding> {
  return new Search(reach).run(clues)
}

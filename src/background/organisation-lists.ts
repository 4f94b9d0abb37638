import type { MissingList, OrganisationList } from '../platform/consent-shapes'
import type { AddedList } from '../platform/messages'
import { broadcast } from '../platform/requests'
import { session } from '../platform/session'
import type { TrustLists } from './trust-lists'

/** Milliseconds after which a list is read anew: publishers end listings, and nobody clicks here. */
const OLD_MS = 24 * 3600_000
/** Milliseconds after which a list that was not to be had is asked for again; workers come and go. */
const RETRY_MS = 3600_000

const KEY = 'organisation-lists'

/** When each address was last asked, and what came of it where that was no list. */
type Asked = Partial<Record<string, { at: number; missing?: MissingList }>>

/**
 * Keeps the lists that the organisation demands. Asking their addresses is under the organisation's
 * consent; the lists are read and judged like any other.
 */
export class OrganisationLists {
  #addresses: readonly string[] = []
  #asked: Asked = {}

  constructor(
    private readonly lists: TrustLists,
    private readonly now: () => number = Date.now,
  ) {}

  /** What the policy demands no more ends at once; what is missing or old is asked for. */
  async follow(addresses: readonly string[]): Promise<void> {
    this.#addresses = addresses
    await this.lists.demand(new Set(addresses))
    if (addresses.length === 0) return
    this.#asked = { ...((await session.get(KEY)) as Asked | undefined), ...this.#asked }
    for (const url of addresses) if (this.#isDue(url)) await this.#obtain(url)
  }

  state(): OrganisationList[] {
    return this.#addresses.map((url) => {
      if (this.lists.retrieved(url) !== undefined) return { url }
      return { url, missing: this.#asked[url]?.missing ?? { is: 'not-yet' } }
    })
  }

  #isDue(url: string): boolean {
    const retrieved = Date.parse(this.lists.retrieved(url) ?? '')
    const asked = this.#asked[url]?.at
    const now = this.now()
    // A clock that was set back must not keep a list for ever.
    const isRecent = (moment: number, span: number) => Math.abs(now - moment) < span
    if (isRecent(retrieved, OLD_MS)) return false
    return asked === undefined || !isRecent(asked, RETRY_MS)
  }

  async #obtain(url: string): Promise<void> {
    const added = await this.lists.add({ url }, 'organisation').catch((error: unknown) => {
      console.error(error)
      return undefined
    })
    const missing = missingAfter(added)
    this.#asked[url] = { at: this.now(), ...(missing !== undefined && { missing }) }
    await session.set(KEY, this.#asked)
    broadcast({ type: 'sites-changed' })
  }
}

function missingAfter(added: AddedList | undefined): MissingList | undefined {
  switch (added?.is) {
    case 'added':
      return undefined
    case 'not-obtained':
    case 'unreadable':
      return added
    case 'registries':
      return { is: 'no-list' }
    default:
      return { is: 'not-yet' }
  }
}

import type {
  EuListProblem,
  KeptCountryList,
  KeptEuList,
  KeptListOfLists,
} from '../../platform/eu-list-shapes'
import type {
  TrustedListAnswer,
  TrustedLists,
  TrustedListWay,
} from '../../verifier/trusted-lists/trusted-lists'
import type { ListShelf } from './list-shelf'
import {
  inForce,
  LIST_OF_LISTS_URL,
  notOlder,
  obtainCountryList,
  obtainListOfLists,
  type Obtained,
} from './obtain'
import type { RecentFailures } from './recent-failures'
import { territoryOf } from './territories'
import type { Turns } from './turns'

/** After that a list is asked for again when a seal needs it: services are withdrawn at any time. */
const KEPT_MS = 24 * 60 * 60 * 1000
/** A list whose next update is overdue is asked for again, and not with every badge. */
const OVERDUE_MS = 60 * 60 * 1000

export interface KeptOrAskedOptions {
  shelf: ListShelf
  turns: Turns
  failures: RecentFailures
  now: () => number
  /** Whether the user lets lists be used. */
  isUsed: () => boolean
}

/**
 * Gives the list that is kept, or asks for it. Where nobody can or may be asked, the one that is kept
 * stands for what it is: its dates are in it.
 */
export class KeptOrAsked implements TrustedLists {
  constructor(private readonly options: KeptOrAskedOptions) {}

  async ofCountry(country: string, way: TrustedListWay): Promise<TrustedListAnswer> {
    const territory = territoryOf(country)
    if (territory === undefined) return { problem: 'not-in-union' }
    if (!this.options.isUsed()) return { problem: 'not-asked' }
    const kept = await this.options.shelf.ofCountry(territory)
    if (kept && this.#isCurrent(kept)) return { list: kept.list }
    return this.options.turns.take(() => this.#renewed(territory, way))
  }

  async #renewed(territory: string, way: TrustedListWay): Promise<TrustedListAnswer> {
    const { shelf, now } = this.options
    // Another badge may have asked while this one waited for its turn.
    const kept = await shelf.ofCountry(territory)
    if (kept && this.#isCurrent(kept)) return { list: kept.list }
    const lists = await this.#listOfLists(way)
    if ('problem' in lists) return answerOf(lists, kept)
    const pointer = lists.kept.list.pointers.find(({ country }) => country === territory)
    if (!pointer) return { problem: 'not-in-union' }
    const ask = () => obtainCountryList(pointer, way, now())
    const obtained = await this.#obtained(pointer.url, ask, kept)
    return answerOf(obtained, kept)
  }

  /** The kept one also names addresses and signers where no newer one can be had, until its next update. */
  async #listOfLists(way: TrustedListWay): Promise<Obtained<KeptListOfLists>> {
    const { shelf, now } = this.options
    const known = await shelf.listOfLists()
    const standing = known && inForce({ kept: known }, now())
    if (known && standing && this.#isCurrent(known)) return standing
    const ask = () => obtainListOfLists(way, now())
    const obtained = await this.#obtained(LIST_OF_LISTS_URL, ask, known)
    if ('kept' in obtained) return inForce(obtained, now())
    return standing && 'kept' in standing ? standing : obtained
  }

  async #obtained<Kept extends KeptEuList>(
    url: string,
    ask: () => Promise<Obtained<Kept>>,
    known: Kept | undefined,
  ): Promise<Obtained<Kept>> {
    const { shelf, failures, now } = this.options
    const failure = failures.of(url, now())
    if (failure) return { problem: failure }
    const obtained = notOlder(await ask(), known)
    if ('kept' in obtained) await shelf.put(obtained.kept)
    else failures.note(url, obtained.problem, now())
    return obtained
  }

  #isCurrent({ retrieved, list: { nextUpdate } }: KeptEuList): boolean {
    const now = this.options.now()
    const isOverdue = nextUpdate !== undefined && now >= Date.parse(nextUpdate)
    const age = now - retrieved
    return age >= 0 && age < (isOverdue ? OVERDUE_MS : KEPT_MS)
  }
}

function answerOf(
  obtained: Obtained<KeptCountryList> | { problem: EuListProblem },
  known: KeptCountryList | undefined,
): TrustedListAnswer {
  if ('kept' in obtained) return { list: obtained.kept.list }
  if (known) return { list: known.list }
  const { is, host } = obtained.problem
  return { problem: is === 'older' ? 'not-obtained' : is, host }
}

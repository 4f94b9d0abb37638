import { trustLists, type KeptTrustList } from '../platform/database'
import type { AddedList, TrustListSummary } from '../platform/messages'
import { readTrustList, type ListProblem, type ReadList, type TrustList } from '../verifier'
import type { Doors } from './door'
import { obtainList } from './list-fetch'
import { summaryOfList } from './list-summary'

/** Each list is asked about every badge; nobody follows more publishers than this. */
const MOST_LISTS = 50

/** Where a list comes from. An address is asked; a text is what the user handed over. */
export type ListOrigin = { url: string; name?: string } | { text: string; name: string }

/**
 * The lists that the user trusts. They lie in IndexedDB, which content scripts cannot write, and change
 * on requests of our own pages alone. The objects that `current` gives are never changed.
 */
export class TrustLists {
  #kept: KeptTrustList[] = []

  /** @param changed called after every change */
  constructor(
    private readonly doors: Doors,
    private readonly changed: () => void,
  ) {}

  /** Reads what was added before; until then, and where that fails, nobody vouches. */
  async load(): Promise<void> {
    try {
      this.#kept = await trustLists.all()
    } catch (error) {
      console.error(error)
    }
  }

  current(): TrustList[] {
    return this.#kept.map(({ list }) => list)
  }

  summaries(now: Date): TrustListSummary[] {
    return this.#kept.map((kept) => summaryOfList(kept, now))
  }

  /** Reads a list and trusts it from now on; one from the same place is replaced. */
  async add(origin: ListOrigin): Promise<AddedList> {
    const obtained =
      'text' in origin ? { text: origin.text } : await obtainList(origin.url, this.doors)
    if ('reason' in obtained) return { is: 'not-obtained', reason: obtained.reason }
    const { text, url } = { url: undefined, ...obtained }
    const name = origin.name ?? (url === undefined ? '' : nameOfAddress(url))
    const read = await readTrustList(text, {
      ...(url !== undefined && { url }),
      ...{ name, retrieved: new Date() },
    })
    return this.#keep(read, url !== undefined)
  }

  /** Asks the list's address again. What was read before stays where nothing better comes. */
  async refresh(id: string): Promise<AddedList | null> {
    const known = this.#kept.find((kept) => kept.id === id)
    return known?.fromAddress === true ? this.add({ url: id, name: known.list.name }) : null
  }

  /** Takes its word back at once, whether or not the database does as it is told. */
  async remove(id: string): Promise<void> {
    this.#kept = this.#kept.filter((kept) => kept.id !== id)
    this.changed()
    await trustLists.remove(id)
  }

  async #keep(read: ReadList, fromAddress: boolean): Promise<AddedList> {
    if (read.is !== 'list') return read
    const { list, entries, problems } = read
    const others = this.#kept.filter(({ id }) => id !== list.id)
    if (others.length >= MOST_LISTS) return unreadable(`at most ${MOST_LISTS} lists`)
    const kept = { id: list.id, list, entries, problems, fromAddress }
    // First on the disk: a list that is gone after a restart was never added.
    await trustLists.put(kept)
    this.#kept = [...others, kept].toSorted((a, b) => (a.list.name < b.list.name ? -1 : 1))
    this.changed()
    return { is: 'added', id: list.id }
  }
}

function unreadable(expected: string): { is: 'unreadable'; problem: ListProblem } {
  return { is: 'unreadable', problem: { expected } }
}

/** A list without a name is called by where it lies. */
function nameOfAddress(address: string): string {
  const { host, pathname } = new URL(address)
  return `${host}${pathname}`
}

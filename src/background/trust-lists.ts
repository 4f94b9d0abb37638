import { trustLists, type KeptTrustList } from '../platform/database'
import type { AddedList, TrustListSummary } from '../platform/messages'
import { readTrustList, type ListProblem, type TrustList } from '../verifier'
import type { Doors } from './door'
import { obtainList } from './list-fetch'
import { summaryOfList } from './list-summary'

/** Of the user's own: each list is asked about every badge; nobody follows more publishers than this. */
const MOST_LISTS = 50

/** Where a list comes from. An address is asked; a text is what the user handed over. */
export type ListOrigin = { url: string; name?: string } | { text: string; name: string }

/**
 * The lists that the user trusts. They lie in IndexedDB, which content scripts cannot write, and change
 * on requests of our own pages alone. The objects that `current` gives are never changed.
 */
export class TrustLists {
  #kept: KeptTrustList[] = []
  /** Addresses that the organisation's policy names. */
  #demanded: ReadonlySet<string> = new Set()
  /** What the user asked for is counted, so that of one list the last word holds, whatever took longest. */
  #words = 0
  readonly #lastWord = new Map<string, number>()
  /** The database is written to by one change after the other. */
  #writing: Promise<unknown> = Promise.resolve()

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
    return this.#kept.map((kept) => ({
      ...summaryOfList(kept, now),
      ...(this.#demanded.has(kept.id) && { byOrganisation: true }),
    }))
  }

  /** ISO 8601: when the list of this address was read; undefined where none is kept. */
  retrieved(id: string): string | undefined {
    return this.#kept.find((kept) => kept.id === id)?.list.retrieved
  }

  /** These the user cannot remove. What an organisation alone had added goes with its demand. */
  async demand(addresses: ReadonlySet<string>): Promise<void> {
    // One that is still being read comes too late.
    for (const id of this.#demanded) if (!addresses.has(id)) this.#lastWord.set(id, ++this.#words)
    this.#demanded = addresses
    const isOver = ({ id, byOrganisation }: KeptTrustList) =>
      byOrganisation === true && !addresses.has(id)
    await Promise.all(this.#kept.filter(isOver).map(({ id }) => this.remove(id)))
  }

  /** Reads a list and trusts it from now on; one from the same place is replaced. */
  async add(origin: ListOrigin, by: 'user' | 'organisation' = 'user'): Promise<AddedList> {
    const word = ++this.#words
    const obtained =
      'text' in origin ? { text: origin.text } : await obtainList(origin.url, this.doors)
    if ('reason' in obtained) return { is: 'not-obtained', reason: obtained.reason }
    const { text, url } = { url: undefined, ...obtained }
    const name = origin.name ?? (url === undefined ? '' : nameOfAddress(url))
    const read = await readTrustList(text, {
      ...(url !== undefined && { url }),
      ...{ name, retrieved: new Date() },
    })
    if (read.is !== 'list') return read
    const { list, entries, problems } = read
    const kept = { id: list.id, list, entries, problems, fromAddress: url !== undefined }
    return this.#inTurn(() => this.#keep({ ...kept, ...this.#addedBy(kept.id, by) }, word))
  }

  /** Asks the list's address again. What was read before stays where nothing better comes. */
  async refresh(id: string): Promise<AddedList | null> {
    const known = this.#kept.find((kept) => kept.id === id)
    return known?.fromAddress === true ? this.add({ url: id, name: known.list.name }) : null
  }

  /** Takes its word back at once, whether or not the database does as it is told. */
  async remove(id: string): Promise<void> {
    if (this.#demanded.has(id)) return
    this.#lastWord.set(id, ++this.#words)
    this.#kept = this.#kept.filter((kept) => kept.id !== id)
    this.changed()
    await this.#inTurn(() => trustLists.remove(id))
  }

  async #keep(kept: KeptTrustList, word: number): Promise<AddedList> {
    const { id } = kept
    if (this.#isTooLate(id, word)) return this.#asItIs(id)
    if (this.#isOneTooMany(kept)) return unreadable(`at most ${MOST_LISTS} lists`)
    this.#lastWord.set(id, word)
    // First on the disk: a list that is gone after a restart was never added.
    await trustLists.put(kept)
    // Removed while it was written: the removal is next in turn.
    if (this.#isTooLate(id, word)) return this.#asItIs(id)
    const others = this.#kept.filter((other) => other.id !== id)
    this.#kept = [...others, kept].toSorted((a, b) => (a.list.name < b.list.name ? -1 : 1))
    this.changed()
    return { is: 'added', id }
  }

  /** What the organisation demands everybody has, however many the user added; it takes no room from theirs. */
  #isOneTooMany({ id, byOrganisation }: KeptTrustList): boolean {
    if (byOrganisation === true) return false
    const isAnother = (other: KeptTrustList) => other.id !== id && other.byOrganisation !== true
    return this.#kept.filter(isAnother).length >= MOST_LISTS
  }

  /** A list that the user has added stays the user's, whoever names it later. */
  #addedBy(id: string, by: 'user' | 'organisation'): Pick<KeptTrustList, 'byOrganisation'> {
    const known = this.#kept.find((kept) => kept.id === id)
    const isOrganisations = known ? known.byOrganisation === true : by === 'organisation'
    return isOrganisations ? { byOrganisation: true } : {}
  }

  #isTooLate(id: string, word: number): boolean {
    return (this.#lastWord.get(id) ?? 0) > word
  }

  /** What a later word made of it: it was removed, or another reading of it is kept. */
  #asItIs(id: string): AddedList {
    return this.#kept.some((kept) => kept.id === id) ? { is: 'added', id } : { is: 'withdrawn' }
  }

  async #inTurn<Result>(write: () => Promise<Result>): Promise<Result> {
    const written = this.#writing.then(write)
    // The one whose change it was hears of a failure; the next is none the worse for it.
    this.#writing = written.catch(() => undefined)
    return written
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

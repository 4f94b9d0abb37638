import { labelKey, type EscoKind } from '../esco-lookup'
import type { EscoEntry, EscoIndexInfo } from './entry'
import { folderOf, KIND_BITS, KINDS, NAMED, OBSOLETE, URI_BASE, UUID_BYTES } from './layout'

/** The columns of an index, in one order: that of the keys of the labels. */
export interface Columns {
  labels: string[]
  kinds: Uint8Array
  /** Of the concepts that have a UUID. */
  ids: Uint8Array
  /** Of those that have none. */
  names: string[]
}

/** More concepts of one label than this are as good as many. */
const MOST_OF_ONE_LABEL = 3

/** All of ESCO in one language: by URI and by label, without asking anybody. */
export class EscoIndex {
  /** Where the id of a concept lies, among its like. */
  readonly #places: Uint32Array
  /** Open addressing by the first bits of a UUID, which are as good as random: concept + 1, or 0. */
  readonly #slots: Uint32Array
  readonly #mask: number
  readonly #byName: ReadonlyMap<string, number>
  /** Kinds that there are, and the folders of those that have no UUID. */
  readonly #covered: ReadonlySet<string>
  /** Keys of labels, as far as they were looked at. */
  readonly #keys: string[]

  constructor(
    readonly info: EscoIndexInfo,
    private readonly columns: Columns,
  ) {
    const { kinds, names } = columns
    this.#keys = new Array<string>(kinds.length)
    this.#places = new Uint32Array(kinds.length)
    this.#mask = 2 ** Math.ceil(Math.log2(kinds.length * 2 + 1)) - 1
    this.#slots = new Uint32Array(this.#mask + 1)
    const byName = new Map<string, number>()
    let uuids = 0
    kinds.forEach((kind, concept) => {
      if (kind & NAMED) byName.set(names[byName.size] ?? '', concept)
      this.#places[concept] = kind & NAMED ? byName.size - 1 : uuids++
      if (!(kind & NAMED)) this.#insert(concept)
    })
    this.#byName = byName
    this.#covered = coveredBy(columns)
  }

  get size(): number {
    return this.columns.kinds.length
  }

  /**
   * Whether a URI that is not here is not in ESCO: an index may have been made of some of its files. Skills
   * and groups of skills have URIs of one form, so that both must be there.
   */
  covers(uri: string): boolean {
    const [folder = '', id = ''] = uri.slice(URI_BASE.length).split('/')
    if (id.length !== UUID_LENGTH) return this.#covered.has(folder)
    const kinds: EscoKind[] = folder === 'occupation' ? ['occupation'] : ['skill', 'group']
    return kinds.every((kind) => this.#covered.has(`${kind} by UUID`))
  }

  /** Whether a label that is not here is none of a skill or an occupation. */
  get coversLabels(): boolean {
    return this.#covered.has('skill by UUID') && this.#covered.has('occupation by UUID')
  }

  /** @param uri canonical, as `recogniseAlignment` gives it */
  byUri(uri: string): EscoEntry | undefined {
    if (!uri.startsWith(URI_BASE)) return undefined
    const name = uri.slice(URI_BASE.length)
    const concept = this.#byName.get(name) ?? this.#byUuid(name.slice(name.indexOf('/') + 1))
    if (concept === undefined) return undefined
    const entry = this.#entry(concept)
    // The UUID of a skill under `occupation/` is nobody's URI.
    return entry.uri === uri ? entry : undefined
  }

  /** Skills and occupations of today with this label, by `labelKey`; two are as good as many. */
  byLabel(text: string): EscoEntry[] {
    const key = labelKey(text)
    if (key === '') return []
    const found: EscoEntry[] = []
    for (let at = this.#firstNotBefore(key); at < this.size && this.#keyAt(at) === key; at++) {
      const entry = this.#entry(at)
      if (!entry.obsolete && entry.kind !== 'group') found.push(entry)
      if (found.length >= MOST_OF_ONE_LABEL) break
    }
    return found
  }

  #firstNotBefore(key: string): number {
    let [low, high] = [0, this.size]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#keyAt(middle) < key) low = middle + 1
      else high = middle
    }
    return low
  }

  #keyAt(concept: number): string {
    return (this.#keys[concept] ??= labelKey(this.columns.labels[concept] ?? ''))
  }

  #entry(concept: number): EscoEntry {
    const code = this.columns.kinds[concept] ?? 0
    const kind = KINDS[code & KIND_BITS] ?? 'group'
    const place = this.#places[concept] ?? 0
    const name =
      code & NAMED ? (this.columns.names[place] ?? '') : `${folderOf(kind)}/${this.#uuidAt(place)}`
    return {
      uri: URI_BASE + name,
      kind,
      label: this.columns.labels[concept] ?? '',
      ...(code & OBSOLETE && { obsolete: true as const }),
    }
  }

  // ── UUIDs ─────────────────────────────────────────────────────────────────────────────────────

  #uuidAt(place: number): string {
    let uuid = ''
    for (let at = 0; at < UUID_BYTES; at++) {
      if (at === 4 || at === 6 || at === 8 || at === 10) uuid += '-'
      uuid += HEX[this.columns.ids[place * UUID_BYTES + at] ?? 0] ?? ''
    }
    return uuid
  }

  #firstBits(concept: number): number {
    const at = (this.#places[concept] ?? 0) * UUID_BYTES
    const { ids } = this.columns
    return (
      (((ids[at] ?? 0) << 24) |
        ((ids[at + 1] ?? 0) << 16) |
        ((ids[at + 2] ?? 0) << 8) |
        (ids[at + 3] ?? 0)) >>>
      0
    )
  }

  #insert(concept: number): void {
    let slot = this.#firstBits(concept) & this.#mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask
    this.#slots[slot] = concept + 1
  }

  #byUuid(uuid: string): number | undefined {
    if (uuid.length !== UUID_LENGTH) return undefined
    const bits = Number.parseInt(uuid.slice(0, 8), 16)
    for (let slot = bits & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const concept = (this.#slots[slot] ?? 0) - 1
      if (concept < 0) return undefined
      if (this.#uuidAt(this.#places[concept] ?? 0) === uuid) return concept
    }
  }
}

/** Kinds of what has a UUID, and folders of what has a name. */
function coveredBy({ kinds, names }: Columns): ReadonlySet<string> {
  const covered = new Set(names.map((name) => name.slice(0, name.indexOf('/'))))
  for (const kind of new Set(kinds))
    if (!(kind & NAMED)) covered.add(`${KINDS[kind & KIND_BITS] ?? ''} by UUID`)
  return covered
}

const UUID_LENGTH = 36
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

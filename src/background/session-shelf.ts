import { isGlanceKey } from '../platform/glance'
import { session } from '../platform/session'

/**
 * Characters of JSON that all shelves together may have of storage.session. It holds 10 MB, and the
 * state of every tab, without which no check is finished after the worker's death, comes first.
 */
const MOST_CHARACTERS = 3_000_000
/** Of one value. */
const MOST_OF_ONE = 300_000

/**
 * What is kept for one tab alone, and never on a disk: in memory, and under its tab's name in
 * storage.session as long as there is room. What had none is lost with the worker.
 */
export class SessionShelf {
  readonly #memory = new Map<string, unknown>()
  /** Characters by key, as far as they lie in storage.session. */
  #sizes: Promise<Map<string, number>> | undefined

  async get(key: string, unpack: (stored: unknown) => unknown = same): Promise<unknown> {
    if (this.#memory.has(key)) return this.#memory.get(key)
    const stored = await session.get(key)
    // Something newer may have come in the meantime.
    if (this.#memory.has(key)) return this.#memory.get(key)
    const value = stored === undefined ? undefined : unpack(stored)
    if (value !== undefined) this.#memory.set(key, value)
    return value
  }

  /** For now, in memory only: what lies in storage.session under this key goes. */
  async remember(key: string, value: unknown): Promise<void> {
    await this.remove([key])
    this.#memory.set(key, value)
  }

  /** Never fails: in memory there is always room. `packed`: the value as plain JSON. */
  async put(key: string, value: unknown, packed: unknown = value): Promise<void> {
    this.#memory.set(key, value)
    try {
      await this.#store(key, packed)
    } catch (error) {
      console.error(error)
    }
  }

  async remove(keys: string[]): Promise<void> {
    for (const key of keys) this.#memory.delete(key)
    await session.remove(keys)
    const sizes = await this.#sizes
    for (const key of keys) sizes?.delete(key)
  }

  async removeTab(tabId: number): Promise<void> {
    const keys = [...this.#memory.keys(), ...Object.keys(await session.all())]
    await this.remove(keys.filter((key) => key.startsWith(`tab:${tabId}:`)))
  }

  async #store(key: string, packed: unknown): Promise<void> {
    const sizes = await (this.#sizes ??= sizesInSession())
    const size = JSON.stringify(packed).length
    if (isReport(key) && size <= MOST_OF_ONE) await makeRoom(sizes, size)
    const others = [...sizes].reduce((sum, [name, taken]) => sum + (name === key ? 0 : taken), 0)
    if (size > MOST_OF_ONE || others + size > MOST_CHARACTERS) {
      // What lies there is of an earlier state: none is better than a wrong one.
      if (sizes.delete(key)) await session.remove([key])
      return
    }
    sizes.set(key, size)
    await session.set(key, packed)
  }
}

function isReport(key: string): boolean {
  return /^tab:\d+:report:/.test(key)
}

/** A file and its picture can be had again. A report cannot, without asking the issuer once more. */
async function makeRoom(sizes: Map<string, number>, size: number): Promise<void> {
  let excess = [...sizes.values()].reduce((sum, taken) => sum + taken, size) - MOST_CHARACTERS
  const going: string[] = []
  for (const [key, taken] of sizes) {
    if (excess <= 0) break
    if (isReport(key)) continue
    going.push(key)
    excess -= taken
  }
  for (const key of going) sizes.delete(key)
  if (going.length > 0) await session.remove(going)
}

function same(stored: unknown): unknown {
  return stored
}

async function sizesInSession(): Promise<Map<string, number>> {
  const shelved = Object.entries(await session.all()).filter(
    ([key]) => /^tab:\d+:/.test(key) && !isGlanceKey(key),
  )
  return new Map(shelved.map(([key, value]) => [key, JSON.stringify(value).length]))
}

import { database, type StoreName } from './database'

/**
 * How many records the first of these stores has, and about how many bytes all of them. One record at a time:
 * all of them together may be larger than what a worker should hold.
 */
export async function measure(
  stores: readonly [StoreName, ...StoreName[]],
): Promise<{ count: number; bytes: number }> {
  const transaction = (await database()).transaction(stores, 'readonly')
  const count = await transaction.objectStore(stores[0]).count()
  let bytes = 0
  for (const name of stores) {
    let cursor = await transaction.objectStore(name).openCursor()
    while (cursor) {
      bytes += sizeOf(cursor.value)
      cursor = await cursor.continue()
    }
  }
  return { count, bytes }
}

/** Bytes of plain data: of a text one for each character, of anything binary its length. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (ArrayBuffer.isView(value)) return value.byteLength
  if (typeof value !== 'object' || value === null) return 8
  return Object.entries(value).reduce((sum, [key, part]) => sum + key.length + sizeOf(part), 0)
}

import type { ExportedEntry, ExportedPart } from '../../platform/history-shapes'
import { fileName } from '../../ui/export/file-name'
import { SOFTWARE } from '../../ui/export/software'

/** The whole history in one file. */
export interface HistoryFile {
  blob: Blob
  name: string
  count: number
}

/** More is no history: it ends somewhere. */
const MOST_PARTS = 10_000

/**
 * Gathers it part by part, newest first.
 *
 * @param part asks for what comes after `before`, the `next` of the part before
 * @throws what `part` throws, and an Error where parts do not come to an end
 */
export async function historyFile(
  part: (before: number | undefined) => Promise<ExportedPart>,
  now: Date,
): Promise<HistoryFile> {
  const exportedAt = now.toISOString()
  // One text of all of it could be longer than a text may be.
  const head = JSON.stringify({
    format: 'touchstone-history',
    version: 1,
    exportedAt,
    software: SOFTWARE,
  })
  const texts = [`${head.slice(0, -1)},"badges":[`]
  const ids = new Set<string>()
  const add = ({ id, ...rest }: ExportedEntry): void => {
    if (ids.has(id)) return
    texts.push(`${ids.size === 0 ? '' : ','}\n${JSON.stringify({ id, ...rest })}`)
    ids.add(id)
  }
  let before: number | undefined
  for (let parts = 0; parts < MOST_PARTS; parts++) {
    const { entries, next } = await part(before)
    entries.forEach(add)
    if (next === undefined) {
      // What was verified again in the meantime has come to the front.
      if (before !== undefined) (await part(undefined)).entries.forEach(add)
      texts.push('\n]}\n')
      const blob = new Blob(texts, { type: 'application/json' })
      return {
        blob,
        name: fileName({ date: exportedAt, name: 'history', ending: 'json' }),
        count: ids.size,
      }
    }
    if (before !== undefined && next >= before)
      throw new Error(`expected a part before ${before}, got one before ${next}`)
    before = next
  }
  throw new Error(`expected at most ${MOST_PARTS} parts, got more`)
}

import { basename } from 'node:path'
import { encodeIndex } from '../verifier/alignments/esco-index/encode-index'
import { entriesOfFile } from '../verifier/alignments/esco-index/entries-of-file'
import { EscoIndexError } from '../verifier/alignments/esco-index/entry'
import { UsageError } from './failure'
import { readBadgeFile } from './read-badge-file'

/** The download of ESCO 1.2 in one language is 15 MB as a zip, and its largest file 12 MB. */
const MOST_BYTES = 100_000_000

/**
 * Makes an index of ESCO's CSV download: the zip as it comes, or one of its files.
 *
 * @returns the bytes of the index, which travel to the workers
 * @throws UsageError where it is neither: to go on without it would look up nothing
 */
export async function escoIndexFrom(path: string, made: Date): Promise<Uint8Array<ArrayBuffer>> {
  const file = await readBadgeFile(path, MOST_BYTES + 1)
  if ('failure' in file) throw new UsageError(`--esco: ${file.failure.message}`)
  if (file.bytes.length > MOST_BYTES)
    throw new UsageError(`--esco ${path} is larger than the download of ESCO can be.`)
  try {
    const { entries, version, language } = entriesOfFile(file.bytes, basename(path))
    return await encodeIndex(entries, { version, language, made: made.toISOString(), from: 'csv' })
  } catch (error) {
    if (!(error instanceof EscoIndexError)) throw error
    throw new UsageError(`--esco ${path} is no CSV download of ESCO: ${error.message}.`)
  }
}

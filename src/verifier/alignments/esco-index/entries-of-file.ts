import { unzipSync } from 'fflate'
import { EscoIndexError, type EscoEntry } from './entry'
import { entriesOfCsv } from './entries-of-csv'

/** The files of the download that hold concepts, whatever the language. */
const WANTED = /(^|\/)(skills|occupations|skillGroups|ISCOGroups)_([a-z]{2})\.csv$/i
/** The skills of ESCO 1.2 with all their texts are 12 MB. */
const MOST_BYTES_OF_FILE = 100_000_000

export interface ReadFile {
  entries: EscoEntry[]
  /** As the name of the file says; '' where it says nothing. */
  version: string
  language: string
}

/**
 * The concepts of ESCO's CSV download: the zip as it comes, or one of its files.
 *
 * @throws EscoIndexError where it is neither
 */
export function entriesOfFile(bytes: Uint8Array, name: string): ReadFile {
  const files = isZip(bytes) ? unzipped(bytes) : { [name]: bytes }
  const entries: EscoEntry[] = []
  for (const content of Object.values(files)) entries.push(...entriesOfCsv(textOf(content)))
  if (entries.length === 0) throw new EscoIndexError('expected concepts of ESCO, got none')
  const language = Object.keys(files).flatMap((path) => WANTED.exec(path)?.[3] ?? [])[0]
  return { entries, version: versionIn(name), language: language?.toLowerCase() ?? 'en' }
}

function isZip(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, at) => bytes[at] === byte)
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => WANTED.test(name) && originalSize <= MOST_BYTES_OF_FILE,
    })
  } catch {
    throw new EscoIndexError('expected a zip file that is whole')
  }
  if (Object.keys(files).length === 0)
    throw new EscoIndexError('expected skills_en.csv and others in the zip file, found none')
  return files
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new EscoIndexError('expected text in UTF-8')
  }
}

/** "ESCO dataset - v1.2.0 - classification - en - csv.zip" */
function versionIn(name: string): string {
  return /\bv(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\b/i.exec(name)?.[1] ?? ''
}

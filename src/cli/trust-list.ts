import { readTrustList, type ListProblem } from '../verifier'
import type { TrustList } from '../verifier'
import { UsageError } from './failure'
import { readBadgeFile } from './read-badge-file'

/** Problems of one list that are said one by one. */
const MOST_SAID = 10

/**
 * Reads a list of trusted issuers from a file.
 *
 * @param warn is told what of the list could not be read, and is therefore not trusted
 * @throws UsageError where it is no list: to go on without it would judge otherwise than was asked for
 */
export async function trustListFrom(
  path: string,
  retrieved: Date,
  warn: (sentence: string) => void,
): Promise<TrustList> {
  const file = await readBadgeFile(path)
  if ('failure' in file) throw new UsageError(`--trust-list: ${file.failure.message}`)
  const read = await readTrustList(textOf(path, file.bytes), { name: path, retrieved })
  switch (read.is) {
    case 'unreadable':
      throw new UsageError(
        `--trust-list ${path} is no list of issuers: expected ${placeOf(read.problem)}.`,
      )
    case 'registries':
      throw new UsageError(
        `--trust-list ${path} names other lists and no issuers. Download those that you trust, and name them.`,
      )
    case 'list':
      for (const problem of read.problems.slice(0, MOST_SAID)) {
        warn(`${path}: not read, and so not trusted: expected ${placeOf(problem)}.`)
      }
      if (read.problems.length > MOST_SAID) {
        warn(`${path}: ${read.problems.length - MOST_SAID} further problems.`)
      }
      return read.list
  }
}

function textOf(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(`--trust-list ${path} is no text in UTF-8.`)
  }
}

function placeOf({ entry, property, expected }: ListProblem): string {
  return [expected, property && `as "${property}"`, entry && `in the entry ${entry}`]
    .filter(Boolean)
    .join(' ')
}

import { forEachBounded } from './bounded'
import type { Failure } from './failure'
import type { FilePath } from './inputs/file-path'
import { inputsOf, withoutBadges, type Input, type NamedFolder } from './inputs/inputs'
import type { Job, JobResult } from './job'
import { humanFailure, jsonFailure } from './lines'
import { Tally } from './tally'

/** Verifies one; answers in whatever order they are ready. */
export type Verify = (
  name: string,
  source: Job['source'],
  signal: AbortSignal,
) => Promise<JobResult>

export interface RunOptions {
  names: AsyncIterable<FilePath>
  verify: Verify
  /** Resolves when there is room for more. */
  write: (line: string) => Promise<void>
  concurrency: number
  json: boolean
  signal: AbortSignal
  tally: Tally
}

/** Verifies everything that the names stand for, and writes a line for each as soon as it is ready. */
export async function run(options: RunOptions): Promise<void> {
  const { names, concurrency, signal } = options
  const folders = new FolderCounts()
  await forEachBounded(inputsOf(names), concurrency, signal, async (input) => {
    if ('walked' in input) {
      await folders.settled(input.walked)
      if (input.walked.badges === 0) await fail(input.name, withoutBadges(input.walked), options)
    } else if ('failure' in input) {
      await fail(input.name, input.failure, options)
    } else {
      await folders.during(folderOf(input), verifyOne(input, options))
    }
  })
}

type Source = Exclude<Input, { failure: Failure } | { walked: NamedFolder }>

function folderOf(input: Source): NamedFolder | undefined {
  return 'file' in input ? input.folder : undefined
}

async function verifyOne(input: Source, options: RunOptions): Promise<void> {
  const { verify, write, tally, json, signal } = options
  const source = 'file' in input ? { file: input.file } : { url: input.url }
  const result = await verify(input.name, source, signal)
  if ('failure' in result) {
    await fail(input.name, result.failure, options)
    return
  }
  const folder = folderOf(input)
  const nothing = result.verdict === 'none'
  if (folder && !nothing) folder.badges++
  tally.add(result.verdict, folder !== undefined && nothing)
  // People want to hear of badges, not of everything else in a folder; programs count.
  if (json || folder === undefined || !nothing) await write(result.line)
}

async function fail(name: string, failure: Failure, options: RunOptions): Promise<void> {
  options.tally.addFailure()
  await options.write(options.json ? jsonFailure(name, failure) : humanFailure(failure))
}

/** Which files of a folder are still being looked at. */
class FolderCounts {
  readonly #open = new Map<NamedFolder, { files: number; empty?: () => void }>()

  async during(folder: NamedFolder | undefined, work: Promise<void>): Promise<void> {
    if (folder === undefined) return work
    const count = this.#open.get(folder) ?? { files: 0 }
    count.files++
    this.#open.set(folder, count)
    try {
      await work
    } finally {
      if (--count.files === 0) {
        this.#open.delete(folder)
        count.empty?.()
      }
    }
  }

  async settled(folder: NamedFolder): Promise<void> {
    const count = this.#open.get(folder)
    if (count === undefined) return
    await new Promise<void>((empty) => {
      count.empty = empty
    })
  }
}

/** The command without its process: everything it uses of the world is given to it. */
import type { Readable } from 'node:stream'
import type { TrustList } from '../verifier'
import { VERIFIER_VERSION } from '../verifier/version'
import { readArguments, type Arguments } from './arguments'
import { STATUS_INTERRUPTED, STATUS_OF_FAILURE, STATUS_PIPE_CLOSED } from './exit-status'
import { UsageError } from './failure'
import type { FilePath } from './inputs/file-path'
import { namesFromStream } from './inputs/names-from-stream'
import { onOneLine } from './lines'
import { sharedAnswers } from './network/shared-answers'
import type { Web } from './network/web'
import { Output, type Stream } from './output'
import { Progress } from './progress'
import { run } from './run'
import { Tally } from './tally'
import { USAGE } from './usage'
import { WorkerPool } from './worker-pool'

export interface Streams {
  stdin: Readable & { isTTY?: boolean }
  stdout: Stream
  stderr: Stream
  /** Aborts when the user wants it to stop. */
  interrupted: AbortSignal
}

export interface World {
  web: Web
  /** The built worker module. */
  worker: URL
  now: () => Date
}

/**
 * Verifies what `argv` names.
 *
 * @param argv without Node and the script
 * @returns the exit status; see `USAGE`
 */
export async function main(argv: string[], streams: Streams, world: World): Promise<number> {
  const complain = (message: string): number => {
    streams.stderr.write(`${onOneLine(message)}\n`)
    return STATUS_OF_FAILURE
  }
  try {
    const options = readArguments(argv)
    if (options.help || options.version) {
      streams.stdout.write(options.help ? USAGE : `${VERIFIER_VERSION}\n`)
      return 0
    }
    return await verifyAll(options, streams, world, complain)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return complain(`${error.message} Run with --help to see what can be said.`)
  }
}

async function verifyAll(
  options: Arguments,
  streams: Streams,
  world: World,
  complain: (message: string) => number,
): Promise<number> {
  const { stdout, stderr, interrupted } = streams
  const names = namesOf(options, streams)
  const trustLists = await readTrustLists(options, world, complain)
  const esco = await readEsco(options, world)
  const stop = new AbortController()
  const stopNow = (): void => {
    stop.abort()
  }
  if (interrupted.aborted) stopNow()
  interrupted.addEventListener('abort', stopNow)
  const output = new Output(stdout, stopNow)
  const tally = new Tally()
  const progress = new Progress(stderr, () => tally.summary)
  const { json, offline, recipients, now, concurrency } = options
  const pool = new WorkerPool({
    worker: world.worker,
    threads: concurrency,
    settings: {
      ...{ json, offline, recipients, trustLists },
      ...(now !== undefined && { now }),
      ...(esco && { esco }),
    },
    web: sharedAnswers(world.web),
  })
  try {
    await run({
      names,
      verify: (name, source, signal) => pool.verify(name, source, signal),
      write: (line) => {
        if (stdout.isTTY === true) progress.clear()
        return output.write(line)
      },
      concurrency,
      json,
      signal: stop.signal,
      tally,
    })
    await output.flush()
  } catch (error) {
    if (interrupted.aborted) return STATUS_INTERRUPTED
    if (stop.signal.aborted) return STATUS_PIPE_CLOSED
    throw error
  } finally {
    interrupted.removeEventListener('abort', stopNow)
    progress.end()
    await pool.close()
  }
  if (tally.files === 0) return complain('No badge was named. Name a file, a folder or a URL.')
  if (!json || stderr.isTTY === true) stderr.write(`${tally.summary}\n`)
  return tally.status
}

/** What reads a list is half of the verifier: only a run that names one waits for it to load. */
async function readTrustLists(
  { trustLists }: Arguments,
  { now }: World,
  complain: (message: string) => void,
): Promise<TrustList[]> {
  if (trustLists.length === 0) return []
  const { trustListFrom } = await import('./trust-list')
  return Promise.all(trustLists.map((path) => trustListFrom(path, now(), complain)))
}

/** The index, for a run that names a download of ESCO. */
async function readEsco({ esco }: Arguments, { now }: World) {
  if (esco === undefined) return undefined
  const { escoIndexFrom } = await import('./esco-file')
  return escoIndexFrom(esco, now())
}

/** @throws UsageError where nothing is named and nobody could be asked for names */
function namesOf({ names, nulSeparated }: Arguments, { stdin }: Streams): AsyncIterable<FilePath> {
  const piped = namesFromStream(stdin, nulSeparated ? '\0' : '\n')
  if (names.length === 0) {
    if (stdin.isTTY === true)
      throw new UsageError('No badge was named: name a file, folder or URL.')
    return piped
  }
  return (async function* () {
    for (const name of names) {
      if (name === '-') yield* piped
      else yield name
    }
  })()
}

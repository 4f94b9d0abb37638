import { availableParallelism } from 'node:os'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError } from './failure'

/** What the command was asked to do. */
export interface Arguments {
  /** Files, folders and https URLs; `-` stands for names from standard input. */
  names: string[]
  json: boolean
  offline: boolean
  recipients: string[]
  /** The moment to judge at; absent: the present. */
  now?: Date
  trustLists: string[]
  /** ESCO's CSV download, to look skills up in. */
  esco?: string
  /** Badges verified at the same time, each in a thread of its own. */
  concurrency: number
  /** Names on standard input end in NUL instead of a line break. */
  nulSeparated: boolean
  help: boolean
  version: boolean
}

const OPTIONS = {
  json: { type: 'boolean' },
  offline: { type: 'boolean' },
  recipient: { type: 'string', multiple: true },
  now: { type: 'string' },
  'trust-list': { type: 'string', multiple: true },
  esco: { type: 'string' },
  concurrency: { type: 'string' },
  null: { type: 'boolean', short: '0' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options']

const MOST_THREADS = 256

/** Threads that wait for hosts most of the time cost little: more than cores are worth it. */
const THREADS_ONLINE = 8

/** @throws UsageError with a sentence about the first thing that is wrong */
export function readArguments(argv: string[]): Arguments {
  const { values, positionals } = parsed(argv)
  const now = values.now === undefined ? undefined : readMoment(values.now)
  const offline = values.offline ?? false
  const cores = availableParallelism()
  return {
    names: positionals,
    json: values.json ?? false,
    offline,
    recipients: values.recipient ?? [],
    ...(now !== undefined && { now }),
    trustLists: values['trust-list'] ?? [],
    ...(values.esco !== undefined && { esco: values.esco }),
    concurrency:
      values.concurrency === undefined
        ? Math.min(MOST_THREADS, offline ? cores : Math.max(cores, THREADS_ONLINE))
        : readConcurrency(values.concurrency),
    nulSeparated: values.null ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
  }
}

function parsed(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ')
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`)
  }
}

/** RFC 3339, or a date alone, which means the beginning of that day in UTC. */
const MOMENT = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/

function readMoment(text: string): Date {
  const day = MOMENT.exec(text)?.[1]
  const moment = new Date(text)
  if (day === undefined || Number.isNaN(moment.getTime()) || !isDay(day)) {
    throw new UsageError(
      `--now "${text}" is no date. Write 2026-01-31, or with a time 2026-01-31T12:00:00Z.`,
    )
  }
  return moment
}

/** `Date` takes the 30th of February for the 1st of March. */
function isDay(text: string): boolean {
  const day = new Date(text)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function readConcurrency(text: string): number {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (count < 1 || count > MOST_THREADS) {
    throw new UsageError(
      `--concurrency "${text}" is not a number from 1 to ${MOST_THREADS}: how many badges to verify at once.`,
    )
  }
  return count
}

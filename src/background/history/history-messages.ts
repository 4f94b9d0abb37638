import type { HistoryQuery } from '../../platform/history-shapes'
import type { HistoryRequests } from '../../platform/history-messages'
import type { Verdict } from '../../verifier/report'

export type HistoryRequestName = keyof HistoryRequests

/** A request about the history; see `WorkerRequest`. */
export type HistoryRequest = {
  [Name in HistoryRequestName]: { type: Name } & HistoryRequests[Name]['params']
}[HistoryRequestName]

/** `history:` and a SHA-256. */
const ID = /^history:[0-9a-f]{64}$/
/** Rows that one list may show. */
const MOST_ROWS = 5_000
const LONGEST_SEARCH = 300
const LONGEST_HOST = 255
const MOST_HOSTS = 64

const VERDICTS: readonly Verdict[] = [
  ...(['trusted', 'authentic', 'attention', 'invalid', 'unverifiable'] as const),
]

/** @returns null where it is none */
export function readHistoryRequest(
  type: unknown,
  { use, removes, query, before, id, host, hosts }: Record<string, unknown>,
): HistoryRequest | null {
  switch (type) {
    case 'history-state':
    case 'remove-history':
      return { type }
    case 'use-history':
      return typeof use === 'boolean' && typeof removes === 'boolean'
        ? { type, use, removes }
        : null
    case 'history-list':
      return isQuery(query) ? { type, query } : null
    case 'history-export':
      if (before === undefined) return { type }
      return Number.isSafeInteger(before) ? { type, before: Number(before) } : null
    case 'remove-history-entry':
    case 'unwatch-badge':
    case 'watch-seen':
      return isId(id) ? { type, id } : null
    case 'watch-badge':
      return isId(id) && areHosts(hosts) ? { type, id, hosts } : null
    case 'allow-watch-host':
      return isId(id) && isHost(host) ? { type, id, host } : null
    default:
      return null
  }
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}

function isHost(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_HOST
}

function areHosts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MOST_HOSTS && value.every(isHost)
}

function isQuery(value: unknown): value is HistoryQuery {
  if (typeof value !== 'object' || value === null) return false
  const { search, verdicts, most } = value as Record<string, unknown>
  const isSearch = typeof search === 'string' && search.length <= LONGEST_SEARCH
  const areVerdicts =
    Array.isArray(verdicts) && verdicts.every((one) => VERDICTS.some((known) => known === one))
  return isSearch && areVerdicts && Number.isSafeInteger(most) && isWithin(Number(most))
}

function isWithin(most: number): boolean {
  return most > 0 && most <= MOST_ROWS
}

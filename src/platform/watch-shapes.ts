/** Badges that the user has verified again and again, by a consent that lasts. */
import type { Reason } from '../verifier/report'

/**
 * What a watch found last. `ends-soon`: within 30 days; `fails`: no longer verifies; `look`: authentic, and a
 * person should look; `unreachable`: could not be checked for a week; `asks`: a host would have to be asked that
 * the user has not allowed.
 */
export const WATCH_STATES = [
  'holds',
  'ends-soon',
  'expired',
  'suspended',
  'revoked',
  'fails',
  'look',
  'unreachable',
  'asks',
] as const
export type WatchState = (typeof WATCH_STATES)[number]

export interface WatchChange {
  state: WatchState
  /** When it was found, ISO 8601. */
  at: string
  /** What decided, where a report did. */
  reason?: Reason
  /** When it ends or ended, as the badge says it. */
  date?: string
}

/** A watch as it lies in the database. Times in milliseconds since the epoch. */
export interface KeptWatch {
  schema: 1
  /** Of the badge in the history. */
  id: string
  /** The hosts that the user was shown, and said yes to. */
  hosts: string[]
  /** Not before then. */
  nextAt: number
  /** How often a check was begun that has not ended: one that kills the worker must not do so for ever. */
  begun: number
  /** How many checks in a row found nothing out, and since when. */
  failures: number
  failingSince?: number
  /** Hosts that it would have to ask as well. */
  newHosts: string[]
  state: WatchState
  /** Newest first, the state at the beginning included. */
  changes: WatchChange[]
  /** The newest change is news that the user has not seen. */
  unseen: boolean
}

/** As pages show it. */
export type WatchSummary = Pick<KeptWatch, 'hosts' | 'newHosts' | 'state' | 'changes' | 'unseen'>

/**
 * `changed`: its hosts are not those that were shown; `too-many`: as many as there may be; `gone`: it is not in
 * the history, or its last check did not find that it holds, be it that it could not find out.
 */
export type WatchAnswer = 'watched' | 'changed' | 'too-many' | 'gone'

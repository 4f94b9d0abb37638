import type { Limits } from '../verifier/http/limits'
import type { ConsentMode } from './consent-shapes'
import type { Preferences } from './preferences'

/** What lies on this machine, by what it is of. */
export const KEPT_KINDS = [
  'reports',
  'pictures',
  'history',
  'trust-lists',
  'eu-lists',
  'esco-copy',
  'esco-answers',
] as const
export type KeptKind = (typeof KEPT_KINDS)[number]

export interface KeptHere {
  kind: KeptKind
  /** How many. */
  count: number
  /** About: what is kept is counted, not how the browser lays it down. */
  bytes: number
}

/** Sizes in bytes, times in milliseconds. */
export interface NetworkLimits extends Limits {
  /** Requests at once to one host. */
  perHost: number
}

/**
 * For a report of a fault. Numbers, and words of our own alone: nothing in it comes out of a badge, a page, an
 * address, or what a person entered.
 */
export interface Diagnostics {
  extension: string
  verifier: string
  /** Version of the database. */
  database: number
  preferences: Preferences
  /** For sites that nothing names. */
  everywhere: ConsentMode
  /** How many sites have each mode. */
  sites: Record<ConsentMode, number>
  organisation: 'none' | 'open' | 'fixed'
  /** The browser lets us into every site. */
  everySite: boolean
  euListsUsed: boolean
  historyUsed: boolean
  ownIdentities: number
  openTabs: number
  /** How many badges of open tabs are in each state, or have each verdict. */
  badges: Record<string, number>
}

/** What pages ask the worker about this machine and this extension. */
export interface MachineRequests {
  'kept-here': { params: object; result: KeptHere[] }
  /** Removes all of it. */
  'remove-kept': { params: { kind: KeptKind }; result: null }
  'network-limits': { params: object; result: NetworkLimits }
  diagnostics: { params: object; result: Diagnostics }
}

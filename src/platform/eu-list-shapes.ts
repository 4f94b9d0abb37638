/** What is kept of the EU trusted lists, and what the options page is told of it: plain data. */
import type { Reason } from '../verifier/report'
import type { ListOfLists } from '../verifier/trusted-lists/read-trusted-list'
import type { TrustedServiceList } from '../verifier/trusted-lists/trusted-lists'

/** Lists are kept once their signature holds. */
export interface KeptListOfLists {
  country: 'EU'
  url: string
  /** Milliseconds since the epoch. */
  retrieved: number
  list: ListOfLists
}

export interface KeptCountryList {
  /** As the list of lists calls it: `EL` for Greece. */
  country: string
  url: string
  retrieved: number
  list: TrustedServiceList
}

export type KeptEuList = KeptListOfLists | KeptCountryList

/** Why there is no newer list. */
export type EuListProblem =
  /** Nobody consented to asking that host. */
  | { is: 'not-asked'; host: string }
  | { is: 'not-obtained'; host: string; reason?: Reason }
  /** `expected`: in the verifier's words, for experts. */
  | { is: 'malformed'; host: string; expected: string }
  /** Not by one of the certificates that may sign it, or changed since. */
  | { is: 'not-signed'; host: string }
  /** Older than the one that is kept: somebody gives out what was replaced. */
  | { is: 'older'; host: string }

/** One row of the options page. */
export interface EuListSummary {
  country: string
  host: string
  /** ISO 8601. */
  issued: string
  /** Absent: the list is closed. */
  nextUpdate?: string
  isOverdue: boolean
  retrieved: string
  /** Services for seals that are granted now; of the list of lists: countries. */
  count: number
}

export interface EuListsState {
  /** Whether lists are asked for and used. */
  use: boolean
  lists: EuListSummary[]
}

/** What came of a click on "refresh". */
export type RefreshedEuList = { is: 'refreshed' } | EuListProblem | { is: 'gone' }

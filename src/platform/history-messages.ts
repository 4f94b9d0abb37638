import type { ExportedPart, HistoryList, HistoryQuery, HistoryState } from './history-shapes'
import type { WatchAnswer } from './watch-shapes'

/** What pages ask the worker about the history. */
export interface HistoryRequests {
  'history-state': { params: object; result: HistoryState }
  /** `removes`: where it is switched off, what is kept goes. */
  'use-history': { params: { use: boolean; removes: boolean }; result: null }
  'history-list': { params: { query: HistoryQuery }; result: HistoryList }
  /** `before`: the `next` of the part before. */
  'history-export': { params: { before?: number }; result: ExportedPart }
  'remove-history-entry': { params: { id: string }; result: null }
  'remove-history': { params: object; result: null }
  /** `hosts`: those that the user was shown, who thereby lets them be asked once a day. */
  'watch-badge': { params: { id: string; hosts: string[] }; result: WatchAnswer }
  'unwatch-badge': { params: { id: string }; result: null }
  /** Lets a watch ask a host that it has told of. */
  'allow-watch-host': { params: { id: string; host: string }; result: null }
  /** The user has seen its news. */
  'watch-seen': { params: { id: string }; result: null }
}

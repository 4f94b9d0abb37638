import type { ExportedPart, HistoryList, HistoryQuery, HistoryState } from './history-shapes'

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
}

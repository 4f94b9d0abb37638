import type { Broadcast } from '../platform/messages'
import type { HistoryState } from '../platform/history-shapes'
import { useAsked, type AskedAgain } from './asked'

/** Changes of the history: of what it holds, whether it is on, and by which lists it is judged. */
export const OF_HISTORY: readonly Broadcast['type'][] = [
  ...(['history-changed', 'lists-changed', 'eu-lists-changed'] as const),
]

/** Whether there is a history and how much is in it. */
export function useHistoryState(): AskedAgain<HistoryState> {
  return useAsked('history-state', {}, { on: OF_HISTORY })
}

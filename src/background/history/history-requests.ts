import type { HistoryRequests } from '../../platform/history-messages'
import type { History } from './history'
import type { HistoryRequest, HistoryRequestName } from './history-messages'

export interface HistoryRequestParts {
  history: History
}

type Answer = HistoryRequests[HistoryRequestName]['result']

/** Answers pages of ours that show the history or switch it on and off. */
export function answerHistory(
  { history }: HistoryRequestParts,
  request: HistoryRequest,
): Promise<Answer> {
  switch (request.type) {
    case 'history-state':
      return history.state()
    case 'use-history':
      return history.setUse(request.use, request.removes).then(() => null)
    case 'history-list':
      return history.list(request.query)
    case 'history-export':
      return history.exported(request.before)
    case 'remove-history-entry':
      return history.remove(request.id).then(() => null)
    case 'remove-history':
      return history.removeAll().then(() => null)
  }
}

import type { HistoryRequests } from '../../platform/history-messages'
import type { History } from './history'
import type { HistoryRequest, HistoryRequestName } from './history-messages'
import type { Watcher } from './watch/watcher'

export interface HistoryRequestParts {
  history: History
  watcher: Watcher
}

type Answer = HistoryRequests[HistoryRequestName]['result']

/** Answers pages of ours that show the history or switch it on and off. */
export function answerHistory(
  parts: HistoryRequestParts,
  request: HistoryRequest,
): Promise<Answer> {
  const { history, watcher } = parts
  switch (request.type) {
    case 'history-state':
      return history.state()
    case 'use-history':
      return setUse(parts, request.use, request.removes)
    case 'history-list':
      return history.list(request.query)
    case 'history-export':
      return history.exported(request.before)
    case 'remove-history-entry':
      return watcher
        .remove(request.id)
        .then(() => history.remove(request.id))
        .then(() => null)
    case 'remove-history':
      return removeHistory(parts).then(() => null)
    case 'watch-badge':
      return watcher.add(request.id, request.hosts)
    case 'unwatch-badge':
      return watcher.remove(request.id).then(() => null)
    case 'allow-watch-host':
      return watcher.allow(request.id, request.host).then(() => null)
    case 'watch-seen':
      return watcher.seen(request.id).then(() => null)
  }
}

/** All that is kept, and what is watched of it. */
export async function removeHistory({
  history,
  watcher,
}: Pick<HistoryRequestParts, 'history' | 'watcher'>): Promise<void> {
  watcher.stop()
  await history.removeAll()
  await watcher.settle()
}

/** What is under way ends before it is said to be off. */
async function setUse(
  { history, watcher }: HistoryRequestParts,
  use: boolean,
  removes: boolean,
): Promise<null> {
  if (!use) watcher.stop()
  await history.setUse(use, removes)
  await watcher.settle()
  return null
}

import { browser } from '../../../platform/browser'
import { history } from '../../../platform/history-database'
import { translate, uiLanguage } from '../../../platform/i18n'
import { notify, onNotificationClick } from '../../../platform/notifications'
import { HISTORY_PAGE } from '../../../platform/own-pages'
import type { KeptWatch } from '../../../platform/watch-shapes'
import { sentenceLocale, sentencesIn, watchSentence } from '../../../ui/wording'

const ID = 'watch'

/** One notification for a round, where the user has allowed any. Its texts are cleaned and cut as all others. */
export async function tell(news: readonly KeptWatch[]): Promise<void> {
  const s = sentencesIn(translate, sentenceLocale(translate, uiLanguage()))
  const [first] = news
  if (!first) return
  const name = (await history.line(first.id))?.name
  const message =
    news.length === 1 ? watchSentence({ ...first, name }, s) : s.count('watchNewsMany', news.length)
  await notify(ID, s.text('watchNewsTitle'), message).catch(console.error)
}

/** A click on it opens the history. Once more when the permission has come, no second listener is put up. */
export function answerNotifications(): void {
  onNotificationClick(openHistory)
}

function openHistory(id: string): void {
  if (id === ID) void browser.tabs.create({ url: browser.runtime.getURL(HISTORY_PAGE) })
}

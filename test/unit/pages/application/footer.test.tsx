import { expect, test, vi } from 'vitest'
import { HISTORY_ON, NO_HISTORY } from '../../../screens/history'
import { readText, shown } from '../../ui/shown'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { HistoryLink } = await import('../../../../src/pages/application/footer')

test('the way to the history says how many watched badges there is news of', () => {
  const html = shown(<HistoryLink state={{ ...HISTORY_ON, watched: 4, news: 2 }} />)
  expect(html).toContain('title="news of 2 watched badges"')
  expect(readText(html)).toMatch(/History : news of 2 watched badges 2/)
  // The figure is said once.
  expect(html).toMatch(/class="footer-news" aria-hidden="true">2</)
})

test('without news it is a link like the others, and without a history there is none', () => {
  const html = shown(<HistoryLink state={HISTORY_ON} />)
  expect(readText(html).trim()).toBe('History')
  expect(html).not.toContain('title')
  expect(shown(<HistoryLink state={NO_HISTORY} />)).toBe('')
})

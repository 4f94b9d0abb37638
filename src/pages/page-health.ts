import type { PageHealth } from '../platform/health-shapes'
import type { PageState } from '../platform/messages'
import { useAsked, type AskedAgain } from './asked'
import { isHealthOf } from './of-one-page'
import { versionOf } from './page-profile'

/** Slow hashes: a page that names many people takes its time. */
const PATIENCE_MS = 60_000

/** How the user's badges of a page fare, asked again whenever a verdict has changed. */
export function usePageHealth(page: PageState): AskedAgain<PageHealth> {
  const { again, ...asked } = useAsked(
    'badge-health',
    { tabId: page.tabId },
    { on: ['own-changed'], version: versionOf(page), patienceMs: PATIENCE_MS },
  )
  if (asked.is !== 'here') return { ...asked, again }
  if (asked.answer === null) return { is: 'silent', again }
  if (!isHealthOf(page, asked.answer)) return { is: 'loading', again }
  return { is: 'here', answer: asked.answer, again }
}

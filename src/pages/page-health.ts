import { useEffect, useState } from 'preact/hooks'
import type { PageHealth } from '../platform/health-shapes'
import type { PageState } from '../platform/messages'
import { ask } from './ask'
import { useOwnChanges } from './own-badges'
import { versionOf } from './page-profile'

/** Slow hashes: a page that names many people takes its time. */
const PATIENCE_MS = 60_000

export type HealthAnswer = { is: 'loading' | 'silent' } | { is: 'here'; health: PageHealth }

/** How the user's badges of a page fare, asked again whenever a verdict has changed. */
export function usePageHealth(page: PageState): HealthAnswer {
  const [answer, setAnswer] = useState<HealthAnswer>({ is: 'loading' })
  const changes = useOwnChanges()
  useEffect(() => {
    let wanted = true
    const show = (shown: HealthAnswer): void => {
      if (wanted) setAnswer(shown)
    }
    ask('badge-health', { tabId: page.tabId }, PATIENCE_MS).then(
      (health) => {
        show(health ? { is: 'here', health } : { is: 'silent' })
      },
      () => {
        show({ is: 'silent' })
      },
    )
    return () => {
      wanted = false
    }
  }, [versionOf(page), changes])
  return answer
}

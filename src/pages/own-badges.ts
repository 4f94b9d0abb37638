import { useEffect, useState } from 'preact/hooks'
import type { PageState } from '../platform/messages'
import type { OwnFinding } from '../platform/own-identity-shapes'
import { ask } from './ask'
import { useChanges } from './changes'
import { versionOf } from './page-profile'

/** Slow hashes: a page that names many people takes its time. */
const PATIENCE_MS = 60_000

/** Counts the changes of the user's own identities. */
export function useOwnChanges(): number {
  return useChanges('own-changed')
}

/** Whose the badges of a page are, by id, asked again whenever it may have changed. Empty: nobody can say. */
export function useOwnBadges(page: PageState): Record<string, OwnFinding> {
  const [found, setFound] = useState<Record<string, OwnFinding>>({})
  const changes = useOwnChanges()
  const version = versionOf(page)
  useEffect(() => {
    let wanted = true
    ask('own-badges', { tabId: page.tabId }, PATIENCE_MS)
      .catch(() => ({}))
      .then((answer) => {
        if (wanted) setFound(answer)
      })
      .catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [version, changes])
  return found
}

/** Whose the badge of a kept report is; undefined where nobody can say. */
export function useOwnBadge(reportId: string | undefined): OwnFinding | undefined {
  const [found, setFound] = useState<OwnFinding>()
  const changes = useOwnChanges()
  useEffect(() => {
    let wanted = true
    setFound(undefined)
    if (reportId === undefined) return
    ask('own-badge', { reportId }, PATIENCE_MS)
      .then((answer) => {
        if (wanted) setFound(answer ?? undefined)
      })
      .catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [reportId, changes])
  return found
}

import type { PageState } from '../../platform/messages'
import { HealthView } from '../../ui/health-view'
import { useWording } from '../../ui/wording-context'
import { Notice } from '../notice'
import { Opened } from '../opened'
import { usePageHealth } from '../page-health'

interface OpenedHealthProps {
  page: PageState
  onBack: () => void
  onOpen: (id: string) => void
}

/** How the user's own badges fare on this page, in the place of the list. */
export function OpenedHealth({ page, onBack, onOpen }: OpenedHealthProps) {
  const { text } = useWording()
  const health = usePageHealth(page)
  return (
    <Opened id="health" state={health.is} back="backToList" onBack={onBack}>
      {health.is === 'loading' && <p class="app-loading">{text('stateLoading')}</p>}
      {health.is === 'silent' && <Notice title="stateNoAnswer" text="stateNoAnswerText" alert />}
      {health.is === 'here' && <HealthView health={health.health} onOpen={onOpen} />}
    </Opened>
  )
}

import type { PageState } from '../../platform/messages'
import { HealthView } from '../../ui/health-view'
import { Loading } from '../loading'
import { Opened } from '../opened'
import { usePageHealth } from '../page-health'
import { Silent } from '../silent'

interface OpenedHealthProps {
  page: PageState
  onBack: () => void
  onOpen: (id: string) => void
}

/** How the user's own badges fare on this page, in the place of the list. */
export function OpenedHealth({ page, onBack, onOpen }: OpenedHealthProps) {
  const health = usePageHealth(page)
  return (
    <Opened id="health" state={health.is} back="backToList" onBack={onBack}>
      {health.is === 'loading' && <Loading />}
      {health.is === 'silent' && <Silent onAgain={health.again} />}
      {health.is === 'here' && <HealthView health={health.answer} onOpen={onOpen} />}
    </Opened>
  )
}

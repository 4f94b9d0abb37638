import { useRef } from 'preact/hooks'
import type { PageState } from '../../platform/messages'
import { HealthView } from '../../ui/health-view'
import { Icon } from '../../ui/icon'
import { useWording } from '../../ui/wording-context'
import { useHeadingFocus } from '../heading-focus'
import { Notice } from '../notice'
import { usePageHealth } from '../page-health'

interface OpenedHealthProps {
  page: PageState
  onBack: () => void
  onOpen: (id: string) => void
}

/** How the user's own badges fare on this page, in the place of the list. */
export function OpenedHealth({ page, onBack, onOpen }: OpenedHealthProps) {
  const { text } = useWording()
  const root = useRef<HTMLElement>(null)
  const health = usePageHealth(page)
  useHeadingFocus(root, 'health', health.is)
  return (
    <article ref={root}>
      <nav class="app-nav">
        <button type="button" class="link app-back" onClick={onBack}>
          <Icon name="back" />
          {text('backToList')}
        </button>
      </nav>
      {health.is === 'loading' && <p class="app-loading">{text('stateLoading')}</p>}
      {health.is === 'silent' && <Notice title="stateNoAnswer" text="stateNoAnswerText" alert />}
      {health.is === 'here' && <HealthView health={health.health} onOpen={onOpen} />}
    </article>
  )
}

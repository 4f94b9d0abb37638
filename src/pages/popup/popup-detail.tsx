import { useRef } from 'preact/hooks'
import type { BadgeSummary, PageState } from '../../platform/messages'
import { Icon } from '../../ui/icon'
import { ExportButton } from '../../ui/report'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'
import { BadgeDetail } from '../badge-detail'
import { openPage } from '../tab'
import { useHeadingFocus } from './heading-focus'

interface PopupDetailProps {
  page: PageState
  badge: BadgeSummary
  onBack: () => void
}

export function PopupDetail({ page, badge, onBack }: PopupDetailProps) {
  const { text } = useWording()
  const root = useRef<HTMLElement>(null)
  useHeadingFocus(root, badge.id, badge.state)

  return (
    <article ref={root}>
      <nav class="popup-nav">
        <button type="button" class="link popup-back" onClick={onBack}>
          <Icon name="back" />
          {text('backToList')}
        </button>
        {badge.kind !== 'page' && page.access === 'ok' && (
          <button
            type="button"
            class="link"
            onClick={() => {
              ask('locate', { tabId: page.tabId, id: badge.id }).catch(() => undefined)
            }}
          >
            {text('locate')}
          </button>
        )}
      </nav>
      <BadgeDetail
        page={page}
        badge={badge}
        links={({ id, report }) => (
          <>
            <button
              type="button"
              class="link"
              onClick={() => {
                openPage(`src/pages/verify/index.html?report=${encodeURIComponent(id)}`)
              }}
            >
              {text('fullReport')}
            </button>
            <ExportButton report={report} />
            <button
              type="button"
              class="link"
              onClick={() => {
                const again = { tabId: page.tabId, ids: [badge.id] }
                ask('verify-again', again).catch(() => undefined)
              }}
            >
              {text('verifyAgain')}
            </button>
          </>
        )}
      />
    </article>
  )
}

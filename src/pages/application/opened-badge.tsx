import { useState } from 'preact/hooks'
import type { BadgeSummary, PageState } from '../../platform/messages'
import { REPORT_PAGE } from '../../platform/own-pages'
import { ExportButton } from '../../ui/report'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'
import { BadgeDetail } from '../badge-detail'
import { Opened } from '../opened'
import { reportNow } from '../stored-report'
import { openPage } from '../tab'
import { addressOfBadge, addressOfReport } from '../verify/address'

interface OpenedBadgeProps {
  page: PageState
  badge: BadgeSummary
  onBack: () => void
}

export function OpenedBadge({ page, badge, onBack }: OpenedBadgeProps) {
  const { text } = useWording()
  const [failed, setFailed] = useState(false)
  const said = (answer: Promise<unknown>): void => {
    answer.then(
      () => {
        setFailed(false)
      },
      () => {
        setFailed(true)
      },
    )
  }

  // It may open in an ordinary window, whose history keeps addresses; an id tells which credential it is.
  const addressOf = (id: string): string =>
    page.private ? addressOfBadge(page.tabId, badge.id) : addressOfReport(id)
  return (
    <Opened
      id={badge.id}
      state={badge.state}
      back="backToList"
      onBack={onBack}
      beside={
        badge.kind !== 'page' &&
        page.access === 'ok' && (
          <button
            type="button"
            class="link"
            onClick={() => {
              said(ask('locate', { tabId: page.tabId, id: badge.id }))
            }}
          >
            {text('locate')}
          </button>
        )
      }
    >
      {failed && (
        <p class="app-failed" role="alert">
          {text('stateNoAnswer')}
        </p>
      )}
      <BadgeDetail
        page={page}
        badge={badge}
        links={({ id }) => (
          <>
            <button
              type="button"
              class="link"
              onClick={() => {
                openPage(REPORT_PAGE + addressOf(id))
              }}
            >
              {text('fullReport')}
            </button>
            <ExportButton now={() => reportNow(id)} />
            <button
              type="button"
              class="link"
              onClick={() => {
                said(ask('verify-again', { tabId: page.tabId, ids: [badge.id] }))
              }}
            >
              {text('verifyAgain')}
            </button>
          </>
        )}
      />
    </Opened>
  )
}

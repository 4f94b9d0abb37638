import { useEffect, useRef, useState } from 'preact/hooks'
import type { PageState } from '../../platform/messages'
import { BadgeRow } from '../../ui/badge-row'
import { ExportButton } from '../../ui/report'
import { useWording } from '../../ui/wording-context'
import { BadgeDetail } from '../badge-detail'
import { Loading } from '../loading'
import { Opened } from '../opened'
import { usePageState } from '../page-state'
import { usePageTitle } from '../page-title'
import { Silent } from '../silent'
import { reportNow } from '../stored-report'
import { VerifyAll } from '../verify-all'
import { WidePage } from '../wide-page'
import { GiveFiles } from './give-files'
import { useFiles } from './use-files'
import '../application/badge-list.css'
import './files.css'

/** Files that the user gives, verified like the badges of a page. */
export function FilesPage({ tabId, given }: { tabId: number | undefined; given: string }) {
  const { text } = useWording()
  usePageTitle('filesTitle')
  const files = useFiles(tabId)
  const { state, silent, trying, again } = usePageState(tabId)
  const [opened, setOpened] = useState<string>()
  const badge = state?.badges.find(({ id }) => id === opened)
  const left = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (badge !== undefined || left.current === undefined) return
    const row = `[data-badge="${CSS.escape(left.current)}"] .badge-row-open`
    document.querySelector<HTMLElement>(row)?.focus()
    left.current = undefined
  }, [badge])
  return (
    <WidePage>
      {silent && <Silent onAgain={again} />}
      {trying && !silent && <Loading />}
      {state !== undefined && badge !== undefined ? (
        <Opened
          id={badge.id}
          state={badge.state}
          back="filesBack"
          onBack={() => {
            left.current = badge.id
            setOpened(undefined)
          }}
        >
          <BadgeDetail
            page={state}
            badge={badge}
            links={({ id }) => <ExportButton now={() => reportNow(id)} />}
          />
        </Opened>
      ) : (
        <>
          <div class="files-head">
            <h1 tabIndex={-1}>{text('filesTitle')}</h1>
            <p class="secondary">{text('filesText')}</p>
          </div>
          <GiveFiles files={files} given={given} />
          {state !== undefined && state.badges.length > 0 && (
            <Given page={state} onOpen={setOpened} />
          )}
        </>
      )}
    </WidePage>
  )
}

function Given({ page, onOpen }: { page: PageState; onOpen: (id: string) => void }) {
  const { text } = useWording()
  return (
    <>
      <div class="files-bar">
        <VerifyAll page={page} />
      </div>
      <ul class="list" aria-label={text('filesList')}>
        {page.badges.map((badge) => (
          <BadgeRow
            badge={badge}
            key={badge.id}
            onOpen={() => {
              onOpen(badge.id)
            }}
          />
        ))}
      </ul>
    </>
  )
}

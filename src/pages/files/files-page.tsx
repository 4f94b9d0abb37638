import { useRef, useState } from 'preact/hooks'
import type { BadgeSummary, PageState } from '../../platform/messages'
import { BadgeRow } from '../../ui/badge-row'
import { Icon } from '../../ui/icon'
import { Logo } from '../../ui/logo'
import { ExportButton } from '../../ui/report'
import { useWording } from '../../ui/wording-context'
import { BadgeDetail } from '../badge-detail'
import { Notice } from '../notice'
import { useHeadingFocus } from '../heading-focus'
import { usePageState } from '../page-state'
import { VerifyAll } from '../verify-all'
import { GiveFiles } from './give-files'
import { useFiles } from './use-files'
import '../verify/verify.css'
import './files.css'

/** Files that the user gives, verified like the badges of a page. */
export function FilesPage({ tabId, given }: { tabId: number | undefined; given: string }) {
  const { text } = useWording()
  const files = useFiles(tabId)
  const { state, silent, reload } = usePageState(tabId)
  const [opened, setOpened] = useState<string>()
  const badge = state?.badges.find(({ id }) => id === opened)
  return (
    <>
      <header class="wide-header">
        <Logo />
        <b>Touchstone</b>
      </header>
      <main class="wide-main">
        {silent && (
          <Notice title="stateNoAnswer" text="stateNoAnswerText" alert>
            <button type="button" class="button" onClick={reload}>
              {text('tryAgain')}
            </button>
          </Notice>
        )}
        {state !== undefined && badge !== undefined ? (
          <Opened
            page={state}
            badge={badge}
            onBack={() => {
              setOpened(undefined)
            }}
          />
        ) : (
          <>
            <div class="files-head">
              <h1>{text('filesTitle')}</h1>
              <p class="secondary">{text('filesText')}</p>
            </div>
            <GiveFiles files={files} given={given} />
            {state !== undefined && state.badges.length > 0 && (
              <Given page={state} onOpen={setOpened} />
            )}
          </>
        )}
      </main>
    </>
  )
}

function Given({ page, onOpen }: { page: PageState; onOpen: (id: string) => void }) {
  const { text } = useWording()
  return (
    <>
      <div class="files-bar">
        <VerifyAll page={page} />
      </div>
      <ul class="files-list" aria-label={text('filesList')}>
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

interface OpenedProps {
  page: PageState
  badge: BadgeSummary
  onBack: () => void
}

function Opened({ page, badge, onBack }: OpenedProps) {
  const { text } = useWording()
  const root = useRef<HTMLElement>(null)
  useHeadingFocus(root, badge.id, badge.state)
  return (
    <article ref={root}>
      <nav class="files-nav">
        <button type="button" class="link files-back" onClick={onBack}>
          <Icon name="back" />
          {text('filesBack')}
        </button>
      </nav>
      <BadgeDetail
        page={page}
        badge={badge}
        links={({ report }) => <ExportButton report={report} />}
      />
    </article>
  )
}

import type { EscoOffline, EscoProblem } from '../../platform/esco-shapes'
import { useWording } from '../../ui/wording-context'
import { reasonSentence, type Sentences } from '../../ui/wording'

interface EscoJobProps {
  job: NonNullable<EscoOffline['job']>
  onPause: () => void
  onResume: () => void
  onCancel: () => void
}

/** Concepts of ESCO 1.2, until ESCO has said of each kind how many there are. */
const ABOUT_ALL = 18_237

/** How far the making of a copy is, and what can be done about it. */
export function EscoJobView({ job, onPause, onResume, onCancel }: EscoJobProps) {
  const s = useWording()
  const { from, state, done, total, problem } = job
  const isDownload = from === 'api'
  return (
    <article class="options-list" data-esco-job={state}>
      <h3>{s.text(isDownload ? 'escoOfflineDownloading' : 'escoOfflineReading')}</h3>
      {isDownload && (
        <>
          <progress
            class="options-progress"
            max={Math.max(total, ABOUT_ALL)}
            value={done}
            aria-label={s.text('escoOfflineDownloading')}
          />
          <p class="small secondary">{s.count('escoOfflineSoFar', done)}</p>
        </>
      )}
      {state === 'paused' && <p role="status">{s.text('escoOfflinePaused')}</p>}
      {state === 'failed' && problem && (
        <p role="alert" class="options-failed">
          {problemSentence(problem, s)}
        </p>
      )}
      <div class="options-actions">
        {state === 'running' && isDownload && (
          <Action label={s.text('escoOfflinePause')} onClick={onPause} />
        )}
        {state !== 'running' && isDownload && (
          <Action label={s.text('escoOfflineResume')} onClick={onResume} />
        )}
        <Action label={s.text('escoOfflineCancel')} onClick={onCancel} />
      </div>
    </article>
  )
}

function Action({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" class="button" onClick={onClick}>
      {label}
    </button>
  )
}

function problemSentence(problem: EscoProblem, s: Sentences): string {
  switch (problem.is) {
    case 'permission':
      return s.text('escoProblemPermission', problem.host)
    case 'not-obtained': {
      const why = problem.reason && reasonSentence(problem.reason, s.translate, s.locale)
      return [s.text('escoProblemNotObtained'), ...(why === undefined ? [] : [why])].join(' ')
    }
    case 'incomplete':
      return s.text('escoProblemIncomplete')
    case 'unreadable':
      return s.text('escoProblemUnreadable')
    case 'internal':
      return s.text('escoProblemInternal')
  }
}

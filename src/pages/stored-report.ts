import { useEffect, useState } from 'preact/hooks'
import type { StoredReport } from '../platform/messages'
import { ask } from './ask'
import { useChanges } from './changes'

export type ReportState =
  | { is: 'loading' }
  | { is: 'here'; stored: StoredReport }
  /** Kept no longer, or never (private window). */
  | { is: 'gone' }
  | { is: 'silent' }

/** The report with this id, judged for now; asked again when `version` or the trusted lists change. */
export function useStoredReport(reportId: string | undefined, version?: string): ReportState {
  const [state, setState] = useState<ReportState>({ is: 'loading' })
  const changes = useChanges('lists-changed', 'eu-lists-changed')
  useEffect(() => {
    let wanted = true
    if (reportId === undefined) {
      setState({ is: 'gone' })
      return
    }
    ask('report', { reportId }).then(
      (stored) => {
        if (wanted) setState(stored === null ? { is: 'gone' } : { is: 'here', stored })
      },
      () => {
        if (wanted) setState({ is: 'silent' })
      },
    )
    return () => {
      wanted = false
    }
  }, [reportId, version, changes])
  return state
}

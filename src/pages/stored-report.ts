import { useEffect, useState } from 'preact/hooks'
import type { StoredReport } from '../platform/messages'
import { ask } from './ask'

export type ReportState =
  | { is: 'loading' }
  | { is: 'here'; stored: StoredReport }
  /** Kept no longer, or never (private window). */
  | { is: 'gone' }
  | { is: 'silent' }

/** The report with this id, judged for now; asked again when `version` changes. */
export function useStoredReport(reportId: string | undefined, version?: string): ReportState {
  const [state, setState] = useState<ReportState>({ is: 'loading' })
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
  }, [reportId, version])
  return state
}

import type { StoredReport } from '../platform/messages'
import { ask } from './ask'
import { useAsked } from './asked'

export type ReportState =
  | { is: 'loading' }
  | { is: 'here'; stored: StoredReport }
  /** Kept no longer, or never (private window). */
  | { is: 'gone' }
  | { is: 'silent'; again: () => void }

/** The report with this id, judged for now; asked again in time, and when `version` or the trusted lists change. */
export function useStoredReport(reportId: string | undefined, version?: string): ReportState {
  const asked = useAsked('report', reportId === undefined ? undefined : { reportId }, {
    ...{ on: ['lists-changed', 'eu-lists-changed'], version, inTime: true },
  })
  if (reportId === undefined) return { is: 'gone' }
  if (asked.is !== 'here') return asked
  return asked.answer === null ? { is: 'gone' } : { is: 'here', stored: asked.answer }
}

/** The report with this id, judged at this moment; null: kept no longer. */
export function reportNow(reportId: string): Promise<StoredReport | null> {
  return ask('report', { reportId })
}

import type { VerificationReport } from '../../verifier/report'
import { SaveJson } from '../save-json'

/** Saves the report as it is, for a file or for another verifier. */
export function ExportButton({ report }: { report: VerificationReport }) {
  return <SaveJson value={report} name={fileName(report)} />
}

function fileName({ source, checkedAt }: VerificationReport): string {
  return `touchstone-${checkedAt.slice(0, 10)}-${source.sha256.slice(0, 12)}.json`
}

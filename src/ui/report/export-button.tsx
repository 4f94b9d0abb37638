import type { VerificationReport } from '../../verifier/report'
import { useWording } from '../wording-context'
import '../buttons.css'

/** Saves the report as it is, for a file or for another verifier. */
export function ExportButton({ report }: { report: VerificationReport }) {
  const { text } = useWording()
  const save = (): void => {
    const json = JSON.stringify(report, null, 2)
    const url = URL.createObjectURL(new Blob([json], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = url
    link.download = fileName(report)
    link.click()
    setTimeout(() => {
      URL.revokeObjectURL(url)
    }, REVOKE_AFTER_MS)
  }
  return (
    <button type="button" class="link" onClick={save}>
      {text('exportJson')}
    </button>
  )
}

/** The download has begun by then, in both browsers. */
const REVOKE_AFTER_MS = 10_000

function fileName({ source, checkedAt }: VerificationReport): string {
  return `touchstone-${checkedAt.slice(0, 10)}-${source.sha256.slice(0, 12)}.json`
}

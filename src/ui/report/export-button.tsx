import type { VerificationReport } from '../../verifier/report'
import { jsonFile } from '../export/json-file'
import { saveFile } from '../save-file'
import { useWording } from '../wording-context'
import '../buttons.css'

/** Saves the report for a file or for another verifier; nothing in it says where the badge was found. */
export function ExportButton({ report }: { report: VerificationReport }) {
  const s = useWording()
  const save = (): void => {
    const file = jsonFile(report, { exportedAt: new Date().toISOString() }, s)
    saveFile(new Blob([file.text], { type: file.type }), file.name)
  }
  return (
    <button type="button" class="link" onClick={save}>
      {s.text('exportJson')}
    </button>
  )
}

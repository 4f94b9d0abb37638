import { useState } from 'preact/hooks'
import type { StoredReport } from '../../platform/messages'
import { jsonFile } from '../export/json-file'
import { saveFile } from '../save-file'
import { useWording } from '../wording-context'
import '../buttons.css'

interface ExportButtonProps {
  /** The report, judged when the file is made; null where it is no longer kept. */
  now: () => Promise<StoredReport | null>
}

/** Saves the report for a file or for another verifier; nothing in it says where the badge was found. */
export function ExportButton({ now }: ExportButtonProps) {
  const s = useWording()
  const [failed, setFailed] = useState<'exportGone' | 'exportFailed'>()
  const save = (): void => {
    setFailed(undefined)
    now()
      .then((stored) => {
        if (stored === null) {
          setFailed('exportGone')
          return
        }
        const file = jsonFile(stored.report, { exportedAt: new Date().toISOString() }, s)
        saveFile(new Blob([file.text], { type: file.type }), file.name)
      })
      .catch(() => {
        setFailed('exportFailed')
      })
  }
  return (
    <>
      <button type="button" class="link" onClick={save}>
        {s.text('exportJson')}
      </button>
      {failed !== undefined && <span role="alert">{s.text(failed)}</span>}
    </>
  )
}

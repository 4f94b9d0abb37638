import { useId } from 'preact/hooks'
import { useWording } from '../../ui/wording-context'

interface EscoSourceProps {
  /** A copy is being made. */
  busy: boolean
  hasCopy: boolean
  /** The file that was chosen last is no file of ESCO, by its size. */
  tooLarge: boolean
  onFile: (file: File) => void
  onDownload: () => void
}

/** Two ways to a copy. Nobody is asked before the click. */
export function EscoSource({ busy, hasCopy, tooLarge, onFile, onDownload }: EscoSourceProps) {
  const { text } = useWording()
  const id = useId()
  const hint = useId()
  const asks = useId()
  return (
    <div
      class="options-add"
      onDragOver={(event) => {
        event.preventDefault()
      }}
      onDrop={(event) => {
        event.preventDefault()
        const file = event.dataTransfer?.files[0]
        if (file && !busy) onFile(file)
      }}
    >
      <h3>{text(hasCopy ? 'escoOfflineReplace' : 'escoOfflineMake')}</h3>
      <div class="options-file">
        <label for={id}>{text('escoOfflineFile')}</label>
        <input
          id={id}
          type="file"
          name="esco-file"
          accept=".zip,.csv,application/zip,text/csv"
          disabled={busy}
          aria-describedby={hint}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (file) onFile(file)
            // The same file, chosen again, is a choice too.
            currentTarget.value = ''
          }}
        />
        <p class="options-hint" id={hint}>
          {text('escoOfflineFileHint')}
        </p>
        {tooLarge && (
          <p role="alert" class="options-failed">
            {text('escoProblemUnreadable')}
          </p>
        )}
      </div>
      <div>
        <button
          type="button"
          class="button"
          name="esco-download"
          disabled={busy}
          aria-describedby={asks}
          onClick={onDownload}
        >
          {text('escoOfflineDownload')}
        </button>
        <p class="options-hint" id={asks}>
          {text('escoOfflineDownloadHint')}
        </p>
      </div>
    </div>
  )
}

import { useId, useState } from 'preact/hooks'
import { saveFile } from '../save-file'
import { useWording } from '../wording-context'
import type { MessageKey } from '../wording'
import '../buttons.css'
import './export-menu.css'

/** A file to be; undefined: what it needs is no longer kept. */
export interface MadeFile {
  text: string
  type: 'application/json' | 'text/csv' | 'text/html'
  name: string
}

export interface FileMaker {
  label: MessageKey
  /** @param foundOn the host that the user wants named in it */
  make: (foundOn: string | undefined) => Promise<MadeFile | undefined>
}

interface ExportMenuProps {
  files: readonly FileMaker[]
  /** Of the page that shows the badges, as far as it is known. */
  host: string | undefined
}

/** The ways to keep a copy. Where it was found stands in no file unless the user says so. */
export function ExportMenu({ files, host }: ExportMenuProps) {
  const { text } = useWording()
  const title = useId()
  const [said, setSaid] = useState('')
  const [saysWhere, setSaysWhere] = useState(false)
  const save = ({ make }: FileMaker): void => {
    make(saysWhere ? host : undefined)
      .then((file) => {
        if (file !== undefined)
          saveFile(new Blob([file.text], { type: `${file.type};charset=utf-8` }), file.name)
        setSaid(file === undefined ? text('exportGone') : text('exportSaved', file.name))
      })
      .catch(() => {
        setSaid(text('exportFailed'))
      })
  }
  return (
    <section class="export" aria-labelledby={title}>
      <h2 id={title}>{text('exportTitle')}</h2>
      <div class="export-files">
        {files.map((file) => (
          <button
            type="button"
            class="button"
            data-export={file.label}
            onClick={() => {
              save(file)
            }}
            key={file.label}
          >
            {text(file.label)}
          </button>
        ))}
        <button
          type="button"
          class="button"
          onClick={() => {
            print()
          }}
        >
          {text('print')}
        </button>
      </div>
      {host !== undefined && host !== '' && (
        <label class="export-where">
          <input
            type="checkbox"
            name="found-on"
            checked={saysWhere}
            onChange={(event) => {
              setSaysWhere(event.currentTarget.checked)
            }}
          />
          <span>{text('exportFoundOn', host)}</span>
        </label>
      )}
      <p class="export-said" role="status">
        {said}
      </p>
    </section>
  )
}

import { saveFile } from './save-file'
import { useWording } from './wording-context'
import './buttons.css'

interface SaveJsonProps {
  value: unknown
  /** Of the file, with its ending. */
  name: string
}

/** Saves something as it is, for a file or for another program. */
export function SaveJson({ value, name }: SaveJsonProps) {
  const { text } = useWording()
  const save = (): void => {
    const json = JSON.stringify(value, null, 2)
    saveFile(new Blob([json], { type: 'application/json' }), name)
  }
  return (
    <button type="button" class="link" onClick={save}>
      {text('exportJson')}
    </button>
  )
}

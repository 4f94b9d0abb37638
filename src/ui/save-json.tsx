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
    const url = URL.createObjectURL(new Blob([json], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = url
    link.download = name
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

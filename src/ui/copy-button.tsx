import { useState } from 'preact/hooks'
import { useWording } from './wording-context'
import './buttons.css'

/** Copies text, and says that it did. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const { text } = useWording()
  const [said, setSaid] = useState('')
  const copy = (): void => {
    navigator.clipboard.writeText(value).then(
      () => {
        setSaid(text('copied'))
      },
      () => {
        setSaid(text('copyFailed'))
      },
    )
  }
  return (
    <>
      <button type="button" class="button" onClick={copy}>
        {label}
      </button>
      <span class="small secondary" role="status">
        {said}
      </span>
    </>
  )
}

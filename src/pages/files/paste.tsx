import { useId, useState } from 'preact/hooks'
import { useWording } from '../../ui/wording-context'
import { hostsIn } from './split-text'
import '../../ui/buttons.css'

interface PasteProps {
  /** What stands there at first, e.g. an address that was typed into the address bar. */
  given: string
  onRead: (text: string) => void
}

/** A field for credentials and addresses; before anything is done it says whom that would lead to. */
export function Paste({ given, onRead }: PasteProps) {
  const { text, list } = useWording()
  const [pasted, setPasted] = useState(given)
  const id = useId()
  const hosts = hostsIn(pasted)
  return (
    <form
      class="files-paste"
      onSubmit={(event) => {
        event.preventDefault()
        if (pasted.trim() === '') return
        onRead(pasted)
        setPasted('')
      }}
    >
      <label for={id}>{text('filesPaste')}</label>
      <textarea
        id={id}
        name="pasted"
        rows={3}
        spellcheck={false}
        dir="ltr"
        value={pasted}
        aria-describedby={`${id}-hosts`}
        onInput={({ currentTarget }) => {
          setPasted(currentTarget.value)
        }}
      />
      <p id={`${id}-hosts`} class="small secondary files-hosts" role="status">
        {hosts.length > 0 && text('filesWouldAsk', list(hosts))}
      </p>
      <button type="submit" class="button">
        {text('filesRead')}
      </button>
    </form>
  )
}

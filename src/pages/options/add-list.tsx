import { useId, useState } from 'preact/hooks'
import { useWording } from '../../ui/wording-context'

/** A list to be read: from an address, or out of a file or pasted text. */
export type Addition = { url: string; name?: string } | { text: string; name: string }

interface AddListProps {
  busy: boolean
  onAdd: (addition: Addition) => void
}

/** Three ways to hand over a list. Nothing happens before a click, a choice of file or a drop. */
export function AddList({ busy, onAdd }: AddListProps) {
  const { text } = useWording()
  return (
    <div
      class="options-add"
      onDragOver={(event) => {
        event.preventDefault()
      }}
      onDrop={(event) => {
        event.preventDefault()
        void readFile(event.dataTransfer?.files[0], onAdd)
      }}
    >
      <h3>{text('listsAddTitle')}</h3>
      <FromAddress busy={busy} onAdd={onAdd} />
      <FromFile busy={busy} onAdd={onAdd} />
      <FromText busy={busy} onAdd={onAdd} />
    </div>
  )
}

function FromAddress({ busy, onAdd }: AddListProps) {
  const { text } = useWording()
  const [url, setUrl] = useState('')
  const id = useId()
  const hint = useId()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onAdd({ url: url.trim() })
      }}
    >
      <label for={id}>{text('listsAddress')}</label>
      <div class="options-line">
        <input
          id={id}
          type="text"
          inputMode="url"
          name="address"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          maxLength={2000}
          placeholder="https://"
          aria-describedby={hint}
          value={url}
          onInput={(event) => {
            setUrl(event.currentTarget.value)
          }}
        />
        <button type="submit" class="button button-primary" disabled={busy}>
          {text('listsAdd')}
        </button>
      </div>
      <p class="options-hint" id={hint}>
        {text('listsAddressHint')}
      </p>
    </form>
  )
}

function FromFile({ busy, onAdd }: AddListProps) {
  const { text } = useWording()
  const id = useId()
  return (
    <div class="options-file">
      <label for={id}>{text('listsFile')}</label>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        disabled={busy}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          // The same file, chosen again after it was changed, is a choice too.
          void readFile(file, onAdd).finally(() => {
            currentTarget.value = ''
          })
        }}
      />
    </div>
  )
}

function FromText({ busy, onAdd }: AddListProps) {
  const { text } = useWording()
  const [pasted, setPasted] = useState('')
  const id = useId()
  return (
    <details class="options-paste">
      <summary>{text('listsPaste')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onAdd({ text: pasted, name: text('listsPastedName') })
        }}
      >
        <label for={id}>{text('listsPasteField')}</label>
        <textarea
          id={id}
          name="text"
          rows={6}
          dir="ltr"
          spellcheck={false}
          value={pasted}
          onInput={(event) => {
            setPasted(event.currentTarget.value)
          }}
        />
        <button type="submit" class="button" disabled={busy}>
          {text('listsAdd')}
        </button>
      </form>
    </details>
  )
}

async function readFile(file: File | undefined, onAdd: AddListProps['onAdd']): Promise<void> {
  if (file) onAdd({ text: await file.text(), name: file.name.slice(0, 200) })
}

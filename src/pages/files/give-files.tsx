import { useEffect, useId, useState } from 'preact/hooks'
import { useWording } from '../../ui/wording-context'
import type { Files, FilesProblem } from './use-files'
import '../../ui/buttons.css'

/** Three ways to give a file: choose, drop anywhere on the page, or paste its text. */
export function GiveFiles({ files }: { files: Files }) {
  const { text } = useWording()
  const id = useId()
  const [over, setOver] = useState(false)
  useDrop(files.give, setOver)
  return (
    <section class="files-give" data-over={over} aria-busy={files.busy}>
      <div class="files-drop">
        <label for={id} class="button button-primary files-choose">
          {text('filesChoose')}
        </label>
        <input
          id={id}
          class="visually-hidden"
          type="file"
          name="files"
          multiple
          onChange={({ currentTarget }) => {
            files.give([...(currentTarget.files ?? [])])
            // The same file, chosen again, is a choice too.
            currentTarget.value = ''
          }}
        />
        <span class="secondary">{text('filesDrop')}</span>
      </div>
      <Paste give={files.give} />
      <div role="alert" class="files-problem">
        {files.problem !== undefined && <Problem problem={files.problem} />}
      </div>
    </section>
  )
}

function Problem({ problem }: { problem: FilesProblem }) {
  const { text } = useWording()
  switch (problem.is) {
    case 'too-large':
      return <p>{text('filesTooLarge', problem.name)}</p>
    case 'unreadable':
      return <p>{text('filesUnreadable', problem.name)}</p>
    case 'no-room':
      return <p>{text('filesNoRoom')}</p>
    case 'silent':
      return <p>{text('stateNoAnswer')}</p>
  }
}

function Paste({ give }: { give: Files['give'] }) {
  const { text } = useWording()
  const [pasted, setPasted] = useState('')
  const id = useId()
  return (
    <form
      class="files-paste"
      onSubmit={(event) => {
        event.preventDefault()
        if (pasted.trim() === '') return
        give([new File([pasted], text('filesPasted'))])
        setPasted('')
      }}
    >
      <label for={id}>{text('filesPaste')}</label>
      <textarea
        id={id}
        name="pasted"
        rows={2}
        spellcheck={false}
        dir="ltr"
        value={pasted}
        onInput={({ currentTarget }) => {
          setPasted(currentTarget.value)
        }}
      />
      <button type="submit" class="button">
        {text('filesRead')}
      </button>
    </form>
  )
}

/** Files dropped anywhere on the page, which the browser would open in its place. */
function useDrop(give: Files['give'], setOver: (over: boolean) => void): void {
  useEffect(() => {
    const ended = new AbortController()
    const { signal } = ended
    const hold = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(true)
    }
    addEventListener('dragover', hold, { signal })
    addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) setOver(false)
      },
      { signal },
    )
    addEventListener(
      'drop',
      (event) => {
        setOver(false)
        const { files } = event.dataTransfer ?? {}
        if (files === undefined || files.length === 0) return
        event.preventDefault()
        give([...files])
      },
      { signal },
    )
    return () => {
      ended.abort()
    }
  }, [give])
}

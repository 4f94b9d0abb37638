import { useCallback, useId, useState } from 'preact/hooks'
import { useWording } from '../../ui/wording-context'
import { Paste } from './paste'
import { splitPasted } from './split-text'
import { useDrop } from './use-drop'
import type { Files, FilesProblem } from './use-files'
import '../../ui/buttons.css'

/** Lines that a sentence names; of more it says how many. */
const MOST_NAMED = 20
/** Characters of a line's number. */
const LONGEST_NUMBER = 12

/** Three ways to give something: choose, drop or paste anywhere on the page, or write into the field. */
export function GiveFiles({ files, given }: { files: Files; given: string }) {
  const { text } = useWording()
  const id = useId()
  const [over, setOver] = useState(false)
  const read = (pasted: string): void => {
    const name = text('filesPasted')
    files.giveTexts(splitPasted(pasted, name), name)
  }
  useDrop({ onFiles: files.give, onText: read, onOver: useCallback(setOver, []) })
  return (
    <section class="files-give" data-over={over} aria-busy={files.reading !== undefined}>
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
      <Paste given={given} onRead={read} />
      <p class="small secondary files-reading" role="status">
        {files.reading && text('filesReading', files.reading.done + 1, files.reading.total)}
      </p>
      <div role="alert" class="files-problem">
        {files.problems.map((problem) => (
          <Problem problem={problem} key={JSON.stringify(problem)} />
        ))}
      </div>
    </section>
  )
}

/** What became of one thing that was given. */
export function Problem({ problem }: { problem: FilesProblem }) {
  const { text, count, list } = useWording()
  switch (problem.is) {
    case 'too-large':
      return <p>{text('filesTooLarge', problem.name)}</p>
    case 'unreadable':
      return <p>{text('filesUnreadable', problem.name)}</p>
    case 'bad-lines': {
      const { name, lines } = problem
      const numbers = list(lines.map(String), LONGEST_NUMBER, MOST_NAMED)
      return <p>{count('filesBadLines', lines.length, name, numbers)}</p>
    }
    case 'too-many-lines':
      return <p>{count('filesTooManyLines', problem.left, problem.name)}</p>
    case 'no-room':
      return <p>{text('filesNoRoom')}</p>
    case 'silent':
      return <p>{text('stateNoAnswer')}</p>
  }
}

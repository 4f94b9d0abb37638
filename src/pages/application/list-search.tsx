import { useId } from 'preact/hooks'
import { useWording } from '../../ui/wording-context'
import type { MessageKey } from '../../ui/wording'
import { LONGEST_SEARCH } from './found-by'
import './list-search.css'

interface ListSearchProps {
  label: MessageKey
  typed: string
  /** How many badges are left; said only while something is typed. Absent where it stands beside it. */
  found?: number
  onType: (typed: string) => void
}

/** Leaves in a long list what has these words. */
export function ListSearch({ label, typed, found, onType }: ListSearchProps) {
  const { text, count } = useWording()
  const id = useId()
  return (
    <div class="list-search" role="search">
      <label for={id} class="visually-hidden">
        {text(label)}
      </label>
      <input
        id={id}
        type="search"
        name="search"
        placeholder={text(label)}
        maxLength={LONGEST_SEARCH}
        autocomplete="off"
        value={typed}
        onInput={({ currentTarget }) => {
          onType(currentTarget.value)
        }}
      />
      {found !== undefined && (
        <span class="visually-hidden" role="status">
          {typed.trim() !== '' && count('searchCount', found)}
        </span>
      )}
    </div>
  )
}

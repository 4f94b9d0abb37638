import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import { useWording } from '../wording-context'
import '../buttons.css'
import './long-list.css'

/** Lines that the eye can take in at once; on paper and in a file there are all. */
const AT_ONCE = 20

interface LongListProps {
  label: string
  children: ComponentChild[]
}

/** The first lines of a chart, and the others after a click. */
export function LongList({ label, children }: LongListProps) {
  const { text } = useWording()
  const [all, setAll] = useState(false)
  const isCut = children.length > AT_ONCE && !all
  return (
    <>
      <ul class={isCut ? 'long-list is-cut' : 'long-list'} aria-label={label}>
        {children}
      </ul>
      {isCut && (
        <button
          type="button"
          class="link long-list-more"
          onClick={() => {
            setAll(true)
          }}
        >
          {text('chartShowAll', children.length)}
        </button>
      )}
    </>
  )
}

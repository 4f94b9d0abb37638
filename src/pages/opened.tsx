import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { Icon } from '../ui/icon'
import { useWording } from '../ui/wording-context'
import type { MessageKey } from '../ui/wording'
import { useHeadingFocus } from './heading-focus'
import './opened.css'

interface OpenedProps {
  /** What is open, and its state: the focus goes to its heading as either changes. */
  id: string
  state: string
  /** Where the way back leads. */
  back: MessageKey
  onBack: () => void
  /** What stands across from the way back. */
  beside?: ComponentChildren
  children: ComponentChildren
}

/** One thing of a list, in the list's place. */
export function Opened({ id, state, back, onBack, beside, children }: OpenedProps) {
  const { text } = useWording()
  const root = useRef<HTMLElement>(null)
  useHeadingFocus(root, id, state)
  return (
    <article ref={root}>
      <nav class="opened-nav">
        <button type="button" class="link opened-back" onClick={onBack}>
          <Icon name="back" />
          {text(back)}
        </button>
        {beside}
      </nav>
      {children}
    </article>
  )
}

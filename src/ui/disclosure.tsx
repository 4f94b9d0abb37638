import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useStill } from './still'
import './disclosure.css'

interface DisclosureProps {
  summary: ComponentChildren
  /** Called only once it is open: what is inside may be large. */
  children: () => ComponentChildren
  heading?: boolean
  /** Only at first: the reader may close it. */
  startsOpen?: boolean
  /** On paper and in a file too: what it repeats is in sight. */
  staysClosed?: boolean
}

export function Disclosure({
  summary,
  children,
  heading = false,
  startsOpen = false,
  staysClosed = false,
}: DisclosureProps) {
  const [open, setOpen] = useState(startsOpen)
  const isStill = useStill()
  return (
    <details
      class={staysClosed ? 'disclosure stays-closed' : 'disclosure'}
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open)
      }}
    >
      <summary>{heading ? <h2>{summary}</h2> : summary}</summary>
      {(open || isStill) && <div class="disclosure-body">{children()}</div>}
    </details>
  )
}

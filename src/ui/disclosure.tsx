import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import './disclosure.css'

interface DisclosureProps {
  summary: ComponentChildren
  /** Called only once it is open: what is inside may be large. */
  children: () => ComponentChildren
  heading?: boolean
}

export function Disclosure({ summary, children, heading = false }: DisclosureProps) {
  const [open, setOpen] = useState(false)
  return (
    <details
      class="disclosure"
      onToggle={(event) => {
        setOpen(event.currentTarget.open)
      }}
    >
      <summary>{heading ? <h2>{summary}</h2> : summary}</summary>
      {open && <div class="disclosure-body">{children()}</div>}
    </details>
  )
}

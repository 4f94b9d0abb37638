import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import './section.css'

interface SectionProps {
  title: string
  /** One sentence under the title. */
  note?: string
  hidden?: boolean
  children: ComponentChildren
}

export function Section({ title, note, hidden = false, children }: SectionProps) {
  const id = useId()
  return (
    <section class="section" aria-labelledby={id} hidden={hidden}>
      <h2 id={id}>{title}</h2>
      {note !== undefined && <p class="section-note">{note}</p>}
      {children}
    </section>
  )
}

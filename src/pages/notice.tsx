import type { ComponentChildren } from 'preact'
import { useWording } from '../ui/wording-context'
import type { MessageKey } from '../ui/wording'
import '../ui/buttons.css'
import './notice.css'

interface NoticeProps {
  title: MessageKey
  text: MessageKey
  children?: ComponentChildren
  /** Reads it out when it appears. */
  alert?: boolean
}

/** An empty or failed state: what is the case, and what can be done. */
export function Notice({ title, text, children, alert = false }: NoticeProps) {
  const { text: say } = useWording()
  return (
    <div class="notice" role={alert ? 'alert' : undefined}>
      <h1 tabIndex={-1}>{say(title)}</h1>
      <p>{say(text)}</p>
      {children}
    </div>
  )
}

import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useWording } from '../../ui/wording-context'
import type { MessageKey } from '../../ui/wording'

interface YesOrNoProps {
  /** What it is about, for who cannot see where it stands. */
  label: string
  question: string
  yes: MessageKey
  no: MessageKey
  /** What else belongs to the question. */
  children?: ComponentChildren
  onAnswer: (agrees: boolean) => void
}

/** A question that takes the focus, and is answered by one of two buttons. */
export function YesOrNo({ label, question, yes, no, children, onAnswer }: YesOrNoProps) {
  const { text } = useWording()
  const asked = useRef<HTMLParagraphElement>(null)
  useEffect(() => asked.current?.focus(), [])
  return (
    <div class="history-question history-watch-question" role="group" aria-label={label}>
      <p ref={asked} tabIndex={-1}>
        {question}
      </p>
      {children}
      <div class="history-tools">
        {([true, false] as const).map((agrees) => (
          <button
            type="button"
            class="button"
            key={String(agrees)}
            data-agrees={agrees}
            onClick={() => {
              onAnswer(agrees)
            }}
          >
            {text(agrees ? yes : no)}
          </button>
        ))}
      </div>
    </div>
  )
}

/**
 * Whether it is being asked, and the button to which the focus goes back after "no". After "yes" the button goes with
 * what it stood for, and the focus is for who acts on the answer to place.
 */
export function useAsking() {
  const [asking, setAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const declined = useRef(false)
  useEffect(() => {
    if (!asking && declined.current) opener.current?.focus()
    declined.current = false
  }, [asking])
  const begin = (): void => {
    setAsking(true)
  }
  const end = (agrees: boolean): void => {
    declined.current = !agrees
    setAsking(false)
  }
  return { asking, begin, end, opener }
}

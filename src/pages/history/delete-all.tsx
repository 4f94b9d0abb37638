import { useEffect, useRef } from 'preact/hooks'
import { useWording } from '../../ui/wording-context'
import './history.css'

interface DeleteAllProps {
  kept: number
  onDelete: () => void
  onCancel: () => void
}

/** Says how many go, and that they do not come back, before any goes. */
export function DeleteAll({ kept, onDelete, onCancel }: DeleteAllProps) {
  const { text, count } = useWording()
  const question = useRef<HTMLParagraphElement>(null)
  useEffect(() => question.current?.focus(), [])
  return (
    <div class="history-question" role="group" aria-labelledby="delete-question">
      <p id="delete-question" ref={question} tabIndex={-1}>
        {count('historyDeleteAsk', kept)}
      </p>
      <div class="history-tools">
        <button type="button" class="button" data-answer="delete" onClick={onDelete}>
          {count('historyDelete', kept)}
        </button>
        <button type="button" class="button" data-answer="cancel" onClick={onCancel}>
          {text('historyDeleteCancel')}
        </button>
      </div>
    </div>
  )
}

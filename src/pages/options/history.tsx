import { useEffect, useRef, useState } from 'preact/hooks'
import type { HistoryState } from '../../platform/history-shapes'
import { useFocusBack } from '../../ui/focus-back'
import { useWording } from '../../ui/wording-context'
import type { MessageKey } from '../../ui/wording'
import { ask } from '../ask'
import { useHistoryState } from '../history-state'
import { NotHere } from '../not-here'
import { HISTORY_PAGE } from '../../platform/own-pages'
import { openPage } from '../tab'

/** Thousands of reports may have to go. */
const PATIENCE_MS = 60_000

/** The list of verified badges: off until it is switched on here. */
export function HistorySection() {
  const { text } = useWording()
  const shown = useHistoryState()
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<MessageKey>()
  const box = useRef<HTMLInputElement>(null)
  const busy = said === 'stateLoading'
  useFocusBack(busy)

  const use = (use: boolean, removes: boolean, done: MessageKey): void => {
    setAsking(false)
    setSaid('stateLoading')
    ask('use-history', { use, removes }, PATIENCE_MS).then(
      () => {
        setSaid(done)
      },
      () => {
        setSaid('stateNoAnswer')
      },
    )
    // The button that was pressed goes with the question.
    box.current?.focus()
  }
  const change = (kept: number, wanted: boolean): void => {
    if (!wanted && kept > 0) setAsking(true)
    else use(wanted, false, wanted ? 'historySaidOn' : 'historySaidOffDeleted')
  }

  return (
    <section aria-labelledby="history">
      <h2 id="history" tabIndex={-1}>
        {text('historyTitle')}
      </h2>
      <p>{text('historyWhat')}</p>
      <p class="secondary">{text('historyWhere')}</p>
      <NotHere asked={shown} />
      {shown.is === 'here' && (
        <>
          <label class="options-switch">
            <input
              type="checkbox"
              name="use-history"
              ref={box}
              checked={shown.answer.inUse}
              disabled={busy}
              onChange={({ currentTarget }) => {
                change(shown.answer.kept, currentTarget.checked)
                // What is shown is what is so, until the worker says that it has changed.
                currentTarget.checked = shown.answer.inUse
              }}
            />
            {text('historyUse')}
          </label>
          {asking && shown.answer.inUse ? (
            <KeepOrDelete
              kept={shown.answer.kept}
              onAnswer={(answer) => {
                if (answer === 'keep') use(false, false, 'historySaidOff')
                if (answer === 'delete') use(false, true, 'historySaidOffDeleted')
                setAsking(false)
                box.current?.focus()
              }}
            />
          ) : (
            <Held state={shown.answer} />
          )}
        </>
      )}
      <div role="status" class="options-said">
        {said && (
          <p class={said === 'stateNoAnswer' ? 'options-failed' : undefined}>{text(said)}</p>
        )}
      </div>
    </section>
  )
}

/** How much there is, and the way to it: also where it is off, and what there was has stayed. */
function Held({ state }: { state: HistoryState }) {
  const { text, count } = useWording()
  if (!state.inUse && state.kept === 0) return null
  return (
    <p class="options-hint">
      {count('historyKept', state.kept)}{' '}
      <button
        type="button"
        class="link"
        onClick={() => {
          openPage(HISTORY_PAGE)
        }}
      >
        {text('historyOpen')}
      </button>
    </p>
  )
}

interface KeepOrDeleteProps {
  kept: number
  onAnswer: (answer: 'keep' | 'delete' | 'cancel') => void
}

const ANSWERS = [
  ['keep', 'historyOffKeep'],
  ['delete', 'historyOffDelete'],
  ['cancel', 'historyOffCancel'],
] as const

/** Nothing is switched off until it is answered. */
export function KeepOrDelete({ kept, onAnswer }: KeepOrDeleteProps) {
  const { text, count } = useWording()
  const question = useRef<HTMLParagraphElement>(null)
  useEffect(() => question.current?.focus(), [])
  return (
    <div class="options-list" role="group" aria-labelledby="history-question">
      <p id="history-question" ref={question} tabIndex={-1}>
        {count('historyOffAsk', kept)}
      </p>
      <div class="options-actions">
        {ANSWERS.map(([answer, name]) => (
          <button
            type="button"
            class="button"
            key={answer}
            data-answer={answer}
            onClick={() => {
              onAnswer(answer)
            }}
          >
            {text(name)}
          </button>
        ))}
      </div>
    </div>
  )
}

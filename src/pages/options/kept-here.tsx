import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { KeptHere as KeptAmount, KeptKind } from '../../platform/machine-messages'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'
import { DeleteAll } from '../history/delete-all'
import { NotHere } from '../not-here'
import { KEPT_TEXTS } from './kept-texts'
import type { Kept } from './use-kept'

/** Much may lie there. */
const PATIENCE_MS = 60_000

type Said = { is: 'silent' } | { is: 'working' } | { is: 'removed'; kind: KeptKind; isAll: boolean }

/** What lies on this machine, how much it is, and how to be rid of it. */
export function KeptHere({ state, reload, again }: Kept) {
  const { text, size } = useWording()
  const [said, setSaid] = useState<Said>()
  const [asking, setAsking] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)

  const remove = (kind: KeptKind): void => {
    setAsking(false)
    setSaid({ is: 'working' })
    void ask('remove-kept', { kind }, PATIENCE_MS)
      .then(reload)
      .then((kept): Said => {
        // Only of lists may an organisation demand some; what open pages have brought anew since is new.
        const isAll = kind !== 'trust-lists' || amountOf(kept, kind) === 0
        return { is: 'removed', kind, isAll }
      })
      .catch((): Said => ({ is: 'silent' }))
      .then(setSaid)
    // The button that has the focus goes with what it removes.
    heading.current?.focus()
  }

  return (
    <section aria-labelledby="kept">
      <h2 id="kept" ref={heading} tabIndex={-1}>
        {text('keptTitle')}
      </h2>
      <p>{text('keptWhat')}</p>
      <NotHere asked={{ is: state.is, again }} />
      {state.is === 'here' && (
        <>
          {state.bytes !== undefined && (
            <p class="secondary">{text('keptTotal', { composed: size(state.bytes) })}</p>
          )}
          <KeptList
            kept={state.kept}
            busy={said?.is === 'working'}
            onRemove={(kind) => {
              // The one thing of these that nothing brings back, and that is asked about wherever else it goes.
              if (kind === 'history') setAsking(true)
              else remove(kind)
            }}
            question={
              asking && (
                <DeleteAll
                  kept={amountOf(state.kept, 'history')}
                  onDelete={() => {
                    remove('history')
                  }}
                  onCancel={() => {
                    setAsking(false)
                    heading.current?.focus()
                  }}
                />
              )
            }
          />
        </>
      )}
      <div role="status" class="options-said">
        {said && <KeptSaid said={said} />}
      </div>
    </section>
  )
}

interface KeptListProps {
  kept: KeptAmount[]
  busy: boolean
  onRemove: (kind: KeptKind) => void
  /** In the place of the button that deletes the history. */
  question?: ComponentChildren
}

export function KeptList({ kept, busy, onRemove, question }: KeptListProps) {
  const s = useWording()
  return (
    <ul class="options-rows">
      {kept.map(({ kind, count, bytes }) => {
        const { name, hint, remove } = KEPT_TEXTS[kind]
        return (
          <li class="options-row" key={kind} data-kept={kind}>
            <span class="options-row-name">{s.text(name)}</span>
            <span class="options-row-amount">
              {count === 0
                ? s.text('keptNothing')
                : s.count('keptAmount', count, { composed: s.size(bytes) })}
            </span>
            <p class="options-hint">{s.text(hint)}</p>
            {count > 0 && kind === 'history' && question}
            {count > 0 && !(kind === 'history' && question) && (
              <button
                type="button"
                class="button"
                disabled={busy}
                onClick={() => {
                  onRemove(kind)
                }}
              >
                {s.text(remove)}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function KeptSaid({ said }: { said: Said }) {
  const { text } = useWording()
  if (said.is === 'silent') return <p class="options-failed">{text('stateNoAnswer')}</p>
  if (said.is === 'working') return <p>{text('keptRemoving')}</p>
  const what = text(KEPT_TEXTS[said.kind].name)
  return <p>{text(said.isAll ? 'keptRemoved' : 'keptRemovedPart', { composed: what })}</p>
}

function amountOf(kept: KeptAmount[], kind: KeptKind): number {
  return kept.find((one) => one.kind === kind)?.count ?? 0
}

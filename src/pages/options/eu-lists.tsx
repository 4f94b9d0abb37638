import { useRef, useState } from 'preact/hooks'
import type { EuListSummary } from '../../platform/eu-list-shapes'
import { originPattern, requestAccess } from '../../platform/permissions'
import { useFocusBack } from '../../ui/focus-back'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'
import { useAsked } from '../asked'
import { NotHere } from '../not-here'
import { EuListCard, listName } from './eu-list-card'
import { EuListsSaid, type EuSaid } from './eu-lists-said'

/** A list may be long and its host slow, and the list of lists comes first. */
const PATIENCE_MS = 75_000

/** The EU trusted lists: whether they are used, and which are kept. */
export function EuLists() {
  const s = useWording()
  const state = useAsked('eu-lists', {}, { on: ['eu-lists-changed'] })
  const [said, setSaid] = useState<EuSaid>()
  const heading = useRef<HTMLHeadingElement>(null)
  const busy = said?.is === 'reading' || said?.is === 'working'
  useFocusBack(busy)

  const follow = (
    work: Promise<EuSaid | undefined>,
    is: 'reading' | 'working' = 'working',
  ): void => {
    setSaid({ is })
    void work.catch((): EuSaid => ({ is: 'silent' })).then(setSaid)
  }
  const refresh = (list: EuListSummary): void => {
    follow(refreshed(list, listName(list.country, s)), 'reading')
  }
  const remove = ({ country }: EuListSummary): void => {
    const name = listName(country, s)
    follow(ask('remove-eu-list', { country }).then((): EuSaid => ({ is: 'removed', name })))
    // The button that had the focus goes with its list.
    heading.current?.focus()
  }

  return (
    <section aria-labelledby="eu-lists">
      <h2 id="eu-lists" ref={heading} tabIndex={-1}>
        {s.text('euListsTitle')}
      </h2>
      <p>{s.text('euListsWhat')}</p>
      <p class="secondary">{s.text('euListsRests')}</p>
      <NotHere asked={state} />
      {state.is === 'here' && (
        <>
          <label class="options-switch">
            <input
              type="checkbox"
              checked={state.answer.use}
              onChange={({ currentTarget: { checked: use } }) => {
                follow(ask('use-eu-lists', { use }).then(() => undefined))
              }}
            />
            {s.text('euListsUse')}
          </label>
          {!state.answer.use && <p class="secondary">{s.text('euListsOff')}</p>}
          {state.answer.use && state.answer.lists.length === 0 && (
            <p class="options-empty">{s.text('euListsNone')}</p>
          )}
          {inOrder(state.answer.lists).map((list) => (
            <EuListCard
              key={list.country}
              list={list}
              busy={busy}
              onRefresh={() => {
                refresh(list)
              }}
              onRemove={() => {
                remove(list)
              }}
            />
          ))}
        </>
      )}
      <EuListsSaid said={said} />
    </section>
  )
}

/** The list of lists first: the others rest on it. */
function inOrder(lists: EuListSummary[]): EuListSummary[] {
  const isFirst = ({ country }: EuListSummary) => country === 'EU'
  return [...lists.filter(isFirst), ...lists.filter((list) => !isFirst(list))]
}

/** The browser asks for the host within the click; where it is refused, the worker says so. */
async function refreshed({ country, host }: EuListSummary, name: string): Promise<EuSaid> {
  await requestAccess(originPattern(host)).catch(() => false)
  const result = await ask('refresh-eu-list', { country }, PATIENCE_MS)
  return { ...result, name }
}

import { useRef, useState } from 'preact/hooks'
import type { AddedList, TrustListSummary } from '../../platform/messages'
import { originPattern, requestAccess } from '../../platform/permissions'
import { useFocusBack } from '../../ui/focus-back'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'
import { useAsked } from '../asked'
import { NotHere } from '../not-here'
import { AddList, type Addition } from './add-list'
import { ListCard } from './list-card'
import { Outcome, type Said } from './outcome'

/** A list may be long and its host slow. */
const PATIENCE_MS = 45_000

/** Whom the user believes when it comes to who an issuer is: the lists, and how to add one. */
export function TrustedLists() {
  const { text } = useWording()
  const state = useAsked('trust-lists', {}, { on: ['lists-changed'] })
  const [said, setSaid] = useState<Said>()
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusBack(busy)

  const follow = (work: Promise<Said>, is: 'reading' | 'working' = 'reading'): void => {
    setBusy(true)
    setSaid({ is })
    void work
      .catch((): Said => ({ is: 'silent' }))
      .then(setSaid)
      .finally(() => {
        setBusy(false)
      })
  }
  const add = (addition: Addition): void => {
    if ('text' in addition) {
      follow(added(addition))
      return
    }
    const url = addressIn(addition.url)
    if (url === undefined) setSaid({ is: 'no-address', given: addition.url })
    else follow(added({ ...addition, url }))
  }
  const refresh = ({ id }: TrustListSummary): void => {
    follow(refreshed(id))
  }
  const remove = ({ id, name }: TrustListSummary): void => {
    follow(
      ask('remove-list', { id }).then((): Said => ({ is: 'removed', name })),
      'working',
    )
    // The button that had the focus goes with its list.
    heading.current?.focus()
  }

  return (
    <section aria-labelledby="trusted-lists">
      <h2 id="trusted-lists" ref={heading} tabIndex={-1}>
        {text('listsTitle')}
      </h2>
      <p>{text('listsWhat')}</p>
      <p class="secondary">{text('listsNonePreset')}</p>
      <NotHere asked={state} />
      {state.is === 'here' && state.answer.length === 0 && (
        <p class="options-empty">{text('listsEmpty')}</p>
      )}
      {state.is === 'here' &&
        state.answer.map((list) => (
          <ListCard
            list={list}
            busy={busy}
            onRefresh={() => {
              refresh(list)
            }}
            onRemove={() => {
              remove(list)
            }}
            key={list.id}
          />
        ))}
      <AddList busy={busy} onAdd={add} />
      <Outcome
        said={said}
        lists={state.is === 'here' ? state.answer : []}
        onAdd={add}
        busy={busy}
      />
    </section>
  )
}

/** The web address that was typed, also without its beginning. */
function addressIn(given: string): string | undefined {
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(given) ? given : `https://${given}`
  return /^https?:/i.test(url) && URL.canParse(url) ? url : undefined
}

async function added(addition: Addition): Promise<Said> {
  if ('text' in addition) return ask('add-list-text', addition, PATIENCE_MS)
  await leaveToAsk(addition.url)
  return ask('add-list-address', addition, PATIENCE_MS)
}

async function refreshed(id: string): Promise<Said> {
  await leaveToAsk(id)
  const result: AddedList | null = await ask('refresh-list', { id }, PATIENCE_MS)
  return result ?? { is: 'silent' }
}

/**
 * Browsers let their users withhold hosts. Called before anything is awaited, as the browser asks only
 * within the click; where it is refused, the worker says which permission is missing.
 */
async function leaveToAsk(address: string): Promise<void> {
  if (!URL.canParse(address)) return
  await requestAccess(originPattern(new URL(address).hostname)).catch(() => false)
}

import { useRef, useState } from 'preact/hooks'
import type { AddedOwnIdentity } from '../../platform/own-identity-shapes'
import { useFocusBack } from '../../ui/focus-back'
import { useWording } from '../../ui/wording-context'
import { ownProblemSentence, type Sentences } from '../../ui/wording'
import { ask } from '../ask'
import { useAsked } from '../asked'
import { NotHere } from '../not-here'
import { AddOwnIdentity, type Entered } from './add-own-identity'
import { OwnIdentityList } from './own-identity-list'

/** A slow hash for each identity that is there already, and the badges of every open page. */
const PATIENCE_MS = 60_000

/** What came of the last change. */
type Said =
  | { is: 'silent' | 'hashing' | 'working' | 'all-removed' | 'forgotten' }
  | { is: 'removed'; name: string }
  | AddedOwnIdentity

/** How badges name the user: what to tell their own badges by. */
export function OwnBadges() {
  const s = useWording()
  const state = useAsked('own-identities', {}, { on: ['own-changed'] })
  const [said, setSaid] = useState<Said>()
  const heading = useRef<HTMLHeadingElement>(null)
  const busy = said?.is === 'hashing' || said?.is === 'working'
  useFocusBack(busy)

  const follow = (work: Promise<Said>, is: 'hashing' | 'working'): Promise<Said> => {
    setSaid({ is })
    const done = work.catch((): Said => ({ is: 'silent' }))
    void done.then(setSaid)
    return done
  }
  const add = async (entered: Entered): Promise<boolean> => {
    const added = await follow(ask('add-own-identity', entered, PATIENCE_MS), 'hashing')
    return added.is === 'added' || added.is === 'known'
  }
  const change = (done: Promise<null>, result: Said): void => {
    void follow(
      done.then(() => result),
      'working',
    )
    // The button that had the focus goes with what it stood for.
    heading.current?.focus()
  }

  return (
    <section aria-labelledby="own-badges">
      <h2 id="own-badges" ref={heading} tabIndex={-1}>
        {s.text('ownTitle')}
      </h2>
      <p>{s.text('ownWhat')}</p>
      <p class="secondary">{s.text('ownKept')}</p>
      <NotHere asked={state} />
      {state.is === 'here' && (
        <>
          <OwnIdentityList
            identities={state.answer}
            onRemove={(id, name) => {
              change(ask('remove-own-identity', { id }), { is: 'removed', name })
            }}
            onRemoveAll={() => {
              change(ask('remove-own-identities', {}), { is: 'all-removed' })
            }}
            onForget={() => {
              change(ask('forget-own-identities', {}), { is: 'forgotten' })
            }}
          />
          <AddOwnIdentity busy={busy} onAdd={add} />
        </>
      )}
      <div role="status" class="options-said">
        {said !== undefined && (
          <p class={said.is === 'silent' || said.is === 'refused' ? 'options-failed' : ''}>
            {sentenceOf(said, s)}
          </p>
        )}
      </div>
    </section>
  )
}

function sentenceOf(said: Said, s: Sentences): string {
  switch (said.is) {
    case 'silent':
      return s.text('stateNoAnswer')
    case 'hashing':
      return s.text('ownAdding')
    case 'working':
      return s.text('stateLoading')
    case 'removed':
      return s.text('ownRemoved', said.name)
    case 'all-removed':
      return s.text('ownAllRemoved')
    case 'forgotten':
      return s.text('ownForgotten')
    case 'refused':
      return ownProblemSentence(said.why, s)
    case 'added':
      return said.found === 0 ? s.text('ownAdded') : s.count('ownAddedFound', said.found)
    case 'known':
      return said.found === 0 ? s.text('ownKnown') : s.count('ownKnownFound', said.found)
  }
}

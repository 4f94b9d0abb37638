import type { AddedList, TrustListSummary } from '../../platform/messages'
import { ForeignText } from '../../ui/foreign-text'
import { useWording } from '../../ui/wording-context'
import { listProblemSentence, reasonSentence } from '../../ui/wording'
import type { Addition } from './add-list'

/** What came of the last thing that was asked for. */
export type Said =
  | AddedList
  | { is: 'reading' | 'working' | 'silent' }
  | { is: 'removed'; name: string }
  | { is: 'no-address'; given: string }

interface OutcomeProps {
  said: Said | undefined
  lists: TrustListSummary[]
  busy: boolean
  onAdd: (addition: Addition) => void
}

/** Read out as it changes; what failed is named with the property and what was expected. */
export function Outcome({ said, lists, busy, onAdd }: OutcomeProps) {
  return (
    <>
      <div role="status" class="options-said">
        {said !== undefined && (
          <p class={isFailure(said) ? 'options-failed' : ''}>
            <Sentence said={said} lists={lists} />
          </p>
        )}
      </div>
      {said?.is === 'registries' && <Registries said={said} busy={busy} onAdd={onAdd} />}
    </>
  )
}

function Sentence({ said, lists }: { said: Said; lists: TrustListSummary[] }) {
  const s = useWording()
  switch (said.is) {
    case 'reading':
      return <>{s.text('listsWorking')}</>
    case 'working':
      return <>{s.text('stateLoading')}</>
    case 'silent':
      return <>{s.text('stateNoAnswer')}</>
    case 'removed':
      return <>{s.text('listsRemoved', said.name)}</>
    case 'no-address':
      return <>{said.given === '' ? s.text('holderEmpty') : s.text('policyAddress', said.given)}</>
    case 'added': {
      const list = lists.find(({ id }) => id === said.id)
      return <>{list && s.count('listsAdded', list.issuers, list.name)}</>
    }
    case 'withdrawn':
      return <>{s.text('listsWithdrawn')}</>
    case 'registries':
      return <>{s.text('listsRegistries')}</>
    case 'unreadable':
      return <>{`${s.text('listsNotAdded')} ${listProblemSentence(said.problem, s)}`}</>
    case 'not-obtained':
      return (
        <>{`${s.text('listsNotAdded')} ${reasonSentence(said.reason, s.translate, s.locale)}`}</>
      )
  }
}

function isFailure({ is }: Said): boolean {
  return ['silent', 'unreadable', 'not-obtained', 'no-address'].includes(is)
}

interface RegistriesProps {
  said: Extract<Said, { is: 'registries' }>
  busy: boolean
  onAdd: (addition: Addition) => void
}

/** Lists that a file names: each is added by a click of its own, or said to be of no use here. */
function Registries({ said: { registries, problems }, busy, onAdd }: RegistriesProps) {
  const s = useWording()
  return (
    <ul class="options-registries">
      {registries.map(({ name, type, url }, index) => (
        <li key={index}>
          <span>
            <ForeignText text={name} />
            <bdi class="options-source">{url}</bdi>
          </span>
          {url === undefined ? (
            <span class="small secondary">{s.text('listsTypeNotSupported', type)}</span>
          ) : (
            <button
              type="button"
              class="button"
              disabled={busy}
              aria-label={s.text('listsAddNamed', name)}
              onClick={() => {
                onAdd({ url, name })
              }}
            >
              {s.text('listsAdd')}
            </button>
          )}
        </li>
      ))}
      {problems.map((problem, index) => (
        <li class="small secondary" key={`problem ${index}`}>
          {listProblemSentence(problem, s)}
        </li>
      ))}
    </ul>
  )
}

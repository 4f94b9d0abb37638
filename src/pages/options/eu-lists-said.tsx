import type { RefreshedEuList } from '../../platform/eu-list-shapes'
import { useWording } from '../../ui/wording-context'
import { reasonSentence, type Sentences } from '../../ui/wording'

/** What came of the last thing that was asked for; `name`: of the list. */
export type EuSaid =
  | { is: 'reading' | 'working' }
  | { is: 'silent' }
  | { is: 'removed'; name: string }
  | (RefreshedEuList & { name: string })

/** Read out as it changes. */
export function EuListsSaid({ said }: { said: EuSaid | undefined }) {
  const s = useWording()
  return (
    <div role="status" class="options-said">
      {said !== undefined && (
        <p class={SUCCESSES.includes(said.is) ? '' : 'options-failed'}>{sentenceOf(said, s)}</p>
      )}
    </div>
  )
}

const SUCCESSES: EuSaid['is'][] = ['reading', 'working', 'removed', 'refreshed']

function sentenceOf(said: EuSaid, s: Sentences): string {
  switch (said.is) {
    case 'reading':
      return s.text('listsWorking')
    case 'working':
      return s.text('stateLoading')
    case 'silent':
      return s.text('stateNoAnswer')
    case 'removed':
      return s.text('euListsRemoved', said.name)
    case 'refreshed':
      return s.text('euListsRefreshed', said.name)
    case 'gone':
      return s.text('euListsGone', said.name)
    case 'not-asked':
      return s.text('euListsNotAsked', said.host)
    case 'not-obtained': {
      const why = said.reason && reasonSentence(said.reason, s.translate, s.locale)
      return [s.text('euListsNotObtained', said.host), why ?? ''].join(' ').trim()
    }
    case 'malformed':
      return s.text('euListsMalformed', said.host, said.expected)
    case 'not-signed':
      return s.text('euListsNotSigned', said.host)
    case 'older':
      return s.text('euListsOlder', said.host)
  }
}

import type { EuListSummary } from '../../platform/eu-list-shapes'
import { FactsTable, type Fact } from '../../ui/facts-table'
import { ForeignText } from '../../ui/foreign-text'
import { useWording } from '../../ui/wording-context'
import { listCountry, type Sentences } from '../../ui/wording'

interface EuListCardProps {
  list: EuListSummary
  busy: boolean
  onRefresh: () => void
  onRemove: () => void
}

/** One kept list: how old it is, until when it holds, and by whose signature. */
export function EuListCard({ list, busy, onRefresh, onRemove }: EuListCardProps) {
  const s = useWording()
  const name = listName(list.country, s)
  return (
    <article class="options-list" data-eu-list={list.country}>
      <h3>{name}</h3>
      <FactsTable facts={factsOf(list, s)} />
      <div class="options-actions">
        <button
          type="button"
          class="button"
          disabled={busy}
          aria-label={s.text('listsRefreshNamed', name)}
          onClick={onRefresh}
        >
          {s.text('listsRefresh')}
        </button>
        <button
          type="button"
          class="button"
          disabled={busy}
          aria-label={s.text('listsRemoveNamed', name)}
          onClick={onRemove}
        >
          {s.text('listsRemove')}
        </button>
      </div>
    </article>
  )
}

/** @param country as lists name it: `EL` is Greece, and `EU` the list of lists */
export function listName(country: string, s: Sentences): string {
  if (country === 'EU') return s.text('euListsOfLists')
  return listCountry(country, s)
}

function factsOf(list: EuListSummary, s: Sentences): Fact[] {
  const { country, host, issued, retrieved, count } = list
  const isOfLists = country === 'EU'
  return [
    { key: 'host', label: s.text('euListsHost'), value: <ForeignText text={host} /> },
    { key: 'issued', label: s.text('euListsIssued'), value: s.date(issued) },
    { key: 'next', label: s.text('euListsNextUpdate'), value: nextUpdateOf(list, s) },
    { key: 'retrieved', label: s.text('listsRetrieved'), value: s.moment(retrieved) },
    {
      ...{ key: 'count', label: s.text(isOfLists ? 'euListsCountries' : 'euListsServices') },
      value: new Intl.NumberFormat(s.locale).format(count),
    },
    {
      ...{ key: 'signature', label: s.text('euListsSignature') },
      value: s.text(isOfLists ? 'euListsSignedByItself' : 'euListsSignedAsNamed'),
    },
  ]
}

function nextUpdateOf({ nextUpdate, isOverdue }: EuListSummary, s: Sentences): string {
  if (nextUpdate === undefined) return s.text('euListsClosed')
  const date = s.date(nextUpdate)
  return isOverdue ? s.text('euListsOverdue', date) : date
}

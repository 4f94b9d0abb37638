import type { TrustListSummary } from '../../platform/messages'
import { Disclosure } from '../../ui/disclosure'
import { FactsTable, type Fact } from '../../ui/facts-table'
import { ForeignText } from '../../ui/foreign-text'
import { SafeLink } from '../../ui/safe-link'
import { useWording } from '../../ui/wording-context'
import { listProblemSentence, type Sentences } from '../../ui/wording'

interface ListCardProps {
  list: TrustListSummary
  busy: boolean
  onRefresh: () => void
  onRemove: () => void
}

/** One list: who says it, where it comes from, for whom it vouches, and what of it was not read. */
export function ListCard({ list, busy, onRefresh, onRemove }: ListCardProps) {
  const s = useWording()
  return (
    <article class="options-list" data-list={list.id}>
      <h3>
        <ForeignText text={list.name} />
      </h3>
      {list.byOrganisation === true && (
        <p class="small secondary">{s.text('listsByOrganisation')}</p>
      )}
      <FactsTable facts={factsOf(list, s)} />
      {list.problemCount > 0 && <Problems list={list} />}
      {list.issuers > 0 && <Issuers list={list} />}
      <div class="options-actions">
        {list.fromAddress && (
          <button
            type="button"
            class="button"
            disabled={busy}
            aria-label={s.text('listsRefreshNamed', list.name)}
            onClick={onRefresh}
          >
            {s.text('listsRefresh')}
          </button>
        )}
        {list.byOrganisation !== true && (
          <button
            type="button"
            class="button"
            disabled={busy}
            aria-label={s.text('listsRemoveNamed', list.name)}
            onClick={onRemove}
          >
            {s.text('listsRemove')}
          </button>
        )}
      </div>
    </article>
  )
}

function factsOf(list: TrustListSummary, s: Sentences): Fact[] {
  const { publisher, updated, retrieved, licence, url } = list
  const fact = (key: string, label: string, value: Fact['value'] | undefined): Fact[] =>
    value === undefined ? [] : [{ key, label, value }]
  return [
    ...fact('publisher', s.text('listsPublisher'), publisher && <ForeignText text={publisher} />),
    ...fact('source', s.text('listsSource'), sourceOf(list, s)),
    ...fact(
      'url',
      s.text('listsSays'),
      url === undefined || url === list.id ? undefined : <SafeLink url={url} unverified />,
    ),
    ...fact('updated', s.text('listsUpdated'), updated && s.date(updated)),
    ...fact('retrieved', s.text('listsRetrieved'), retrieved && s.moment(retrieved)),
    ...fact('vouches', s.text('listsVouches'), vouchesFor(list, s)),
    ...fact('licence', s.text('listsLicence'), licence && <ForeignText text={licence} />),
  ]
}

function sourceOf({ id, fromAddress }: TrustListSummary, s: Sentences): Fact['value'] {
  return fromAddress ? <SafeLink url={id} /> : s.text('listsFromFile')
}

function vouchesFor({ issuers, ended, scoped }: TrustListSummary, s: Sentences): string {
  const sentences = [s.count('listsIssuers', issuers)]
  if (scoped > 0) sentences.push(s.text('listsScoped', scoped))
  if (ended > 0) sentences.push(s.text('listsEnded', ended))
  return sentences.join(' ')
}

function Problems({ list: { problems, problemCount, entries } }: { list: TrustListSummary }) {
  const s = useWording()
  return (
    <Disclosure summary={s.text('listsNotRead', problemCount, entries)}>
      {() => (
        <ul class="options-problems">
          {problems.map((problem, index) => (
            <li key={index}>{listProblemSentence(problem, s)}</li>
          ))}
          {problemCount > problems.length && (
            <li>{s.text('listMore', problemCount - problems.length)}</li>
          )}
        </ul>
      )}
    </Disclosure>
  )
}

function Issuers({ list: { shownIssuers, issuers } }: { list: TrustListSummary }) {
  const s = useWording()
  return (
    <Disclosure summary={s.text('listsShowIssuers')}>
      {() => (
        <ul class="options-issuers">
          {shownIssuers.map(({ id, name }, index) => (
            <li key={index}>
              <ForeignText text={name} />
              <bdi class="options-source">{id}</bdi>
            </li>
          ))}
          {issuers > shownIssuers.length && (
            <li>{s.text('listMore', issuers - shownIssuers.length)}</li>
          )}
        </ul>
      )}
    </Disclosure>
  )
}

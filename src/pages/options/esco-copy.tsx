import type { EscoIndexInfo } from '../../platform/esco-shapes'
import { FactsTable, type Fact } from '../../ui/facts-table'
import { ForeignText } from '../../ui/foreign-text'
import { useWording } from '../../ui/wording-context'
import { nameOfCode, type Sentences } from '../../ui/wording'

interface EscoCopyProps {
  index: EscoIndexInfo | undefined
  onRemove: () => void
}

/** What the copy on this machine is, or that there is none. */
export function EscoCopy({ index, onRemove }: EscoCopyProps) {
  const s = useWording()
  if (!index) return <p class="options-empty">{s.text('escoOfflineNone')}</p>
  return (
    <article class="options-list" data-esco={index.version}>
      <h3>{s.text('escoOfflineHere')}</h3>
      <FactsTable facts={factsOf(index, s)} />
      <div class="options-actions">
        <button
          type="button"
          class="button"
          aria-label={s.text('escoOfflineRemoveNamed')}
          onClick={onRemove}
        >
          {s.text('listsRemove')}
        </button>
      </div>
    </article>
  )
}

function factsOf({ version, language, made, from, concepts }: EscoIndexInfo, s: Sentences): Fact[] {
  const source = from === 'api' ? 'escoOfflineFromApi' : 'escoOfflineFromCsv'
  return [
    {
      ...{ key: 'version', label: s.text('escoOfflineVersion') },
      value: version === '' ? s.text('escoOfflineVersionUnsaid') : <ForeignText text={version} />,
    },
    { key: 'made', label: s.text('escoOfflineMade'), value: s.moment(made) },
    { key: 'from', label: s.text('escoOfflineFrom'), value: s.text(source) },
    {
      ...{ key: 'concepts', label: s.text('escoOfflineConcepts') },
      value: new Intl.NumberFormat(s.locale).format(concepts),
    },
    {
      ...{ key: 'language', label: s.text('escoOfflineLanguage') },
      value: nameOfCode('language', language, s.locale),
    },
  ]
}

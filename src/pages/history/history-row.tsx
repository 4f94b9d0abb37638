import type { ShownLine } from '../../platform/history-shapes'
import type { BadgeSummary } from '../../platform/messages'
import { BadgeRow } from '../../ui/badge-row'
import { useWording } from '../../ui/wording-context'
import { badgeName, chipOf, type Sentences } from '../../ui/wording'
import { WatchPart, type WatchPartProps } from './watch-part'

/** Characters of one earlier verdict. */
const LONGEST_EARLIER = 80

interface HistoryRowProps {
  line: ShownLine
  onOpen: () => void
  /** @param name as the row shows it */
  onRemove: (name: string) => void
  onOrder: WatchPartProps['onOrder']
}

/** One badge of the history: when and where it was met, and what was found before. */
export function HistoryRow({ line, onOpen, onRemove, onOrder }: HistoryRowProps) {
  const s = useWording()
  const badge = summaryOf(line)
  const name = badgeName(badge, s)
  return (
    <BadgeRow badge={badge} onOpen={onOpen}>
      <p class="badge-row-meta">{metIn(line, s)}</p>
      {line.earlier.length > 0 && <p class="badge-row-meta">{earlierOf(line, s)}</p>}
      <WatchPart line={line} name={name} onOrder={onOrder} />
      <p class="history-actions">
        <button
          type="button"
          class="link"
          data-remove
          aria-label={s.text('ownRemoveNamed', name)}
          onClick={() => {
            onRemove(name)
          }}
        >
          {s.text('listsRemove')}
        </button>
      </p>
    </BadgeRow>
  )
}

export function summaryOf({ id, facts, thumbnail, checkedAt }: ShownLine): BadgeSummary {
  return {
    ...{ id, kind: 'file', url: '', state: 'done', hosts: [], checkedAt },
    ...facts,
    ...(thumbnail !== undefined && { thumbnail }),
  }
}

function metIn({ host, checkedAt }: ShownLine, s: Sentences): string {
  const date = { composed: s.moment(checkedAt) }
  return host === '' ? s.text('historyMetFile', date) : s.text('historyMetOn', date, host)
}

/** By the words that a row showed then. */
function earlierOf({ earlier, facts: { issuer } }: ShownLine, s: Sentences): string {
  const verdicts = earlier.map(({ verdict, reason, checkedAt }) => {
    const { textKey } = chipOf({ verdict, reasons: [reason], issuer })
    return s.text('historyEarlierOne', { composed: s.text(textKey) }, s.date(checkedAt))
  })
  return s.text('historyEarlier', s.list(verdicts, LONGEST_EARLIER))
}

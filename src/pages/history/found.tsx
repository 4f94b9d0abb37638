import { useEffect, useRef } from 'preact/hooks'
import type { HistoryList, ShownLine } from '../../platform/history-shapes'
import { REPORT_PAGE } from '../../platform/own-pages'
import { useWording } from '../../ui/wording-context'
import { ListSearch } from '../application/list-search'
import { NothingFound } from '../application/nothing-found'
import { VerdictFilter } from '../application/verdict-filter'
import { openPage } from '../tab'
import { addressOfReport } from '../verify/address'
import { HistoryRow } from './history-row'
import type { Wishes } from './use-wanted'
import type { WatchPartProps } from './watch-part'

interface FoundProps {
  list: HistoryList
  wanted: Wishes
  onRemove: (line: ShownLine, name: string) => void
  onOrder: WatchPartProps['onOrder']
}

/** Search, filter, and what they leave of the history, newest first. */
export function Found({ list, wanted, onRemove, onOrder }: FoundProps) {
  const { count } = useWording()
  return (
    <>
      <ListSearch label="historySearch" typed={wanted.search} onType={wanted.type} />
      <div class="list-bar">
        <p class="secondary" role="status" data-found={list.found}>
          {count('searchCount', list.found)}
        </p>
        <VerdictFilter counts={list.counts} wanted={wanted.groups} onChange={wanted.filter} />
      </div>
      {list.lines.length === 0 ? (
        <NothingFound onShowAll={wanted.clear} />
      ) : (
        <Rows list={list} onMore={wanted.more} onRemove={onRemove} onOrder={onOrder} />
      )}
    </>
  )
}

interface RowsProps extends Pick<FoundProps, 'list' | 'onRemove' | 'onOrder'> {
  onMore: () => void
}

function Rows({ list, onMore, onRemove, onOrder }: RowsProps) {
  const { text } = useWording()
  const rows = useRef<HTMLUListElement>(null)
  /** How many there were when more were asked for. */
  const before = useRef<number | undefined>(undefined)
  const { lines, found } = list
  useEffect(() => {
    if (before.current === undefined || lines.length <= before.current) return
    // The button may be gone, and what it brought is where one reads on.
    rows.current?.querySelectorAll<HTMLElement>('.badge-row-open')[before.current]?.focus()
    before.current = undefined
  }, [lines.length])
  return (
    <>
      <ul class="list" ref={rows} aria-label={text('historyTitle')}>
        {lines.map((line) => (
          <HistoryRow
            line={line}
            key={line.id}
            onOpen={() => {
              openPage(REPORT_PAGE + addressOfReport(line.id))
            }}
            onOrder={onOrder}
            onRemove={(name) => {
              onRemove(line, name)
            }}
          />
        ))}
      </ul>
      {lines.length < found && (
        <p class="history-more">
          <button
            type="button"
            class="button"
            onClick={() => {
              before.current = lines.length
              onMore()
            }}
          >
            {text('historyMore')}
          </button>
        </p>
      )}
    </>
  )
}

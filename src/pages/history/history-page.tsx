import { useRef, useState } from 'preact/hooks'
import type { ExportedPart, ShownLine } from '../../platform/history-shapes'
import type { WatchAnswer } from '../../platform/watch-shapes'
import { saveFile } from '../../ui/save-file'
import type { MessageKey, Sentences } from '../../ui/wording'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'
import { useHistoryState } from '../history-state'
import { Loading } from '../loading'
import { usePageTitle } from '../page-title'
import { Silent } from '../silent'
import { WidePage } from '../wide-page'
import { DeleteAll } from './delete-all'
import { historyFile } from './export-history'
import { Found } from './found'
import { Nothing } from './nothing'
import { useHistoryList } from './use-history-list'
import { useWanted } from './use-wanted'
import { outcomesSentence, watchEach, type ToWatch } from './watch-many'
import { WatchNews } from './watch-news'
import { WatchNotices } from './watch-notices'
import type { WatchOrder } from './watch-part'
import { WatchYours } from './watch-yours'
import '../application/badge-list.css'
import './history.css'

/** Thousands of reports are read or removed. */
const PATIENCE_MS = 60_000

/** What was verified while the history was on. */
export function HistoryPage() {
  const s = useWording()
  const shown = useHistoryState()
  const wanted = useWanted()
  const { list, silent, again } = useHistoryList(wanted)
  const [said, setSaid] = useState<string>()
  const [asking, setAsking] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  usePageTitle('historyTitle')

  const follow = <Answer,>(work: Promise<Answer>, done: (answer: Answer) => string): void => {
    setSaid(s.text('stateLoading'))
    work.then(
      (answer) => {
        setSaid(done(answer))
      },
      () => {
        setSaid(s.text('stateNoAnswer'))
      },
    )
  }
  const remove = ({ id }: ShownLine, name: string): void => {
    follow(ask('remove-history-entry', { id }), () => s.text('ownRemoved', name))
    // The button that has the focus goes with its row.
    heading.current?.focus()
  }
  const removeAll = (): void => {
    setAsking(false)
    follow(ask('remove-history', {}, PATIENCE_MS), () => s.text('historyDeleted'))
    heading.current?.focus()
  }
  const order = ({ type, params }: WatchOrder, name: string): void => {
    follow(ask(type, params), (answer) => saidOf(type, answer, name, s))
    // What was pressed may go with what it stood for.
    heading.current?.focus()
  }
  const watchAll = (badges: readonly ToWatch[]): void => {
    const watching = watchEach(badges, ({ id, hosts }) => ask('watch-badge', { id, hosts }))
    follow(watching, (outcomes) => outcomesSentence(outcomes, s))
    heading.current?.focus()
  }
  const exportAll = (): void => {
    follow(saveHistory(), (count) => s.count('historyExported', count))
  }

  const isOff = shown.is === 'here' && !shown.answer.inUse
  const kept = list?.kept ?? 0
  return (
    <WidePage>
      <div class="history-head">
        <h1 ref={heading} tabIndex={-1}>
          {s.text('historyTitle')}
        </h1>
        {kept > 0 && <p class="secondary">{s.text('historyLead')}</p>}
        {kept > 0 && isOff && <p class="history-off">{s.text('historyIsOffStill')}</p>}
      </div>
      <div role="status" class="history-said">
        {said}
      </div>
      {kept > 0 && !asking && (
        <div class="history-tools">
          <button type="button" class="button" data-tool="export" onClick={exportAll}>
            {s.text('historyExport')}
          </button>
          <button
            type="button"
            class="button"
            data-tool="delete"
            onClick={() => {
              setAsking(true)
            }}
          >
            {s.text('keptHistoryRemove')}
          </button>
        </div>
      )}
      {kept > 0 && asking && (
        <DeleteAll
          kept={kept}
          onDelete={removeAll}
          onCancel={() => {
            setAsking(false)
            heading.current?.focus()
          }}
        />
      )}
      {silent && <Silent onAgain={again} />}
      {!silent && list === undefined && <Loading />}
      {list && kept === 0 && shown.is === 'here' && <Nothing isOff={isOff} />}
      {list && <WatchNews news={list.news} onOrder={order} />}
      {shown.is === 'here' && shown.answer.watched > 0 && <WatchNotices />}
      {list && kept > 0 && <WatchYours lines={list.lines} onWatch={watchAll} />}
      {list && kept > 0 && <Found list={list} wanted={wanted} onRemove={remove} onOrder={order} />}
    </WidePage>
  )
}

const REFUSED: Partial<Record<WatchAnswer, MessageKey>> = {
  changed: 'watchHostsChanged',
  'too-many': 'watchTooMany',
  gone: 'watchGone',
}

/** '' where the row says it. */
function saidOf(type: WatchOrder['type'], answer: unknown, name: string, s: Sentences): string {
  if (type === 'unwatch-badge') return s.text('watchEnded', name)
  const refused = type === 'watch-badge' ? REFUSED[answer as WatchAnswer] : undefined
  return refused === undefined ? '' : s.text(refused)
}

/** @returns how many badges are in the file */
async function saveHistory(): Promise<number> {
  const part = (before: number | undefined): Promise<ExportedPart> =>
    ask('history-export', before === undefined ? {} : { before }, PATIENCE_MS)
  const { blob, name, count } = await historyFile(part, new Date())
  saveFile(blob, name)
  return count
}

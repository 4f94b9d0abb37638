import type { HistoryRequests } from '../../platform/history-messages'
import type { ShownLine } from '../../platform/history-shapes'
import { useWording } from '../../ui/wording-context'
import { watchSentence, type Composed, type Sentences } from '../../ui/wording'
import { useAsking, YesOrNo } from './yes-or-no'

/** What can be asked of the worker about a watch. */
export type WatchOrder = {
  [Name in 'watch-badge' | 'unwatch-badge' | 'allow-watch-host' | 'watch-seen']: {
    type: Name
    params: HistoryRequests[Name]['params']
  }
}['watch-badge' | 'unwatch-badge' | 'allow-watch-host' | 'watch-seen']

export interface WatchPartProps {
  line: ShownLine
  /** As the row shows it. */
  name: string
  onOrder: (order: WatchOrder, name: string) => void
}

/** Whether a badge is watched and what came of it, or the way to have it watched. */
export function WatchPart(props: WatchPartProps) {
  if (props.line.watch) return <Watched {...props} />
  return props.line.isWatchable ? <NotWatched {...props} /> : null
}

function Watched({ line: { id, watch, facts }, name, onOrder }: WatchPartProps) {
  const s = useWording()
  if (!watch) return null
  return (
    <div class="history-watch" data-watch={watch.state}>
      <p class="badge-row-meta">
        {watch.hosts.length === 0
          ? s.text('watchIsNobody')
          : s.text('watchIs', wholeHosts(watch.hosts, s))}
      </p>
      {watch.state !== 'holds' && (
        <p class="badge-row-meta">{watchSentence({ ...watch, name: facts.name }, s)}</p>
      )}
      <p class="history-actions">
        {watch.newHosts.map((host) => (
          <button
            type="button"
            class="link"
            key={host}
            onClick={() => {
              onOrder({ type: 'allow-watch-host', params: { id, host } }, name)
            }}
          >
            {s.text('watchAllowHost', wholeHosts([host], s))}
          </button>
        ))}
        <button
          type="button"
          class="link"
          data-unwatch
          aria-label={s.text('watchEndNamed', name)}
          onClick={() => {
            onOrder({ type: 'unwatch-badge', params: { id } }, name)
          }}
        >
          {s.text('watchEnd')}
        </button>
      </p>
    </div>
  )
}

/** Names the hosts first: who says yes lets them be asked once a day. */
function NotWatched({ line, name, onOrder }: WatchPartProps) {
  const { text } = useWording()
  const { asking, begin, end, opener } = useAsking()
  if (asking)
    return (
      <WatchQuestion
        name={name}
        hosts={line.hosts}
        onAnswer={(agrees) => {
          end(agrees)
          const params = { id: line.id, hosts: line.hosts }
          if (agrees) onOrder({ type: 'watch-badge', params }, name)
        }}
      />
    )
  return (
    <p class="history-actions">
      <button type="button" class="link" data-watch-start ref={opener} onClick={begin}>
        {text('watchStart')}
      </button>
    </p>
  )
}

interface WatchQuestionProps {
  name: string
  hosts: readonly string[]
  onAnswer: (agrees: boolean) => void
}

export function WatchQuestion({ name, hosts, onAnswer }: WatchQuestionProps) {
  const s = useWording()
  return (
    <YesOrNo
      label={s.text('watchStartNamed', name)}
      question={
        hosts.length === 0 ? s.text('watchAskNobody') : s.text('watchAsk', wholeHosts(hosts, s))
      }
      yes="watchAgree"
      no="watchDecline"
      onAnswer={onAnswer}
    />
  )
}

/** Characters of a host name at most (RFC 1035, section 2.3.4). */
const LONGEST_HOST = 255

/** All of them, to their ends: nobody agrees to "and 3 more", or to a name whose deciding part is cut off. */
export function wholeHosts(hosts: readonly string[], s: Sentences): Composed {
  const whole = hosts.map((host) => s.list([host], LONGEST_HOST).composed)
  return { composed: new Intl.ListFormat(s.locale, { type: 'conjunction' }).format(whole) }
}

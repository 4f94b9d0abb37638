import type { ShownLine } from '../../platform/history-shapes'
import { useWording } from '../../ui/wording-context'
import { badgeName, watchSentence } from '../../ui/wording'
import { summaryOf } from './history-row'
import type { WatchOrder } from './watch-part'

interface WatchNewsProps {
  news: readonly ShownLine[]
  onOrder: (order: WatchOrder, name: string) => void
}

/** What has changed of watched badges since the user has last said that it was seen. */
export function WatchNews({ news, onOrder }: WatchNewsProps) {
  const s = useWording()
  if (news.length === 0) return null
  return (
    <section class="history-news" aria-labelledby="watch-news">
      <h2 id="watch-news">{s.text('watchNews')}</h2>
      <ul>
        {news.map((line) => {
          const { id, watch, facts } = line
          const name = badgeName(summaryOf(line), s)
          const at = watch?.changes[0]?.at
          return (
            watch && (
              <li key={id} data-news={watch.state}>
                <p>{watchSentence({ ...watch, name: facts.name }, s)}</p>
                {at !== undefined && (
                  <p class="badge-row-meta">{s.text('watchNewsAt', { composed: s.moment(at) })}</p>
                )}
                <button
                  type="button"
                  class="link"
                  aria-label={s.text('watchSeenNamed', name)}
                  onClick={() => {
                    onOrder({ type: 'watch-seen', params: { id } }, name)
                  }}
                >
                  {s.text('watchSeen')}
                </button>
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}

import { useState } from 'preact/hooks'
import type { ShownLine } from '../../platform/history-shapes'
import { useWording } from '../../ui/wording-context'
import { badgeName } from '../../ui/wording'
import { summaryOf } from './history-row'
import { useOwnLines } from './use-own-lines'
import type { ToWatch } from './watch-many'
import { wholeHosts } from './watch-part'
import { useAsking, YesOrNo } from './yes-or-no'

/** Characters of a badge's name in the question, and how many are named; of more it says how many. */
const LONGEST_NAME = 60
const MOST_NAMED = 20

interface WatchYoursProps {
  lines: readonly ShownLine[]
  onWatch: (badges: readonly ToWatch[]) => void
}

/** Has all badges of the list that are the user's own watched at once, where some are not yet. */
export function WatchYours({ lines, onWatch }: WatchYoursProps) {
  const { count } = useWording()
  const own = useOwnLines(lines)
  const { asking, begin, end, opener } = useAsking()
  // The list may change while the question stands: what is agreed to is what was asked.
  const [asked, setAsked] = useState<readonly ShownLine[]>([])
  if (asking)
    return (
      <div class="history-yours">
        <WatchYoursQuestion
          lines={asked}
          onAnswer={(agrees) => {
            end(agrees)
            if (agrees) onWatch(asked)
          }}
        />
      </div>
    )
  if (own.length === 0) return null
  return (
    <p class="history-tools">
      <button
        type="button"
        class="button"
        data-watch-yours
        ref={opener}
        onClick={() => {
          setAsked(own)
          begin()
        }}
      >
        {count('watchYours', own.length)}
      </button>
    </p>
  )
}

interface WatchYoursQuestionProps {
  lines: readonly ShownLine[]
  onAnswer: (agrees: boolean) => void
}

/** Names every host that any of them would ask, and the badges. */
export function WatchYoursQuestion({ lines, onAnswer }: WatchYoursQuestionProps) {
  const s = useWording()
  const hosts = [...new Set(lines.flatMap((line) => line.hosts))]
  const names = lines.map((line) => badgeName(summaryOf(line), s))
  const isOne = lines.length === 1
  return (
    <YesOrNo
      label={s.count('watchYours', lines.length)}
      question={
        hosts.length === 0
          ? s.count('watchYoursAskNobody', lines.length)
          : s.count('watchYoursAsk', lines.length, wholeHosts(hosts, s))
      }
      yes={isOne ? 'watchAgree' : 'watchYoursAgree'}
      no={isOne ? 'watchDecline' : 'watchYoursDecline'}
      onAnswer={onAnswer}
    >
      <p class="history-named">{s.list(names, LONGEST_NAME, MOST_NAMED).composed}</p>
    </YesOrNo>
  )
}

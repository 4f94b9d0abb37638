import type { BadgeSummary } from '../../platform/messages'
import type { Verdict } from '../../verifier/report'
import { VerdictShape } from '../../ui/verdict-shape'
import { useWording } from '../../ui/wording-context'
import type { MessageKey } from '../../ui/wording'

/** What a filter chip stands for: a verdict, or what has none yet. */
export type Group = Verdict | 'found'

export function groupOf({ state, verdict }: BadgeSummary): Group {
  return state === 'done' && verdict !== undefined ? verdict : 'found'
}

export function countsOf(badges: readonly BadgeSummary[]): Partial<Record<Group, number>> {
  const counts: Partial<Record<Group, number>> = {}
  for (const group of badges.map(groupOf)) counts[group] = (counts[group] ?? 0) + 1
  return counts
}

const GROUPS: [Group, MessageKey][] = [
  ['trusted', 'filterTrusted'],
  ['authentic', 'filterAuthentic'],
  ['attention', 'filterAttention'],
  ['invalid', 'filterInvalid'],
  ['unverifiable', 'filterUnverifiable'],
  ['found', 'filterFound'],
  ['none', 'filterNone'],
]

interface VerdictFilterProps {
  counts: Readonly<Partial<Record<Group, number>>>
  wanted: ReadonlySet<Group>
  onChange: (wanted: ReadonlySet<Group>) => void
}

/** Counts by verdict; each is a switch that leaves only its own in the list. */
export function VerdictFilter({ counts, wanted, onChange }: VerdictFilterProps) {
  const { text } = useWording()
  const count = (group: Group): number => counts[group] ?? 0
  const shown = GROUPS.filter(([group]) => count(group) > 0 || wanted.has(group))
  if (shown.length < 2 && wanted.size === 0) return null
  const toggle = (group: Group): void => {
    onChange(new Set(wanted.has(group) ? minus(wanted, group) : [...wanted, group]))
  }
  return (
    <div class="filter" role="group" aria-label={text('filterLabel')}>
      {shown.map(([group, key]) => (
        <button
          type="button"
          class={`chip filter-chip look-${group}`}
          key={group}
          data-group={group}
          aria-pressed={wanted.has(group)}
          aria-label={text(key, count(group))}
          title={text(key, count(group))}
          onClick={() => {
            toggle(group)
          }}
        >
          <VerdictShape look={group} />
          {count(group)}
        </button>
      ))}
    </div>
  )
}

function minus(groups: ReadonlySet<Group>, group: Group): Group[] {
  return [...groups].filter((other) => other !== group)
}

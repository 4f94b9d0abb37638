import { useState } from 'preact/hooks'
import type { Verdict } from '../../verifier/report'
import type { Group } from '../application/verdict-filter'
import type { Wanted } from './use-history-list'

/** Rows that are shown at first, and that come with each "Show more". */
const ROWS = 50
/** As many as the worker gives at once. */
const MOST_ROWS = 5_000

export interface Wishes extends Wanted {
  groups: ReadonlySet<Group>
  type: (search: string) => void
  filter: (groups: ReadonlySet<Group>) => void
  more: () => void
  /** Shows all again. */
  clear: () => void
}

/** What of the history the user wants to see; another wish begins at the top. */
export function useWanted(): Wishes {
  const [search, setSearch] = useState('')
  const [groups, setGroups] = useState<ReadonlySet<Group>>(new Set())
  const [most, setMost] = useState(ROWS)
  const type = (typed: string): void => {
    setSearch(typed)
    setMost(ROWS)
  }
  const filter = (wanted: ReadonlySet<Group>): void => {
    setGroups(wanted)
    setMost(ROWS)
  }
  return {
    ...{ search, groups, most, type, filter },
    verdicts: [...groups].filter((group): group is Verdict => group !== 'found'),
    more: () => {
      setMost((before) => Math.min(before + ROWS, MOST_ROWS))
    },
    clear: () => {
      type('')
      filter(new Set())
    },
  }
}

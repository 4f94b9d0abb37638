import { useEffect, useRef, useState } from 'preact/hooks'
import type { ShownLine } from '../../platform/history-shapes'
import { ask } from '../ask'
import { useChanges } from '../changes'

/** Slow hashes. */
const PATIENCE_MS = 60_000

/** Of these badges those that are the user's own, and could be watched and are not. Empty: nobody can say. */
export function useOwnLines(lines: readonly ShownLine[]): ShownLine[] {
  const changes = useChanges('own-changed')
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set())
  /** What was answered since the user's identities changed last. */
  const answers = useRef({ changes, isOwn: new Map<string, boolean>() })
  const ids = lines.filter(mayBeWatched).map(({ id }) => id)
  useEffect(() => {
    let wanted = true
    if (answers.current.changes !== changes) {
      answers.current = { changes, isOwn: new Map() }
      setOwn(new Set())
    }
    const { isOwn } = answers.current
    const look = async (): Promise<void> => {
      if (ids.length === 0 || (await ask('own-identities', {})).length === 0) return
      for (const id of ids) {
        if (!wanted) return
        if (isOwn.has(id)) continue
        const finding = await ask('own-badge', { reportId: id }, PATIENCE_MS)
        isOwn.set(id, finding?.is === 'yours')
      }
      if (wanted) setOwn(new Set(ids.filter((id) => isOwn.get(id) === true)))
    }
    look().catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [ids.join(), changes])
  return lines.filter((line) => mayBeWatched(line) && own.has(line.id))
}

function mayBeWatched({ isWatchable, watch }: ShownLine): boolean {
  return isWatchable && watch === undefined
}

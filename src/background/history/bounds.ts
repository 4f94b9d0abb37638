import type { HistoryLine } from '../../platform/history-shapes'

/** Beyond these the oldest go first. `size`: characters of reports and thumbnails. */
export interface Bounds {
  entries: number
  /** Met on one host: no site that shows ten thousand badges pushes out what was met elsewhere. */
  entriesOfHost: number
  size: number
}

export interface Room {
  most: Bounds
  /** What is left of the one that was passed: room, so that not every badge that follows has all lines read. */
  left: Bounds
}

export const ROOM: Room = {
  most: { entries: 5_000, entriesOfHost: 1_000, size: 200_000_000 },
  left: { entries: 4_750, entriesOfHost: 950, size: 190_000_000 },
}

/** Of one report with its thumbnail; a longer one does not get in. */
export const MOST_SIZE_OF_ONE = 1_000_000

/** Ids of what has to go, oldest first. What is watched stays, and counts. */
export function beyond(
  lines: readonly HistoryLine[],
  watched: ReadonlySet<string>,
  room: Room,
): string[] {
  const oldestFirst = lines.toSorted((one, other) => one.order - other.order)
  const ofHosts = new Set(beyondOfHosts(oldestFirst, watched, room))
  const rest = oldestFirst.filter((line) => !ofHosts.has(line))
  return [...ofHosts, ...beyondOfAll(rest, watched, room)].map(({ id }) => id)
}

/** Files that the user gave come from no site. */
function beyondOfHosts(
  lines: readonly HistoryLine[],
  watched: ReadonlySet<string>,
  { most, left }: Room,
): HistoryLine[] {
  const counts = new Map<string, number>()
  for (const { host } of lines) counts.set(host, (counts.get(host) ?? 0) + 1)
  const isPassed = ([host, count]: [string, number]): boolean =>
    host !== '' && count > most.entriesOfHost
  const passed = new Map([...counts].filter(isPassed))
  return lines.filter(({ id, host }) => {
    const count = passed.get(host) ?? 0
    const goes = count > left.entriesOfHost && !watched.has(id)
    if (goes) passed.set(host, count - 1)
    return goes
  })
}

function beyondOfAll(
  lines: readonly HistoryLine[],
  watched: ReadonlySet<string>,
  { most, left }: Room,
): HistoryLine[] {
  let count = lines.length
  let all = lines.reduce((sum, { size }) => sum + size, 0)
  const entries = count > most.entries ? left.entries : most.entries
  const characters = all > most.size ? left.size : most.size
  return lines.filter(({ id, size }) => {
    const goes = (count > entries || all > characters) && !watched.has(id)
    if (goes) {
      count--
      all -= size
    }
    return goes
  })
}

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
  /** Once one of those was passed: room, so that not every badge that follows has all lines read. */
  left: Bounds
}

export const ROOM: Room = {
  most: { entries: 5_000, entriesOfHost: 1_000, size: 200_000_000 },
  left: { entries: 4_750, entriesOfHost: 950, size: 190_000_000 },
}

/** Of one report with its thumbnail; a longer one is not kept. */
export const MOST_SIZE_OF_ONE = 1_000_000

/** Ids of what has to go, oldest first. What is watched stays, and counts. */
export function beyond(
  lines: readonly HistoryLine[],
  watched: ReadonlySet<string>,
  bounds: Bounds,
): string[] {
  const oldestFirst = lines.toSorted((one, other) => one.order - other.order)
  const ofHosts = new Set(beyondOfHosts(oldestFirst, watched, bounds.entriesOfHost))
  const rest = oldestFirst.filter((line) => !ofHosts.has(line))
  return [...ofHosts, ...beyondOfAll(rest, watched, bounds)].map(({ id }) => id)
}

/** Files that the user gave come from no site. */
function beyondOfHosts(
  lines: readonly HistoryLine[],
  watched: ReadonlySet<string>,
  most: number,
): HistoryLine[] {
  const left = new Map<string, number>()
  for (const { host } of lines) left.set(host, (left.get(host) ?? 0) + 1)
  return lines.filter(({ id, host }) => {
    const ofHost = left.get(host) ?? 0
    const goes = host !== '' && ofHost > most && !watched.has(id)
    if (goes) left.set(host, ofHost - 1)
    return goes
  })
}

function beyondOfAll(
  lines: readonly HistoryLine[],
  watched: ReadonlySet<string>,
  bounds: Bounds,
): HistoryLine[] {
  let count = lines.length
  let all = lines.reduce((sum, { size }) => sum + size, 0)
  return lines.filter(({ id, size }) => {
    const goes = (count > bounds.entries || all > bounds.size) && !watched.has(id)
    if (goes) {
      count--
      all -= size
    }
    return goes
  })
}

import type { LoggedRequest } from '../../demo/request-log'

/** What scripts of the extension asked the servers for, as the servers saw it. */
export interface Traffic {
  requests: number
  /** Bytes of bodies that the servers handed on. */
  bytes: number
  /** Bytes for each address, most first. */
  perAddress: number[]
  /** Requests under way together. */
  mostAtOnce: number
}

/** Pages of the bench fetch nothing by script: all that is `empty` is the extension's. */
export function scriptTraffic(entries: readonly LoggedRequest[]): Traffic {
  const own = entries.filter(({ destination }) => destination === 'empty')
  const byAddress = new Map<string, number>()
  for (const { host, path, sent } of own) {
    byAddress.set(host + path, (byAddress.get(host + path) ?? 0) + sent)
  }
  return {
    requests: own.length,
    bytes: own.reduce((sum, { sent }) => sum + sent, 0),
    perAddress: [...byAddress.values()].sort((a, b) => b - a),
    mostAtOnce: mostAtOnce(own),
  }
}

function mostAtOnce(requests: readonly LoggedRequest[]): number {
  const changes = requests.flatMap(({ time, ended = Infinity }) => [
    { time, by: 1 },
    { time: ended, by: -1 },
  ])
  // Within one millisecond the end of one comes before the beginning of the next.
  changes.sort((a, b) => a.time - b.time || a.by - b.by)
  let now = 0
  let most = 0
  for (const { by } of changes) most = Math.max(most, (now += by))
  return most
}

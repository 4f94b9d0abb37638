import type { RequestRecord } from '../report'

/** What was asked for one badge before, and is not there again: hosts, documents and milliseconds. */
export interface Spent {
  hosts: readonly string[]
  requests: number
  ms: number
}

export function spentOn(requests: readonly RequestRecord[]): Spent {
  return {
    hosts: [...new Set(requests.map(({ host }) => host))],
    // A redirect is no document of its own.
    requests: requests.filter(({ from }) => from === undefined).length,
    ms: requests.reduce((sum, { ms }) => sum + ms, 0),
  }
}

import type { EuListProblem } from '../../platform/eu-list-shapes'

/** Milliseconds for which an address that gave no list is left alone by every badge. */
const REST_MS = 60_000

/** What went wrong just now, by address: the badges of a page need not all wait for the same silence. */
export class RecentFailures {
  readonly #failures = new Map<string, { at: number; problem: EuListProblem }>()

  /** @param now milliseconds since the epoch */
  of(url: string, now: number): EuListProblem | undefined {
    const failure = this.#failures.get(url)
    return failure && now - failure.at < REST_MS ? failure.problem : undefined
  }

  /** That nobody consented says nothing about the next badge. */
  note(url: string, problem: EuListProblem, now: number): void {
    if (problem.is !== 'not-asked') this.#failures.set(url, { at: now, problem })
  }
}

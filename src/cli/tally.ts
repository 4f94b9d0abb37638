import type { Verdict } from '../verifier/report'
import { STATUS_OF_FAILURE, STATUS_OF_VERDICT } from './exit-status'

/** In the order in which a person wants to know. */
const ORDER: Verdict[] = ['trusted', 'authentic', 'attention', 'invalid', 'unverifiable', 'none']

const NAMES: Record<Verdict, string> = {
  trusted: 'trusted',
  authentic: 'authentic',
  attention: 'need attention',
  invalid: 'invalid',
  unverifiable: 'could not be checked',
  none: 'without a badge',
}

/** How many came to what: all that is kept of a run. */
export class Tally {
  readonly #verdicts = new Map<Verdict, number>()
  #failures = 0
  #status = 0

  /** @param neutral a file of a folder that is no badge, which is nothing unusual */
  add(verdict: Verdict, neutral = false): void {
    this.#verdicts.set(verdict, this.#of(verdict) + 1)
    if (!neutral) this.#status = Math.max(this.#status, STATUS_OF_VERDICT[verdict])
  }

  addFailure(): void {
    this.#failures++
    this.#status = Math.max(this.#status, STATUS_OF_FAILURE)
  }

  /** Badges and other files that were looked at. */
  get files(): number {
    return ORDER.reduce((sum, verdict) => sum + this.#of(verdict), this.#failures)
  }

  get status(): number {
    return this.files === 0 ? STATUS_OF_FAILURE : this.#status
  }

  /** "3 files: 2 authentic, 1 invalid". */
  get summary(): string {
    const parts = ORDER.filter((verdict) => this.#of(verdict) > 0).map(
      (verdict) => `${this.#of(verdict)} ${NAMES[verdict]}`,
    )
    if (this.#failures > 0) parts.push(`${this.#failures} not read`)
    const files = this.files === 1 ? '1 file' : `${this.files} files`
    return `${files}: ${parts.join(', ')}`
  }

  #of(verdict: Verdict): number {
    return this.#verdicts.get(verdict) ?? 0
  }
}

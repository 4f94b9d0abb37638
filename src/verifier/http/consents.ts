import { reason, type Need, type Reason } from '../report'
import type { VerifierEnvironment } from '../environment'
import { rejectionOf } from './abort'
import type { Deadline } from './deadline'
import type { Limits } from './limits'

/** Who may be asked for one badge: each host is put to `ask` once, and only so many are allowed. */
export class Consents {
  /** What was refused, each host and purpose once. */
  readonly needs: Need[] = []
  readonly #answers = new Map<string, Promise<boolean>>()
  readonly #counted: Set<string>

  constructor(
    private readonly environment: VerifierEnvironment,
    private readonly limits: Limits,
    private readonly deadline: Deadline,
  ) {
    this.#counted = new Set(environment.spent?.hosts)
  }

  /** Nothing where the host may be asked; else why not. */
  async refusal(need: Need): Promise<Reason | undefined> {
    const { host } = need
    let answer = this.#answers.get(host)
    if (!answer) {
      if (!this.#counted.has(host) && this.#isFull()) {
        return reason('too-many-hosts', { limit: this.limits.hostsPerBadge })
      }
      this.#counted.add(host)
      answer = this.#ask(need)
      this.#answers.set(host, answer)
    }
    if (await answer) return undefined
    this.#counted.delete(host)
    this.#note(need)
    return reason('permission-needed', { host })
  }

  /** A refused host leaves room for another, but nobody is questioned without end. */
  #isFull(): boolean {
    const { hostsPerBadge } = this.limits
    return this.#counted.size >= hostsPerBadge || this.#answers.size >= 2 * hostsPerBadge
  }

  /** A person's thinking does not use up the badge's time. An `ask` that fails has not consented. */
  async #ask(need: Need): Promise<boolean> {
    if (!this.environment.ask) return true
    const resume = this.deadline.pause()
    const abort = this.environment.signal && rejectionOf(this.environment.signal)
    try {
      const answer = this.environment.ask({ ...need })
      return await (abort ? Promise.race([answer, abort.promise]) : answer)
    } catch {
      return false
    } finally {
      abort?.release()
      resume()
    }
  }

  #note(need: Need): void {
    const known = this.needs.some(
      ({ host, purpose }) => host === need.host && purpose === need.purpose,
    )
    if (!known) this.needs.push({ ...need })
  }
}

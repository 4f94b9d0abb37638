import type { ShownLine } from '../../platform/history-shapes'
import type { WatchAnswer } from '../../platform/watch-shapes'
import type { PluralKey, Sentences } from '../../ui/wording'

/** A badge, with the hosts that the user was shown for it. */
export type ToWatch = Pick<ShownLine, 'id' | 'hosts'>

type Outcome = WatchAnswer | 'silent'

/** How many badges had which outcome. */
export type Outcomes = Record<Outcome, number>

/**
 * Has each watched by its own hosts, one after the other. Where one is not answered the others are not tried: each
 * would have to be waited for.
 */
export async function watchEach(
  badges: readonly ToWatch[],
  watch: (badge: ToWatch) => Promise<WatchAnswer>,
): Promise<Outcomes> {
  const outcomes: Outcomes = { watched: 0, changed: 0, 'too-many': 0, gone: 0, silent: 0 }
  for (const [done, badge] of badges.entries()) {
    const outcome = await watch(badge).catch((): Outcome => 'silent')
    if (outcome === 'silent') {
      outcomes.silent = badges.length - done
      break
    }
    outcomes[outcome]++
  }
  return outcomes
}

const SAID: [Outcome, PluralKey][] = [
  ['watched', 'watchYoursDone'],
  ['changed', 'watchYoursChanged'],
  ['too-many', 'watchYoursFull'],
  ['gone', 'watchYoursGone'],
  ['silent', 'watchYoursSilent'],
]

/** What came of it, a sentence for each outcome that there was. */
export function outcomesSentence(outcomes: Outcomes, s: Sentences): string {
  return SAID.filter(([outcome]) => outcomes[outcome] > 0)
    .map(([outcome, stem]) => s.count(stem, outcomes[outcome]))
    .join(' ')
}

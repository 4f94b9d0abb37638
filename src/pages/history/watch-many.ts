import type { ShownLine } from '../../platform/history-shapes'
import type { WatchAnswer } from '../../platform/watch-shapes'
import type { PluralKey, Sentences } from '../../ui/wording'

/** A badge, with the hosts that the user was shown for it. */
export type ToWatch = Pick<ShownLine, 'id' | 'hosts'>

/**
 * `unknown`: the worker did not answer in time, and may have it watched all the same; `untried`: it was not asked after
 * that.
 */
type Outcome = WatchAnswer | 'unknown' | 'untried'

/** How many badges had which outcome; `unknown` is one at most. */
export type Outcomes = Record<Outcome, number>

/**
 * Has each watched by its own hosts, one after the other. Where one is not answered the others are not tried: each
 * would have to be waited for.
 */
export async function watchEach(
  badges: readonly ToWatch[],
  watch: (badge: ToWatch) => Promise<WatchAnswer>,
): Promise<Outcomes> {
  const outcomes = { watched: 0, changed: 0, 'too-many': 0, gone: 0, unknown: 0, untried: 0 }
  for (const [done, badge] of badges.entries()) {
    const outcome = await watch(badge).catch((): Outcome => 'unknown')
    outcomes[outcome]++
    if (outcome === 'unknown') {
      outcomes.untried = badges.length - done - 1
      break
    }
  }
  return outcomes
}

const COUNTED: [Exclude<Outcome, 'unknown'>, PluralKey][] = [
  ['watched', 'watchYoursDone'],
  ['changed', 'watchYoursChanged'],
  ['too-many', 'watchYoursFull'],
  ['gone', 'watchYoursGone'],
  ['untried', 'watchYoursSilent'],
]

/** What came of it, a sentence for each outcome that there was. */
export function outcomesSentence(outcomes: Outcomes, s: Sentences): string {
  const said = COUNTED.filter(([outcome]) => outcomes[outcome] > 0).map(([outcome, stem]) =>
    s.count(stem, outcomes[outcome]),
  )
  if (outcomes.unknown > 0) said.push(s.text('watchYoursUnknown'))
  return said.join(' ')
}

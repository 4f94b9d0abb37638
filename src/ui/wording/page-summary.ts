import type { BadgeState } from '../../platform/messages'
import type { Verdict } from '../../verifier/report'
import { sentencesIn } from './sentences'
import type { PluralKey, Translate } from './translate'

interface CountedBadge {
  state: BadgeState
  verdict?: Verdict
  isBadge?: boolean
}

/**
 * "5 of 7 badges hold" and "1 needs a look, 1 does not verify". What is no badge is not counted; what
 * may be one is counted apart.
 */
export function pageSummary(
  all: readonly CountedBadge[],
  translate: Translate,
  locale: string,
): { title: string; detail: string } {
  const s = sentencesIn(translate, locale)
  const badges = all.filter((badge) => isKnown(badge) && badge.verdict !== 'none')
  const possible = count(all, (badge) => !isKnown(badge))
  const total = badges.length
  if (total === 0)
    return possible === 0
      ? { title: s.text('summaryNone'), detail: '' }
      : { title: s.count('summaryPossible', possible), detail: s.text('summaryPossibleHint') }

  const done = badges.filter(({ state }) => state === 'done')
  const checking = count(badges, ({ state }) => state === 'checking')
  if (done.length === 0 && checking === 0)
    return {
      title: s.count('summaryFound', total),
      detail: [
        s.text('summaryFoundHint'),
        ...(possible > 0 ? [s.count('summaryPossibleToo', possible)] : []),
      ].join(' '),
    }

  const of = (...verdicts: Verdict[]): number =>
    count(done, ({ verdict }) => verdict !== undefined && verdicts.includes(verdict))
  const holds = of('trusted', 'authentic')
  const parts: [PluralKey, number][] = [
    ['summaryLook', of('attention')],
    ['summaryFail', of('invalid')],
    ['summaryUnchecked', of('unverifiable')],
    ['summaryChecking', checking],
    ['summaryOpen', total - done.length - checking],
    ['summaryPossible', possible],
  ]
  const said = parts
    .filter(([, number]) => number > 0)
    .map(([stem, number]) => s.count(stem, number))
  return {
    title: s.count(done.length < total ? 'summaryHoldSoFar' : 'summaryHold', total, holds),
    detail: said.length === 0 ? s.text('summaryAllHold') : enumerated(said, locale),
  }
}

/** A link, or an image that could not be read, is not known to be a badge until it was looked at. */
function isKnown({ state, isBadge }: CountedBadge): boolean {
  return state === 'done' || isBadge !== false
}

function enumerated(parts: string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'unit' }).format(parts)
}

function count<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.filter(test).length
}

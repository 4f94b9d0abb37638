import { browser } from '../platform/browser'
import { translate } from '../platform/i18n'
import { counted, lookOf, type BadgeEntry } from './badge-entry'

type Look = NonNullable<ReturnType<typeof lookOf>>

/** Worst first. What is not yet verified comes before all that holds: green speaks for every badge. */
const WORST_FIRST: [Look, colour: string][] = [
  ['invalid', '#ab1f17'],
  ['attention', '#9a6200'],
  ['unverifiable', '#54565b'],
  ['permission-needed', '#26272a'],
  ['found', '#26272a'],
  ['checking', '#26272a'],
  ['authentic', '#1d57b0'],
  ['trusted', '#0b6b3f'],
]

const FOUND_TEXT = '#d9ad55'
const VERDICT_TEXT = '#ffffff'

/** The number of badges on the tab, in the colour of the worst; without any, whether its site is off. */
export async function showOnToolbar(
  tabId: number,
  entries: BadgeEntry[],
  isOff = false,
): Promise<void> {
  const badges = counted(entries)
  const looks = new Set(badges.map(lookOf))
  const [worst, colour] = WORST_FIRST.find(([look]) => looks.has(look)) ?? ['found', '#26272a']
  const passing = ['found', 'checking', 'permission-needed'].includes(worst)
  const text = isOff ? translate('toolbarOff') : ''
  try {
    await Promise.all([
      browser.action.setBadgeText({
        tabId,
        text: badges.length > 0 ? String(badges.length) : text,
      }),
      browser.action.setBadgeBackgroundColor({ tabId, color: colour }),
      browser.action.setBadgeTextColor({ tabId, color: passing ? FOUND_TEXT : VERDICT_TEXT }),
      browser.action.setTitle({ tabId, title: titleOf(badges, isOff) }),
    ])
  } catch {
    // The tab went in the meantime.
  }
}

function titleOf(badges: BadgeEntry[], isOff: boolean): string {
  const total = badges.length
  if (total === 0 && isOff) return translate('toolbarTitleOff')
  if (total === 0) return translate('toolbarTitleNone')
  const done = badges.filter(({ state }) => state === 'done')
  if (done.length === 0) return translate('toolbarTitleFound', [String(total)])
  const holds = done.filter(({ verdict }) => verdict === 'trusted' || verdict === 'authentic')
  return translate('toolbarTitleCounts', [String(holds.length), String(total)])
}

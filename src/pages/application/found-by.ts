import type { BadgeSummary } from '../../platform/messages'
import { badgeName, type Sentences } from '../../ui/wording'

/** Fewer than these are seen at a glance. */
const MANY = 8
/** Characters that a person searches for. */
export const LONGEST_SEARCH = 100

export function isWorthSearching(badges: readonly BadgeSummary[]): boolean {
  return badges.length >= MANY
}

/** Whether name and issuer, as a badge says them, hold every word that was typed. */
export function isFoundBy(badge: BadgeSummary, typed: string, s: Sentences): boolean {
  const { claimedName = '', id = '' } = badge.issuer ?? {}
  const text = plain([badgeName(badge, s), claimedName, id].join('\n'))
  return plain(typed)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Without case and accents: whoever looks for "economia" means "Economía", too. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

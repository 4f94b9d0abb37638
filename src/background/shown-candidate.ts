import type { Candidate } from '../platform/port-messages'
import { awardBehind, noAwardAt, type Award, type Clues } from './award'
import { isIn, type BadgeEntry } from './badge-entry'
import { addressOf, withoutFragment } from './tab-state'

/** What a frame says that it shows, as far as it tells one badge from another. */
export interface Shown extends Pick<BadgeEntry, 'kind' | 'url' | 'contentHash' | 'label'> {
  frameId: number
  clues?: Clues
  /** One picture stands for many awards, on a platform that has one picture for each badge. */
  award?: Award
}

/** `clues`: as far as the tab has room for them; `contentHash`: of the bytes that the page has read. */
export function shownBy(
  frameId: number,
  { kind, url: full, label }: Candidate,
  { clues, contentHash }: { clues: Clues | undefined; contentHash: string | undefined },
): Shown {
  const url = addressOf(full)
  const award = awardBehind(kind === 'link' ? { ...clues, href: url } : (clues ?? {}))
  return {
    frameId,
    kind,
    url,
    ...(contentHash !== undefined && { contentHash }),
    ...(label !== undefined && { label }),
    ...(clues && { clues }),
    ...(award && { award }),
  }
}

/** Whether it names the same thing, whatever may be there. */
export function names({ url, award }: Shown, entry: BadgeEntry): boolean {
  return entry.url === url && entry.award?.url === award?.url
}

/** Whether it is the entry's very badge. */
export function isEntry(shown: Shown, entry: BadgeEntry): boolean {
  return (
    entry.kind === shown.kind &&
    (names(shown, entry) || areOneAward(shown, entry)) &&
    entry.contentHash === shown.contentHash &&
    mayShare(shown, entry)
  )
}

/** Links of one page lead to one award in several ways: with a language, to a part of its page, to share it. */
function areOneAward({ kind, url, award }: Shown, entry: BadgeEntry): boolean {
  if (kind !== 'link') return false
  if (award ?? entry.award) return award?.url === entry.award?.url
  const areOnePage = withoutFragment(url) === withoutFragment(entry.url)
  return areOnePage && noAwardAt(url) !== undefined && noAwardAt(entry.url) !== undefined
}

/** What is not known of the entry yet, or no longer true. */
export function learn(entry: BadgeEntry, { frameId, contentHash, label, clues }: Shown): void {
  if (contentHash !== undefined) entry.contentHash = contentHash
  if (frameId === 0) delete entry.askedAtTop
  if (label !== undefined) entry.label ??= label
  // What is no badge needs no way to one either.
  if (clues && entry.state !== 'nothing') entry.clues ??= clues
}

/** Where a thing leads is the word of the frame that says so: an advertisement has none on its host page's. */
function mayShare({ frameId, clues }: Shown, entry: BadgeEntry): boolean {
  if (isIn(entry, frameId)) return true
  // The top document is still to answer for it.
  if (entry.askedAtTop && frameId !== 0) return false
  const isOver = entry.state === 'nothing' && entry.clues === undefined
  return isOver || JSON.stringify(entry.clues) === JSON.stringify(clues)
}

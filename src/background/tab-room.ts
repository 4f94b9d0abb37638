import type { Candidate } from '../platform/port-messages'
import { addressesOf, type Clues } from './award'
import type { BadgeEntry, Place } from './badge-entry'
import { addEntry, type TabState } from './tab-state'

/** Candidates that one tab may have; a page with more is no profile but an attack. */
const MOST_CANDIDATES = 500

/** Characters of addresses that one tab may have stored: of all that a page says, the longest. */
const MOST_ADDRESS_TEXT = 200_000

/** Another entry, where the tab has room for one. */
export function addWithin(
  tab: TabState,
  fields: Pick<BadgeEntry, 'kind' | 'url'> & Partial<BadgeEntry>,
): BadgeEntry | undefined {
  const isFull = placesIn(tab) >= MOST_CANDIDATES || fields.url.length > roomForAddresses(tab)
  return isFull ? undefined : addEntry(tab, { ...fields, state: 'unread' })
}

/** Whether the entry is at the place now; a tab that is full takes no more. */
export function occupy(tab: TabState, entry: BadgeEntry, place: Place): boolean {
  const { frameId, key } = place
  if (entry.places.some((other) => other.frameId === frameId && other.key === key)) return true
  if (placesIn(tab) >= MOST_CANDIDATES) return false
  entry.places.push(place)
  return true
}

/** What beside its own bytes may lead to a credential; none of it where the tab has no room for all. */
export function cluesWithin(tab: TabState, { href, links, embed }: Candidate): Clues | undefined {
  const clues: Clues = {
    ...(href !== undefined && { href }),
    ...(links && { links }),
    ...(embed !== undefined && { embed }),
  }
  const length = lengthOf(clues)
  return length > 0 && length <= roomForAddresses(tab) ? clues : undefined
}

function roomForAddresses({ entries }: TabState): number {
  return entries.reduce(
    (room, { url, clues = {} }) => room - url.length - lengthOf(clues),
    MOST_ADDRESS_TEXT,
  )
}

/** Characters. */
function lengthOf(clues: Clues): number {
  return addressesOf(clues).reduce((sum, { length }) => sum + length, 0)
}

function placesIn(tab: TabState): number {
  return tab.entries.reduce((sum, { places }) => sum + places.length, 0)
}

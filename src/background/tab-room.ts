import type { Content } from '../platform/database'
import type { Candidate } from '../platform/port-messages'
import { addressesOf, type Clues } from './award'
import type { BadgeEntry, Place } from './badge-entry'
import { addEntry, type TabState } from './tab-state'

/** Places in one tab, also of images that were read and are no badges: nobody reads them again. */
export const MOST_PLACES = 1_000

/** Characters of addresses that one tab may have stored: of all that a page says, the longest. */
const MOST_ADDRESS_TEXT = 400_000

/** Bytes of files that one tab may have kept: packed for the way, a page can send any number of them. */
export const MOST_BYTES = 200_000_000

/**
 * Another entry, where the tab has room for one.
 *
 * @param frameId of the frame that shows it
 */
export function addWithin(
  tab: TabState,
  frameId: number,
  fields: Pick<BadgeEntry, 'kind' | 'url'> & Partial<BadgeEntry>,
): BadgeEntry | undefined {
  if (hasRoom(tab, frameId) && fields.url.length <= roomForAddresses(tab))
    return addEntry(tab, { ...fields, state: 'unread' })
  tab.partial = true
  return undefined
}

/** Whether the entry is at the place now; a tab that is full takes no more. */
export function occupy(tab: TabState, entry: BadgeEntry, place: Place): boolean {
  const { frameId, key } = place
  if (entry.places.some((other) => other.frameId === frameId && other.key === key)) return true
  if (!hasRoom(tab, frameId)) {
    tab.partial = true
    return false
  }
  entry.places.push(place)
  return true
}

/** Frames in the page, whoever they are from, leave half of the room to the page. */
function hasRoom({ entries }: TabState, frameId: number): boolean {
  let [all, inFrames] = [0, 0]
  for (const { places } of entries) {
    all += places.length
    for (const place of places) if (place.frameId !== 0) inFrames++
  }
  return all < MOST_PLACES && (frameId === 0 || inFrames < MOST_PLACES / 2)
}

/** Whether these bytes may be kept as the entry's; a tab that is full keeps no more. */
export function occupyBytes(tab: TabState, entry: BadgeEntry, content: Content): boolean {
  const size = sizeOf(content)
  if (!hasRoomForBytes(tab, size, entry)) return false
  entry.bytes = size
  return true
}

/** `but`: whose bytes they would replace. */
export function hasRoomForBytes(tab: TabState, size: number, but?: BadgeEntry): boolean {
  const others = tab.entries.reduce(
    (sum, entry) => (entry === but ? sum : sum + (entry.bytes ?? 0)),
    0,
  )
  if (others + size <= MOST_BYTES) return true
  tab.partial = true
  return false
}

function sizeOf({ bytes, shown }: Content): number {
  return bytes.length + (shown?.length ?? 0)
}

/** What beside its own bytes may lead to a credential; none of it where the tab has no room for all. */
export function cluesWithin(tab: TabState, candidate: Candidate): Clues | undefined {
  const { href, scripted, links, embed } = candidate
  const clues: Clues = {
    ...(href !== undefined && { href, ...(scripted && { scripted }) }),
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

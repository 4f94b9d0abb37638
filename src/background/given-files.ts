import type { GivenFile } from '../platform/messages'
import { sha256 } from '../verifier/digest'
import type { Announcer } from './announcer'
import { fromBase64 } from './base64'
import type { Keepsakes } from './keepsakes'
import type { Readings } from './readings'
import type { TabLifecycle } from './tab-lifecycle'
import { addEntry, type TabState } from './tab-state'

/** Files that one page may hold; a person who has more opens the page again. */
export const MOST_FILES = 100

export interface GivenFilesParts {
  lifecycle: TabLifecycle
  keepsakes: Keepsakes
  readings: Readings
  announcer: Announcer
}

/**
 * Files that the user gave to a page of ours, listed like the badges of any other tab. Giving a file is
 * no consent to ask anybody about it: what it says by itself is shown, and who would be asked. It is
 * answered even if it is no badge.
 *
 * @returns how many there was no room for
 */
export async function takeFiles(
  parts: GivenFilesParts,
  tabId: number,
  files: readonly GivenFile[],
): Promise<number> {
  const tab = await parts.lifecycle.shown(tabId)
  if (!tab) return files.length
  let left = 0
  for (const file of files) if (!(await takeOne(parts, tab, file))) left++
  parts.announcer.changed(tabId)
  return left
}

async function takeOne(
  { keepsakes, readings }: GivenFilesParts,
  tab: TabState,
  { name, bytes: base64 }: GivenFile,
): Promise<boolean> {
  const bytes = fromBase64(base64)
  if (!bytes) return false
  const contentHash = await sha256(bytes)
  const content = { bytes, complete: true, fromPage: true }
  const known = tab.entries.find((entry) => entry.contentHash === contentHash)
  if (known) {
    // Of a private window its bytes may be lost with an earlier worker.
    if (!(await keepsakes.hasContent(tab, known.id)))
      await keepsakes.keepContent(tab, known.id, content)
    return true
  }
  if (tab.entries.length >= MOST_FILES) return false
  const fields = { kind: 'file', url: '', state: 'unread', label: name, contentHash } as const
  const entry = addEntry(tab, { ...fields, asked: true })
  await keepsakes.keepContent(tab, entry.id, content)
  readings.start(tab, entry)
  return true
}

import type { VerificationReport } from '../verifier'
import { finish, type BadgeEntry } from './badge-entry'
import { credentialKey } from './judge'
import type { Keepsakes } from './keepsakes'
import type { TabState } from './tab-state'

/** Keeps a final report, and then says so on its badge. */
export async function conclude(
  keepsakes: Keepsakes,
  tab: TabState,
  entry: BadgeEntry,
  report: VerificationReport,
  signal: AbortSignal,
): Promise<void> {
  const id = keepsakes.reportId(tab, await credentialKey(report, entry.url))
  const thumbnail = (await keepsakes.content(tab, entry.id))?.thumbnail
  const kept = { id, report, url: entry.url, savedAt: Date.now() }
  signal.throwIfAborted()
  await keepsakes.keepReport(thumbnail === undefined ? kept : { ...kept, thumbnail })
  signal.throwIfAborted()
  finish(entry, report, id)
}

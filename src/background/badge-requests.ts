import type { WorkerRequestName, WorkerRequests } from '../platform/messages'
import { compareRecipient, personIdentities } from '../verifier'
import type { Announcer } from './announcer'
import { listed, type BadgeEntry } from './badge-entry'
import type { Checks } from './checks'
import type { Consent } from './consent'
import { judgeNow, type Vouching } from './judge-now'
import type { History } from './history/history'
import type { Keepsakes } from './keepsakes'
import type { PagePorts } from './page-ports'
import { entryById } from './tab-state'
import type { TabStore } from './tab-store'

export interface BadgeRequestParts extends Vouching {
  store: TabStore
  keepsakes: Keepsakes
  ports: PagePorts
  checks: Checks
  consent: Consent
  announcer: Announcer
  history: History
}

type Requested<Name extends WorkerRequestName> = WorkerRequests[Name]['params']
type Answer<Name extends WorkerRequestName> = WorkerRequests[Name]['result']

/** A click in one of our pages: consent for each of these badges. */
export function verify(
  { store, checks, history }: BadgeRequestParts,
  { tabId, ids, of }: Requested<'verify'>,
  isMeant: (entry: BadgeEntry) => boolean,
): Answer<'verify'> {
  const tab = store.get(tabId)
  if (!tab) return null
  const shown = of && new Set(of)
  for (const entry of listed(tab.entries)) {
    if (ids !== 'all' && !ids.includes(entry.id)) continue
    if (shown && !shown.has(entry.id)) continue
    if (!isMeant(entry)) {
      // What its own bytes decided was done before anybody asked for it: now somebody has.
      void history.record(tab, entry, { onlyNew: true })
      continue
    }
    // "Verify all" asks for the badges: what turns out to be none need not be answered.
    if (ids !== 'all') entry.asked = true
    checks.start(tab, entry)
  }
  return null
}

export function cancel(
  { store, checks, consent }: BadgeRequestParts,
  { tabId }: Requested<'cancel'>,
): Answer<'cancel'> {
  const tab = store.get(tabId)
  if (tab) checks.cancel(tab, consent.isAlways(tab))
  return null
}

export function locate(
  { store, ports }: BadgeRequestParts,
  { tabId, id }: Requested<'locate'>,
): Answer<'locate'> {
  const place = entryById(store.get(tabId), id)?.places[0]
  if (place) ports.locate(tabId, place.frameId, place.key)
  return null
}

export function focusSeen(
  { store, announcer }: BadgeRequestParts,
  { tabId }: Requested<'focus-seen'>,
): Answer<'focus-seen'> {
  const tab = store.get(tabId)
  if (tab?.focus !== undefined) {
    delete tab.focus
    announcer.changed(tabId)
  }
  return null
}

/** The identity goes from the page to the comparison and nowhere else. */
export async function compare(
  parts: BadgeRequestParts,
  { reportId, identity }: Requested<'compare-recipient'>,
): Promise<Answer<'compare-recipient'>> {
  const kept = await parts.keepsakes.report(reportId)
  if (!kept) return null
  const identities =
    typeof identity === 'string' ? identity : personIdentities(identity.name, identity.dateOfBirth)
  return compareRecipient(judgeNow(kept.report, new Date(), parts), identities)
}

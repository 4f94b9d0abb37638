import type { WorkerRequest, WorkerRequestName, WorkerRequests } from '../platform/messages'
import { onRequest } from '../platform/requests'
import { compareRecipient, personIdentities } from '../verifier'
import type { Announcer } from './announcer'
import { bakeAgain } from './bake-again'
import { listed, type BadgeEntry } from './badge-entry'
import type { Checks } from './checks'
import type { Esco } from './esco/esco'
import type { EuLists } from './eu-lists/eu-lists'
import { takeFiles } from './given-files'
import { judgeNow } from './judge-now'
import type { Keepsakes } from './keepsakes'
import type { PagePorts } from './page-ports'
import { pageProfile } from './page-profile'
import type { PageView } from './page-view'
import { readRequest } from './request-messages'
import { shownReport } from './shown-report'
import type { SiteAccess } from './site-access'
import {
  consentFor,
  removeSite,
  setConsent,
  setSite,
  sitesState,
  type SiteRequestParts,
} from './site-requests'
import type { Readings } from './readings'
import { entryById } from './tab-state'
import type { TrustLists } from './trust-lists'

export interface PageRequestParts extends SiteRequestParts {
  ready: Promise<void>
  keepsakes: Keepsakes
  access: SiteAccess
  ports: PagePorts
  checks: Checks
  readings: Readings
  view: PageView
  announcer: Announcer
  lists: TrustLists
  esco: Esco
  euLists: EuLists
}

type Requested<Name extends WorkerRequestName> = WorkerRequests[Name]['params']
type Answer<Name extends WorkerRequestName> = WorkerRequests[Name]['result']

/** Answers the popup and the other pages of ours. */
export function answerRequests(parts: PageRequestParts): void {
  onRequest(readRequest, async (request) => {
    await parts.ready
    return answer(parts, request)
  })
}

function answer(
  parts: PageRequestParts,
  request: WorkerRequest,
): Answer<WorkerRequestName> | Promise<Answer<WorkerRequestName>> {
  switch (request.type) {
    case 'page-state':
      return parts.view.of(request.tabId)
    case 'page-profile':
      return pageProfile(parts, request.tabId)
    case 'verify':
      return verify(parts, request, ({ state }) => state !== 'done')
    case 'verify-again':
      return verify(parts, request, () => true)
    case 'cancel':
      return cancel(parts, request)
    case 'locate':
      return locate(parts, request)
    case 'focus-seen':
      return focusSeen(parts, request)
    case 'report':
      return shownReport(parts, request.reportId)
    case 'compare-recipient':
      return compare(parts, request)
    case 'bake-again':
      return bakeAgain(parts, request)
    case 'give-files':
      return takeFiles(parts, request.tabId, request.files)
    case 'set-consent':
      return setConsent(parts, request)
    case 'consent':
      return consentFor(parts, request)
    case 'sites':
      return sitesState(parts)
    case 'set-site':
      return setSite(parts, request)
    case 'remove-site':
      return removeSite(parts, request)
    case 'enter-page':
      return parts.access.enter(request.tabId)
    case 'trust-lists':
      return parts.lists.summaries(new Date())
    case 'add-list-text':
    case 'add-list-address':
      return parts.lists.add(request)
    case 'refresh-list':
      return parts.lists.refresh(request.id)
    case 'remove-list':
      return parts.lists.remove(request.id).then(() => null)
    case 'esco-state':
      return parts.esco.state()
    case 'eu-lists':
      return parts.euLists.state()
    case 'use-eu-lists':
      return parts.euLists.setUse(request.use).then(() => null)
    case 'refresh-eu-list':
      return parts.euLists.refresh(request.country)
    case 'remove-eu-list':
      return parts.euLists.remove(request.country).then(() => null)
    default:
      return changeEsco(parts, request).then(() => null)
  }
}

type EscoChange = Exclude<WorkerRequest['type'] & `esco-${string}`, 'esco-state'>

function changeEsco(
  { esco }: PageRequestParts,
  request: Extract<WorkerRequest, { type: EscoChange }>,
): Promise<void> {
  switch (request.type) {
    case 'esco-download':
      return esco.download()
    case 'esco-read-file':
      return esco.readFile(request.name)
    case 'esco-pause':
      return esco.pause()
    case 'esco-resume':
      return esco.resume()
    case 'esco-cancel':
      return esco.cancel()
    case 'esco-remove':
      return esco.remove()
  }
}

/** A click in one of our pages: consent for each of these badges. */
function verify(
  { store, checks }: PageRequestParts,
  { tabId, ids }: Requested<'verify'>,
  isMeant: (entry: BadgeEntry) => boolean,
): Answer<'verify'> {
  const tab = store.get(tabId)
  if (!tab) return null
  for (const entry of listed(tab.entries)) {
    if (!isMeant(entry) || (ids !== 'all' && !ids.includes(entry.id))) continue
    // "Verify all" asks for the badges: what turns out to be none need not be answered.
    if (ids !== 'all') entry.asked = true
    checks.start(tab, entry)
  }
  return null
}

function cancel(
  { store, checks }: PageRequestParts,
  { tabId }: Requested<'cancel'>,
): Answer<'cancel'> {
  const tab = store.get(tabId)
  if (tab) checks.cancel(tab)
  return null
}

function locate(
  { store, ports }: PageRequestParts,
  { tabId, id }: Requested<'locate'>,
): Answer<'locate'> {
  const place = entryById(store.get(tabId), id)?.places[0]
  if (place) ports.locate(tabId, place.frameId, place.key)
  return null
}

function focusSeen(
  { store, announcer }: PageRequestParts,
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
async function compare(
  parts: PageRequestParts,
  { reportId, identity }: Requested<'compare-recipient'>,
): Promise<Answer<'compare-recipient'>> {
  const kept = await parts.keepsakes.report(reportId)
  if (!kept) return null
  const identities =
    typeof identity === 'string' ? identity : personIdentities(identity.name, identity.dateOfBirth)
  return compareRecipient(judgeNow(kept.report, new Date(), parts), identities)
}

import type { WorkerRequest, WorkerRequestName, WorkerRequests } from '../platform/messages'
import { onRequest } from '../platform/requests'
import { bakeAgain } from './bake-again'
import {
  cancel,
  compare,
  focusSeen,
  locate,
  verify,
  type BadgeRequestParts,
} from './badge-requests'
import type { Esco } from './esco/esco'
import type { EuLists } from './eu-lists/eu-lists'
import { takeFiles } from './given-files'
import {
  addOwnIdentity,
  ownBadge,
  ownBadges,
  type OwnRequestParts,
} from './own-badges/own-requests'
import { pageHealth } from './own-badges/page-health'
import { answerHistory, type HistoryRequestParts } from './history/history-requests'
import { answerMachine, type MachineRequestParts } from './machine-requests'
import type { PagePorts } from './page-ports'
import { pageProfile } from './page-profile'
import { keptProfile, profileReport } from './profile-report'
import type { OwnPreferences } from './own-preferences'
import type { PageView } from './page-view'
import { readRequest } from './request-messages'
import { shownReport } from './shown-report'
import { addressOf, type SiteAccess } from './site-access'
import {
  consentFor,
  removeSite,
  setConsent,
  setSite,
  sitesState,
  type SiteRequestParts,
} from './site-requests'
import type { Readings } from './readings'
import type { TrustLists } from './trust-lists'
import type { WholePage } from './whole-page'

export interface PageRequestParts
  extends
    SiteRequestParts,
    BadgeRequestParts,
    OwnRequestParts,
    HistoryRequestParts,
    MachineRequestParts {
  ready: Promise<void>
  access: SiteAccess
  wholePage: WholePage
  ports: PagePorts
  readings: Readings
  view: PageView
  lists: TrustLists
  esco: Esco
  euLists: EuLists
  preferred: OwnPreferences
}

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
    case 'profile-report':
      return profileReport(parts, request.tabId)
    case 'kept-profile':
      return keptProfile(parts, request.reportIds)
    case 'kept-reports':
      return parts.keepsakes.keptOf(request.reportIds)
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
    case 'own-identities':
      return parts.own.list()
    case 'add-own-identity':
      return addOwnIdentity(parts, request)
    case 'forget-own-identities':
      return parts.own.forget().then(() => null)
    case 'remove-own-identity':
      return parts.own.remove(request.id).then(() => null)
    case 'remove-own-identities':
      return parts.own.removeAll().then(() => null)
    case 'own-badges':
      return ownBadges(parts, request)
    case 'badge-health':
      return pageHealth(parts, request.tabId)
    case 'own-badge':
      return ownBadge(parts, request)
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
      return enterPage(parts, request.tabId)
    case 'change-preferences':
      return parts.preferred.change(request.change)
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
    case 'esco-download':
    case 'esco-read-file':
    case 'esco-pause':
    case 'esco-resume':
    case 'esco-cancel':
    case 'esco-remove':
      return changeEsco(parts, request).then(() => null)
    default:
      return answerHistory(parts, request)
    case 'kept-here':
    case 'remove-kept':
    case 'network-limits':
    case 'diagnostics':
      return answerMachine(parts, request)
  }
}

/** The script comes when the page that shows its badges is open already. */
async function enterPage(parts: PageRequestParts, tabId: number): Promise<boolean> {
  const entered = await parts.access.enter(tabId)
  if (entered) void parts.wholePage.ask(tabId, await addressOf(tabId))
  return entered
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

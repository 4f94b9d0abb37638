import type { ConsentState, KeptSite, SitesState } from '../platform/consent-shapes'
import type { WorkerRequestName, WorkerRequests } from '../platform/messages'
import { broadcast } from '../platform/requests'
import type { Consent } from './consent'
import type { OrganisationLists } from './organisation-lists'
import type { Organisation } from './policy'
import { inOrder } from './site-pattern'
import type { SiteModes } from './site-modes'
import type { TabLifecycle } from './tab-lifecycle'
import type { TabStore } from './tab-store'

export interface SiteRequestParts {
  store: TabStore
  lifecycle: TabLifecycle
  consent: Consent
  modes: SiteModes
  organisation: Organisation
  organisationLists: OrganisationLists
}

type Requested<Name extends WorkerRequestName> = WorkerRequests[Name]['params']

export async function setConsent(
  { lifecycle, consent, modes }: SiteRequestParts,
  { scope, host, mode, tabId }: Requested<'set-consent'>,
): Promise<null> {
  const shown = tabId === undefined ? undefined : await lifecycle.shown(tabId)
  await consent.choose(scope, host, mode, shown)
  changed(modes)
  return null
}

export async function setSite(
  { consent, modes }: SiteRequestParts,
  { site, mode }: Requested<'set-site'>,
): Promise<KeptSite> {
  const kept = await consent.set(site, mode)
  changed(modes)
  return kept
}

export async function removeSite(
  { consent, modes }: SiteRequestParts,
  { site }: Requested<'remove-site'>,
): Promise<null> {
  await consent.remove(site)
  changed(modes)
  return null
}

export function consentFor(
  { store, consent }: SiteRequestParts,
  { host, tabId }: Requested<'consent'>,
): ConsentState {
  return consent.stateFor(host, tabId === undefined ? undefined : store.get(tabId))
}

export function sitesState(parts: SiteRequestParts): SitesState {
  const { consent, organisation, organisationLists } = parts
  const { sites, defaultMode, usersMayChange } = organisation.policy
  return {
    ...consent.sites(),
    ...(organisation.isSet && {
      organisation: {
        ...{ sites: inOrder(sites), usersMayChange, lists: organisationLists.state() },
        ...(defaultMode !== undefined && { defaultMode }),
        problems: [...organisation.problems],
      },
    }),
  }
}

function changed(modes: SiteModes): void {
  modes.settle()
  broadcast({ type: 'sites-changed' })
}

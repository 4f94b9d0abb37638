import { browser } from '../platform/browser'
import { database, settings } from '../platform/database'
import { CONSENT_MODES, type ConsentMode } from '../platform/consent-shapes'
import type { Diagnostics } from '../platform/machine-messages'
import { mayAsk } from '../platform/permissions'
import { VERIFIER_VERSION } from '../verifier/version'
import { counted } from './badge-entry'
import type { Consent } from './consent'
import type { EuLists } from './eu-lists/eu-lists'
import type { History } from './history/history'
import type { OwnIdentities } from './own-badges/own-identities'
import type { OwnPreferences } from './own-preferences'
import type { Organisation } from './policy'
import type { TabStore } from './tab-store'

export interface DiagnosticParts {
  store: TabStore
  consent: Consent
  organisation: Organisation
  euLists: EuLists
  history: History
  own: OwnIdentities
  preferred: OwnPreferences
}

/** How the extension is set and what it holds, in numbers; of private windows nothing. */
export async function diagnostics(parts: DiagnosticParts): Promise<Diagnostics> {
  const { store, consent, organisation, euLists, history, own, preferred } = parts
  const tabs = store.all().filter((tab) => !tab.private)
  return {
    extension: browser.runtime.getManifest().version,
    verifier: VERIFIER_VERSION,
    database: (await database()).version,
    preferences: preferred.current,
    everywhere: consent.sites().everywhere.mode,
    sites: await modesOfSites(),
    organisation: organisationOf(organisation),
    everySite: await mayAsk('*'),
    euListsUsed: euLists.inUse,
    historyUsed: history.inUse,
    ownIdentities: own.list().length,
    openTabs: tabs.length,
    badges: tally(
      tabs
        .flatMap(({ entries }) => counted(entries))
        .map(({ state, verdict }) => (state === 'done' ? (verdict ?? state) : state)),
    ),
  }
}

/** Of the user's choices the modes are counted, and no site is named. */
async function modesOfSites(): Promise<Record<ConsentMode, number>> {
  const chosen = Object.values((await settings.get()).sites)
  const [off = 0, click = 0, always = 0] = CONSENT_MODES.map(
    (mode) => chosen.filter((one) => one === mode).length,
  )
  return { off, click, always }
}

function organisationOf({ isSet, policy }: Organisation): Diagnostics['organisation'] {
  if (!isSet) return 'none'
  return policy.usersMayChange ? 'open' : 'fixed'
}

function tally(words: readonly string[]): Record<string, number> {
  const tallied: Record<string, number> = {}
  for (const word of words) tallied[word] = (tallied[word] ?? 0) + 1
  return tallied
}

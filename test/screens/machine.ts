import { KEPT_KINDS, type Diagnostics, type KeptHere } from '../../src/platform/machine-messages'
import { LIMITS } from '../../src/verifier/http/limits'

export const NOTHING_KEPT: KeptHere[] = KEPT_KINDS.map((kind) => ({ kind, count: 0, bytes: 0 }))

/** Much of one, one of another, nothing of a third. */
export const KEPT: KeptHere[] = [
  { kind: 'reports', count: 482, bytes: 14_302_118 },
  { kind: 'pictures', count: 31, bytes: 2_140_000 },
  { kind: 'history', count: 1_204, bytes: 31_900_441 },
  { kind: 'trust-lists', count: 2, bytes: 48_200 },
  { kind: 'eu-lists', count: 3, bytes: 812_000 },
  { kind: 'esco-copy', count: 1, bytes: 5_210_000 },
  { kind: 'esco-answers', count: 0, bytes: 0 },
]

export const NETWORK_LIMITS = { ...LIMITS, perHost: 2 }

export const DIAGNOSTICS: Diagnostics = {
  ...{ extension: '0.1.0', verifier: '0.2.3', database: 8 },
  preferences: { appearance: 'system', atOnce: 4 },
  everywhere: 'click',
  sites: { off: 1, click: 0, always: 3 },
  ...{ organisation: 'none', everySite: true, euListsUsed: true, historyUsed: false },
  ...{ ownIdentities: 2, openTabs: 4, badges: { trusted: 3, attention: 1, found: 12 } },
}

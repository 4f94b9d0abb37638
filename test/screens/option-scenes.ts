import { page } from './badges'
import { EU_LISTS } from './eu-lists'
import { LISTS, REGISTRIES, UNREADABLE } from './lists'
import { IDENTITIES } from './own-badges'
import type { Scene } from './scene'
import { MANAGED, NO_POLICY, SITES } from './sites'

export const OPTION_SCENES: Record<string, Scene> = {
  lists: { page: page([]), lists: LISTS },
  'lists-unreadable': { page: page([]), lists: LISTS.slice(0, 1), added: UNREADABLE },
  'lists-registries': { page: page([]), added: REGISTRIES },
  'eu-lists': { page: page([]), euLists: EU_LISTS },
  'eu-lists-off': { page: page([]), euLists: { use: false, lists: [] } },
  'esco-copy': {
    page: page([]),
    esco: {
      index: {
        ...{ version: '1.2.0', language: 'en', made: '2026-11-20T08:00:00Z' },
        ...{ from: 'csv', concepts: 18_543 },
      },
    },
  },
  'esco-running': {
    page: page([]),
    esco: { job: { from: 'api', state: 'running', done: 7_400, total: 18_237 } },
  },
  'esco-failed': {
    page: page([]),
    esco: {
      job: {
        ...{ from: 'api', state: 'failed', done: 7_400, total: 18_237 },
        problem: { is: 'permission', host: 'ec.europa.eu' },
      },
    },
  },
  sites: { page: page([]), sites: SITES },
  'sites-managed': {
    page: page([]),
    sites: MANAGED,
    lists: [{ ...LISTS[0]!, byOrganisation: true }],
  },
  'sites-fixed': {
    page: page([]),
    sites: {
      ...SITES,
      everywhere: { mode: 'off', settledBy: { is: 'organisation-default' } },
      organisation: { ...NO_POLICY, usersMayChange: false, defaultMode: 'off' },
    },
  },
  'own-identities': { page: page([]), identities: IDENTITIES },
}

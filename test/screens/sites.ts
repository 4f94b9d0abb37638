import type { ConsentState, SitesState } from '../../src/platform/consent-shapes'
import { reason } from '../../src/verifier/report'

export const CLICK: ConsentState = {
  ...{ mode: 'click', everywhere: 'click', isFixed: false },
  settledBy: { is: 'preset' },
}

export const ALWAYS_HERE: ConsentState = {
  ...CLICK,
  mode: 'always',
  settledBy: { is: 'user', site: 'jobs.example' },
}

export const OFF: ConsentState = {
  ...CLICK,
  mode: 'off',
  settledBy: { is: 'user', site: 'jobs.example' },
}

/** A host in another script, and one as long as hosts get. */
export const SITES: SitesState = {
  everywhere: { mode: 'click', settledBy: { is: 'preset' } },
  sites: [
    { site: 'bank.example', mode: 'off' },
    { site: 'jobs.example', mode: 'always' },
    { site: '*.uni.example', mode: 'always' },
    { site: 'xn--80ak6aa92e.example', mode: 'click' },
    { site: `${'long-name.'.repeat(12)}example`, mode: 'off' },
  ],
}

export const NO_POLICY = { sites: [], usersMayChange: true, lists: [], problems: [] }

export const MANAGED: SitesState = {
  ...SITES,
  organisation: {
    sites: [
      { site: '*.departments.uni.example', mode: 'always' },
      { site: 'intranet.uni.example', mode: 'off' },
    ],
    defaultMode: 'click',
    usersMayChange: true,
    lists: [
      { url: 'https://quality.example/providers.json' },
      { url: 'https://ministry.example/list.json', missing: { is: 'not-yet' } },
      {
        url: 'https://down.example/list.json',
        missing: {
          is: 'not-obtained',
          reason: reason('host-unreachable', { host: 'down.example' }),
        },
      },
    ],
    problems: [
      { place: 'sites[2].site', problem: 'public-suffix', given: '*.co.uk' },
      { place: 'sites[3].mode', problem: 'mode', given: 'on' },
      { place: 'defaultmode', problem: 'unknown' },
    ],
  },
}

import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Policy } from '../../../src/background/policy'
import type { ConsentMode } from '../../../src/platform/consent-shapes'

vi.mock('webextension-polyfill', () => ({
  default: { runtime: { getURL: () => 'chrome-extension://own/' } },
}))

let policy: Policy

beforeEach(() => {
  vi.restoreAllMocks()
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
  policy = { sites: new Map(), usersMayChange: true, lists: [] }
})

async function consentOf(own: Record<string, ConsentMode> = {}, everywhere?: ConsentMode) {
  const { Consent } = await import('../../../src/background/consent')
  const organisation = {
    get policy() {
      return policy
    },
  }
  const consent = new Consent(organisation)
  await consent.load()
  if (everywhere !== undefined) await consent.choose('everywhere', '', everywhere)
  for (const [site, mode] of Object.entries(own)) await consent.set(site, mode)
  return consent
}

const demand = (sites: Record<string, ConsentMode>, more: Partial<Policy> = {}) => {
  policy = { ...policy, sites: new Map(Object.entries(sites)), ...more }
}

describe('by whose word a mode is in force', () => {
  it('nobody chose: only clicks count', async () => {
    const consent = await consentOf()
    expect(consent.stateFor('jobs.example')).toEqual({
      ...{ mode: 'click', everywhere: 'click', isFixed: false },
      settledBy: { is: 'preset' },
    })
  })

  it('the user for a site, before what the user chose for all', async () => {
    const consent = await consentOf({ 'jobs.example': 'off', '*.uni.example': 'click' }, 'always')
    expect(consent.stateFor('jobs.example')).toMatchObject({
      ...{ mode: 'off', everywhere: 'always' },
      settledBy: { is: 'user', site: 'jobs.example' },
    })
    expect(consent.stateFor('cs.uni.example')).toMatchObject({
      mode: 'click',
      settledBy: { is: 'user', site: '*.uni.example' },
    })
    expect(consent.stateFor('other.example')).toMatchObject({
      mode: 'always',
      settledBy: { is: 'user-default' },
    })
  })

  it('the same name in full, with the dot of the root, is no other site', async () => {
    const consent = await consentOf({ 'bank.example': 'off' })
    expect(consent.stateFor('bank.example.').mode).toBe('off')
  })

  it('a host called like a property of every object has no choice of its own', async () => {
    const consent = await consentOf()
    for (const host of ['constructor', 'toString', '__proto__'])
      expect(consent.stateFor(host).mode).toBe('click')
  })
})

describe('an organisation that lets users choose', () => {
  it('is outweighed by a choice for that very site, and by none that names it less closely', async () => {
    demand({ 'intranet.uni.example': 'off', '*.uni.example': 'always' }, { defaultMode: 'off' })
    const consent = await consentOf({ '*.uni.example': 'click', 'a.example': 'always' }, 'always')

    expect(consent.stateFor('intranet.uni.example')).toMatchObject({
      mode: 'off',
      settledBy: { is: 'organisation', site: 'intranet.uni.example' },
    })
    expect(consent.stateFor('cs.uni.example').settledBy).toMatchObject({ is: 'user' })
    await consent.set('intranet.uni.example', 'click')
    expect(consent.stateFor('intranet.uni.example').mode).toBe('click')
  })

  it('settles what the user left open', async () => {
    demand({ '*.uni.example': 'always' }, { defaultMode: 'off' })
    const consent = await consentOf()

    expect(consent.stateFor('uni.example').mode).toBe('always')
    expect(consent.stateFor('other.example')).toMatchObject({
      mode: 'off',
      settledBy: { is: 'organisation-default' },
    })
  })

  it('does not widen what the user chose for all sites', async () => {
    demand({}, { defaultMode: 'always' })
    const consent = await consentOf({}, 'click')
    expect(consent.stateFor('other.example').mode).toBe('click')
  })
})

describe('an organisation that lets nobody change a mode', () => {
  it('decides alone, and the user loses nothing by it', async () => {
    const consent = await consentOf({ 'jobs.example': 'always' }, 'always')
    demand({ '*.uni.example': 'always' }, { usersMayChange: false })

    expect(consent.stateFor('jobs.example')).toEqual({
      ...{ mode: 'click', everywhere: 'click', isFixed: true },
      settledBy: { is: 'preset' },
    })
    expect(await consent.set('jobs.example', 'off')).toEqual({ is: 'fixed' })
    await consent.choose('everywhere', '', 'off')
    await consent.remove('jobs.example')

    policy = { ...policy, usersMayChange: true }
    expect(consent.stateFor('jobs.example').mode).toBe('always')
    expect(consent.stateFor('other.example').mode).toBe('always')
  })

  it('is not got round by a private window', async () => {
    const consent = await consentOf()
    demand({}, { usersMayChange: false, defaultMode: 'off' })
    const tab = {
      ...{ tabId: 1, url: 'https://jobs.example/', host: 'jobs.example', private: true },
      ...{ entries: [], next: 1, siteConsent: 'always' as const },
    }
    expect(consent.stateFor('jobs.example', tab).mode).toBe('off')
    expect(consent.isOff(tab)).toBe(true)
  })
})

describe('where the user’s choices cannot be read', () => {
  async function unreadConsent() {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new Error('broken')
    })
    return consentOf()
  }

  it('nobody is said to have chosen: only clicks count', async () => {
    const consent = await unreadConsent()
    expect(consent.stateFor('jobs.example')).toMatchObject({
      ...{ mode: 'click', everywhere: 'click', settledBy: { is: 'preset' } },
    })
    expect(consent.sites().everywhere).toEqual({ mode: 'click', settledBy: { is: 'preset' } })
  })

  it.each(['off', 'click'] as const)('the organisation’s %s counts', async (mode) => {
    demand({ 'intranet.example': mode }, { defaultMode: mode })
    const consent = await unreadConsent()
    expect(consent.stateFor('intranet.example')).toMatchObject({
      ...{ mode, settledBy: { is: 'organisation', site: 'intranet.example' } },
    })
    expect(consent.stateFor('jobs.example')).toMatchObject({
      ...{ mode, everywhere: mode, settledBy: { is: 'organisation-default' } },
    })
  })

  it('its `always` waits for clicks, since the user may have forbidden it', async () => {
    demand({ '*.uni.example': 'always' }, { defaultMode: 'always' })
    const consent = await unreadConsent()
    for (const host of ['cs.uni.example', 'jobs.example'])
      expect(consent.stateFor(host)).toMatchObject({
        ...{ mode: 'click', everywhere: 'click', settledBy: { is: 'preset' } },
      })
  })

  it('its `always` counts where users’ choices do not', async () => {
    demand({ '*.uni.example': 'always' }, { defaultMode: 'always', usersMayChange: false })
    const consent = await unreadConsent()
    for (const host of ['cs.uni.example', 'jobs.example'])
      expect(consent.stateFor(host).mode).toBe('always')
  })

  it('what is chosen for a private tab counts', async () => {
    const consent = await unreadConsent()
    const host = 'jobs.example'
    const tab = { tabId: 1, url: `https://${host}/`, host, private: true, entries: [], next: 1 }
    await consent.choose('site', host, 'always', tab)
    expect(consent.isAlways(tab)).toBe(true)
  })

  it('all is as ever once they can be', async () => {
    demand({}, { defaultMode: 'always' })
    const consent = await unreadConsent()
    vi.restoreAllMocks()
    await consent.load()
    expect(consent.stateFor('jobs.example').mode).toBe('always')
  })
})

describe('what is kept', () => {
  it('is not lost where an earlier reading failed', async () => {
    await consentOf({ 'a.example': 'off' })
    vi.resetModules()
    const { Consent } = await import('../../../src/background/consent')
    const unread = new Consent({ policy })
    await unread.set('b.example', 'always')

    expect(unread.stateFor('a.example').mode).toBe('off')
    expect(unread.stateFor('b.example').mode).toBe('always')
  })

  it('is forgotten where it is removed', async () => {
    const consent = await consentOf({ '*.uni.example': 'always', 'a.example': 'off' })
    await consent.remove('*.uni.example')
    expect(consent.sites().sites).toEqual([{ site: 'a.example', mode: 'off' }])
  })

  it('is a choice for the open site also where its name is one that nobody may write', async () => {
    const consent = await consentOf()
    const host = '-a.uni.example'
    const tab = { tabId: 1, url: `https://${host}/`, host, private: false, entries: [], next: 1 }
    await consent.choose('site', host, 'off', tab)
    expect(consent.isOff(tab)).toBe(true)
    expect(await consent.set(host, 'off')).toEqual({ is: 'refused', problem: 'unreadable' })
  })

  it('is nothing where the tab has no host', async () => {
    const consent = await consentOf()
    const tab = { tabId: 1, url: 'about:blank', host: '', private: false, entries: [], next: 1 }
    await consent.choose('site', '', 'always', tab)
    expect(consent.sites().sites).toEqual([])
  })

  it('is no site that nobody owns', async () => {
    const consent = await consentOf()
    expect(await consent.set('*.co.uk', 'always')).toEqual({
      ...{ is: 'refused', problem: 'public-suffix' },
    })
    expect(consent.sites().sites).toEqual([])
  })
})

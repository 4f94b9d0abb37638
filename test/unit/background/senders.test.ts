import { beforeEach, describe, expect, it } from 'vitest'
import { OWN_HOST, OWN_ORIGIN } from './fake-browser'
import { badgePng, base64 } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const PAGE = 'https://evil.example/'
const ASSERTION = 'https://issuer.example/assertion'
const LIST = JSON.stringify({ registry: { 'did:web:evil.example': { name: 'Everybody' } } })

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, PAGE)
  await rig.start()
})

describe('a request that does not come from a page of ours', () => {
  const contentScript = { id: OWN_HOST, url: PAGE, tab: { id: 1 } }
  const senders: [string, object][] = [
    ['a content script', contentScript],
    ['a content script in a frame without an address', { ...contentScript, url: 'about:blank' }],
    ['a sender without an address', { id: OWN_HOST }],
    ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }],
    ['another extension with our address', { id: 'other', url: `${OWN_ORIGIN}/popup.html` }],
    ['a host that begins like ours', { id: OWN_HOST, url: `${OWN_ORIGIN}.evil.example/` }],
    [
      'an address that contains ours',
      { id: OWN_HOST, url: `https://evil.example/?${OWN_ORIGIN}/` },
    ],
  ]
  const requests = [
    { type: 'set-consent', scope: 'everywhere', host: '', mode: 'always' },
    { type: 'set-site', site: 'evil.example', mode: 'always' },
    { type: 'remove-site', site: 'good.example' },
    { type: 'sites' },
    { type: 'enter-page', tabId: 1 },
    { type: 'page-state', tabId: 1 },
    { type: 'verify', tabId: 1, ids: 'all' },
    { type: 'report', reportId: 'x' },
    { type: 'compare-recipient', reportId: 'x', identity: 'a@b.example' },
    { type: 'trust-lists' },
    { type: 'own-identities' },
    { type: 'add-own-identity', identity: 'a@b.example', label: '', remember: true },
    { type: 'remove-own-identities' },
    { type: 'own-badges', tabId: 1 },
    { type: 'own-badge', reportId: 'x' },
    { type: 'give-files', tabId: 1, files: [{ name: 'badge.json', bytes: 'e30=' }] },
    { type: 'add-list-text', text: LIST, name: 'list.json' },
    { type: 'add-list-address', url: 'https://evil.example/list.json' },
    { type: 'refresh-list', id: 'https://evil.example/list.json' },
    { type: 'remove-list', id: 'https://good.example/list.json' },
  ]

  it.each(senders)('from %s is not answered', async (_, sender) => {
    for (const request of requests) expect(await rig.browser.ask(request, sender)).toBeUndefined()
    await settled()

    expect((await rig.ask('consent', { host: 'evil.example' })).mode).toBe('click')
    expect((await rig.ask('sites', {})).sites).toEqual([])
    expect(rig.browser.injected.filter(({ files }) => files)).toEqual([])
    expect(await rig.ask('trust-lists', {})).toEqual([])
    expect(await rig.ask('own-identities', {})).toEqual([])
    expect(rig.web.log).toEqual([])
  })
})

describe('a request of ours that is malformed', () => {
  it.each([
    null,
    'page-state',
    {},
    { type: 'page-state' },
    { type: 'page-state', tabId: '1' },
    { type: 'verify', tabId: 1 },
    { type: 'verify', tabId: 1, ids: [1] },
    { type: 'set-consent', scope: 'everywhere', host: '', mode: 'never' },
    { type: 'set-consent', scope: 'galaxy', host: '', mode: 'always' },
    { type: 'set-site', site: 'uni.example', mode: 'ALWAYS' },
    { type: 'set-site', site: ['uni.example'], mode: 'off' },
    { type: 'set-site', site: 'x'.repeat(3_000), mode: 'off' },
    { type: 'remove-site', site: null },
    { type: 'enter-page', tabId: '1' },
    { type: 'report', reportId: { toString: 'x' } },
    { type: '__proto__' },
    { type: 'add-list-text', text: LIST },
    { type: 'add-list-text', text: { length: 1 }, name: 'x' },
    { type: 'add-list-address', url: ['https://evil.example/'] },
    { type: 'add-list-address', url: `https://evil.example/${'x'.repeat(2_000)}` },
    { type: 'remove-list' },
    { type: 'add-own-identity', identity: 'a@b.example', label: '' },
    { type: 'add-own-identity', identity: { name: 'Ada' }, label: '', remember: true },
    { type: 'add-own-identity', identity: 'a@b.example', label: {}, remember: true },
    { type: 'remove-own-identity', id: ['x'] },
  ])('%j is not answered', async (request) => {
    expect(await rig.browser.ask(request)).toBeUndefined()
  })
})

describe('a line that does not come from a content script of ours', () => {
  it.each([
    ['another extension', { id: 'other' }],
    ['no tab', { tab: undefined }],
    ['a page of ours', { url: `${OWN_ORIGIN}/src/pages/verify/index.html` }],
  ])('is closed: %s', async (_, sender) => {
    const page = rig.page(1, { sender })
    await settled()

    expect(page.port.closed).toBe(true)
  })
})

describe("what a hostile page's process may send over its line", () => {
  const good = { key: 'a', kind: 'image', url: 'https://cdn.example/a.png' }
  const withUrl = (url: unknown) => ({ ...good, url })

  it.each<[string, unknown]>([
    ['no object', 'candidates'],
    ['no type', { items: [good] }],
    ['unknown type', { type: 'set-consent', mode: 'always' }],
    ['a list to trust', { type: 'add-list-text', text: LIST, name: 'list.json' }],
    ['no items', { type: 'candidates', url: PAGE }],
    ['items that are none', { type: 'candidates', url: PAGE, items: [null, 1, 'x', [], {}] }],
    ['a key that is no text', { type: 'candidates', url: PAGE, items: [{ ...good, key: 1 }] }],
    [
      'an endless key',
      { type: 'candidates', url: PAGE, items: [{ ...good, key: 'k'.repeat(101) }] },
    ],
    ['an unknown kind', { type: 'candidates', url: PAGE, items: [{ ...good, kind: 'report' }] }],
    ...[
      ...['javascript:alert(1)', 'file:///etc/passwd', 'chrome://settings', 'blob:https://x/1', ''],
      ...['https://', 7, `https://cdn.example/${'x'.repeat(9_000)}`, `${OWN_ORIGIN}/x.png`],
    ].map((url): [string, unknown] => [
      `the address ${String(url).slice(0, 40)}`,
      { type: 'candidates', url: PAGE, items: [withUrl(url)] },
    ]),
    [
      'too many bytes',
      { type: 'candidates', url: PAGE, items: [{ ...good, bytes: 'A'.repeat(14_000_001) }] },
    ],
    ['keys that are none', { type: 'gone', keys: 'a' }],
    ['an activation without key', { type: 'activate' }],
  ])('%s: nothing happens', async (_, message) => {
    const page = rig.page(1)
    page.say(message as object)
    await settled()

    expect((await rig.state(1)).badges).toEqual([])
    expect(rig.web.log).toEqual([])
    expect(page.port.closed).toBe(false)
  })

  it('bytes that are no base64 are no badge', async () => {
    rig.page(1).say({ type: 'candidates', url: PAGE, items: [{ ...good, bytes: '%%%' }] })
    await settled()

    expect((await rig.state(1)).badges).toEqual([])
  })

  it('at most 1,000 candidates of a tab are taken, of which frames leave half to the page', async () => {
    const links = (from: number) =>
      Array.from({ length: 800 }, (_, at) => ({
        ...{ key: `k${from + at}`, kind: 'link' as const },
        url: `https://issuer.example/${from + at}.json`,
      }))
    const frame = { frameId: 2, url: 'https://embed.example/' }
    rig.page(1, frame).show(...links(0))
    expect(await rig.badges(1, (all) => all.length >= 500)).toHaveLength(500)
    expect((await rig.state(1)).partial).toBe(true)
    rig.page(1, { ...frame, frameId: 3 }).show(...links(0))
    rig.page(1).show(...links(800))

    const badges = await rig.badges(1, (all) => all.length >= 1_000)
    await settled()
    expect(badges).toHaveLength(1_000)
    const { entries } = rig.browser.session.get('tab:1') as { entries: unknown[] }
    expect(entries).toHaveLength(1_000)
  })

  it('an address that is too long hides no badge', async () => {
    const url = `${PAGE}#${'x'.repeat(9_000)}`
    const long = `${PAGE}?${'x'.repeat(9_000)}`
    const link = (name: string) => ({
      ...{ key: name, kind: 'link', url: `https://issuer.example/${name}.json` },
    })
    rig.page(1).say({ type: 'candidates', url, items: [link('a')] })
    rig.page(1).say({ type: 'candidates', url: long, items: [link('b')] })
    await rig.badges(1, (all) => all.length === 2)
    expect((await rig.state(1)).host).toBe('evil.example')
  })

  it('a label is cut', async () => {
    const label = 'x'.repeat(5_000)
    rig.page(1).show({ key: 'l', kind: 'link', url: 'https://issuer.example/b.json', label })

    const [badge] = await rig.badges(1, (all) => all.length === 1)
    expect(badge?.label).toHaveLength(200)
  })

  it('another host as its own gives it no consent that was chosen for that host', async () => {
    await rig.ask('set-consent', {
      ...{ scope: 'site', host: 'portfolio.example', mode: 'always' },
      tabId: 1,
    })
    rig.web.serve(ASSERTION, () => new Response('{}'))
    const bytes = base64(badgePng({ name: 'Go', asks: [ASSERTION], verdict: 'authentic' }))
    rig.page(1).say({
      ...{ type: 'candidates', url: 'https://portfolio.example/me' },
      items: [{ ...image('a', `${PAGE}a.png`), bytes, complete: true }],
    })

    await rig.badges(1, ([first]) => first?.state === 'found')
    await settled()
    expect((await rig.state(1)).host).toBe('evil.example')
    expect(rig.web.log).toEqual([])
  })

  it('a document of its own does not pass for one that was read from a famous host', async () => {
    const bytes = base64(badgePng({ name: 'Go', asks: [ASSERTION] }))
    rig.page(1).show({ ...image('a', 'https://famous.example/a.png'), bytes, complete: true })
    await rig.badges(1, ([first]) => first?.state === 'found')

    expect(rig.verifier.sources).toHaveLength(1)
    expect(rig.verifier.sources[0]).not.toHaveProperty('url')
  })
})

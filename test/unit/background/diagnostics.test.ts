/** A text that people put into public reports of faults: nothing of theirs may be in it. */
import { beforeEach, expect, it } from 'vitest'
import { diagnosticText } from '../../../src/pages/options/diagnostic-text'
import type { Diagnostics } from '../../../src/platform/machine-messages'
import { badgePng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const BROWSER = { name: 'Firefox', version: '153.0.1', system: 'linux', language: 'pt-PT' }
/** In everything that a person, a page or a badge brings in. */
const SECRETS = ['alice', 'secret', 'example', 'northfield', 'portfolio', '@', 'http', '1984']

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.secret.example/alice')
  await rig.start()
})

async function filled(): Promise<string> {
  const picture = 'https://cdn.secret.example/alice.png'
  const asks = ['https://issuer.secret.example/alice']
  rig.web.serveFile(picture, badgePng({ name: 'Alice of Northfield', asks, verdict: 'authentic' }))
  rig.web.serve(asks[0] ?? '', () => new Response('{}'))
  const page = rig.page(1)
  page.show({ ...image('a', picture), label: 'alice@secret.example' })
  await rig.badges(1, ([first]) => first?.state === 'found')
  await rig.ask('verify', { tabId: 1, ids: 'all' })
  await rig.badges(1, ([first]) => first?.state === 'done')
  await rig.ask('set-site', { site: 'bank.secret.example', mode: 'off' })
  await rig.ask('set-site', { site: '*.alice.example', mode: 'always' })
  await rig.ask('add-own-identity', {
    ...{ identity: 'alice@secret.example', label: 'secretly me', remember: true },
  })
  await rig.ask('add-own-identity', {
    ...{ identity: { name: 'Alice', dateOfBirth: '1984-05-06' }, label: '', remember: false },
  })
  await rig.ask('change-preferences', { change: { appearance: 'dark', atOnce: 2 } })
  await settled()
  const kept = await rig.ask('kept-here', {})
  return diagnosticText(await rig.ask('diagnostics', {}), kept, BROWSER, 123_456)
}

it('says how the extension is set, and what it holds', async () => {
  const text = await filled()
  for (const line of [
    ...['extension: 1.2.3', 'browser.name: Firefox', 'browser.version: 153.0.1'],
    ...['browser.language: pt-PT', 'preferences.appearance: dark', 'preferences.atOnce: 2'],
    ...['sites.off: 1', 'sites.always: 1', 'sites.click: 0', 'organisation: none'],
    ...['ownIdentities: 2', 'openTabs: 1', 'badges.authentic: 1', 'storageBytes: 123456'],
    ...['kept.reports.count: 1', 'kept.trust-lists.count: 0', 'everySite: true'],
  ])
    expect(text.split('\n')).toContain(line)
  expect(text).toMatch(/^database: \d+$/m)
})

it('counts nothing of a private window', async () => {
  rig.browser.openTab(9, 'https://portfolio.secret.example/alice', true)
  const picture = 'https://cdn.secret.example/private.png'
  rig.web.serveFile(picture, badgePng({ name: 'Alice', offline: 'invalid' }))
  rig.page(9).show(image('a', picture))
  await rig.badges(9, ([first]) => first?.state === 'done')
  const { openTabs, badges } = await rig.ask('diagnostics', {})

  expect({ openTabs, badges }).toEqual({ openTabs: 0, badges: {} })
})

it('names no site, host, address, badge, file or person', async () => {
  const text = (await filled()).toLowerCase()
  expect(text).not.toBe('')
  for (const secret of SECRETS) expect(text).not.toContain(secret)
})

it.each([
  ['a host', 'bank.example'],
  ['an address', 'https://bank.example/alice'],
  ['an e-mail address', 'alice@bank.example'],
  ['a sentence', 'Alice was here'],
  ['another line', 'x\nAlice'],
  ['a long word', 'a'.repeat(41)],
  ['a path', '/home/alice'],
])('leaves out %s, wherever it may have come from', async (_, value) => {
  const all = await rig.ask('diagnostics', {})
  const tampered = {
    ...all,
    ...{ extension: value, everywhere: value, badges: { [value]: 1 }, added: { deep: value } },
  } as unknown as Diagnostics
  const text = diagnosticText(tampered, [], { ...BROWSER, version: value }, undefined)
  expect(text).not.toContain(value)
  expect(text).not.toContain('lice')
  expect(text).toContain(`database: ${all.database}`)
})

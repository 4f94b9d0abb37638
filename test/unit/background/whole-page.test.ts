import { beforeEach, expect, it } from 'vitest'
import { READ_ALL } from '../../../src/platform/port-messages'
import { settled, WorkerRig } from './worker-rig'

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  rig.browser.openTab(2, 'https://portfolio.example/other')
  await rig.start()
})

const told = () => rig.browser.toTabs

it('is asked for by whoever looks at a tab, also one that has said nothing', async () => {
  await rig.state(1)
  expect(told()).toEqual([{ tabId: 1, message: READ_ALL }])
})

it('is asked for by the key that verifies the page in front', async () => {
  rig.page(2).show()
  await settled()
  rig.browser.worker?.api.commands.onCommand.emit('verify-page', rig.browser.tabs.get(2))
  await settled()
  expect(told()).toEqual([{ tabId: 2, message: READ_ALL }])
})

it('is asked for by the key where nothing near has said anything', async () => {
  rig.browser.worker?.api.commands.onCommand.emit('verify-page', rig.browser.tabs.get(2))
  await settled()
  expect(told()).toEqual([{ tabId: 2, message: READ_ALL }])
})

it('is asked for again where the script comes only after that page of ours', async () => {
  rig.browser.withheld.add('https://portfolio.example/*')
  rig.browser.deaf.add(1)
  await rig.state(1)
  rig.browser.deaf.delete(1)
  expect(await rig.ask('enter-page', { tabId: 1 })).toBe(true)
  await settled()
  expect(told()).toEqual([{ tabId: 1, message: READ_ALL }])
})

it('is asked for of no site that is off', async () => {
  await rig.ask('set-site', { site: 'portfolio.example', mode: 'off' })
  await rig.state(1)
  rig.browser.worker?.api.commands.onCommand.emit('verify-page', rig.browser.tabs.get(1))
  await settled()
  expect(told()).toEqual([])
})

it('is asked for of no tab whose address nobody tells, unless a script has', async () => {
  rig.browser.untold.add(1)
  await rig.state(1)
  expect(told()).toEqual([])
  rig.page(1, { url: 'http://portfolio.example/me' }).show()
  await settled()
  await rig.state(1)
  expect(told()).toEqual([{ tabId: 1, message: READ_ALL }])
})

it('is asked for by no page’s own doing', async () => {
  const page = rig.page(1)
  page.show({ key: 'a', kind: 'link', url: 'https://issuer.example/badge.json' })
  page.say({ type: 'activate', key: 'a' })
  await settled()
  expect(told()).toEqual([])
})

it('breaks nothing where no script hears it', async () => {
  rig.browser.deaf.add(1)
  expect((await rig.state(1)).badges).toEqual([])
})

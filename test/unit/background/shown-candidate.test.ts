import { beforeEach, expect, it } from 'vitest'
import type { Candidate } from '../../../src/platform/port-messages'
import { settled, WorkerRig } from './worker-rig'

const HASH = '0123456789abcdef0123456789abcdef01234567'
const PAGE = `https://school.example/badges/badge.php?hash=${HASH}`

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, PAGE)
  await rig.start()
})

const link = (key: string, url: string): Candidate => ({ key, kind: 'link', url })

it('is one badge, however a page writes the address of the award', async () => {
  const page = rig.page(1)
  page.show(
    { ...link('page', PAGE), label: 'Data Analyst' },
    { ...link('skip', `${PAGE}#maincontent`), label: 'Skip to main content' },
    link('language', `${PAGE}&lang=de`),
    link('record', `https://school.example/badges/assertion.php?b=${HASH}`),
    link('other', PAGE.replace('0123', '3210')),
  )
  const badges = await rig.badges(1, (all) => all.length > 1)
  expect(badges).toMatchObject([
    { url: PAGE, label: 'Data Analyst', isPage: true },
    { url: PAGE.replace('0123', '3210') },
  ])
  await settled()
  expect(rig.browser.toolbar.get(1)?.text).toBe('2')
})

it('is one line where its platform publishes nothing of it', async () => {
  const certificate = 'https://www.coursera.org/account/accomplishments/verify/ABCDEF123456'
  rig
    .page(1)
    .show(
      link('page', certificate),
      link('skip', `${certificate}#main`),
      link('other', `${certificate}7`),
    )
  await settled()
  expect((await rig.state(1)).badges.map(({ url }) => url)).toEqual([
    certificate,
    `${certificate}7`,
  ])
})

it('is still there as long as one of its links is', async () => {
  const page = rig.page(1)
  page.show(link('page', PAGE), link('skip', `${PAGE}#maincontent`))
  await rig.badges(1, (all) => all.length === 1)
  page.say({ type: 'gone', keys: ['page'] })
  await settled()
  expect((await rig.state(1)).badges).toHaveLength(1)
  page.say({ type: 'gone', keys: ['skip'] })
  await rig.badges(1, (all) => all.length === 0)
})

it('is asked about by any of its links', async () => {
  rig.page(1).show(link('page', PAGE))
  await rig.badges(1, (all) => all.length === 1)
  rig.browser.worker?.api.contextMenus.onClicked.emit(
    { menuItemId: 'verify-badge', editable: false, linkUrl: `${PAGE}#maincontent` },
    rig.browser.tabs.get(1),
  )
  await rig.badges(1, (all) => all.length === 1 && all[0]?.state === 'done')
})

import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { badgePng, plainPng } from './test-badges'
import { image, WorkerRig } from './worker-rig'

const IMAGE = 'https://cdn.example/badge.png'
const ASSERTION = 'https://issuer.example/assertion'
const LINK = 'https://issuer.example/badge.json'
const GO = { name: 'Go', asks: [ASSERTION], verdict: 'authentic' as const }

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.web.serve(ASSERTION, () => new Response(JSON.stringify(GO)))
  rig.browser.openTab(1, 'https://portfolio.example/me')
  await rig.start()
})

describe('a picture of which the first bytes hold the credential', () => {
  const large = badgePng(GO, { noise: 200_000 })

  it('is read to its end before it is looked up or judged', async () => {
    rig.web.serveFile(IMAGE, large)
    rig.page(1).show(image('a', IMAGE))
    await rig.badges(1, ([badge]) => badge?.state === 'found')
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    const [badge] = await rig.badges(1, ([each]) => each?.state === 'done')

    const stored = await rig.ask('report', { reportId: badge?.reportId ?? '' })
    const sha256 = createHash('sha256').update(large).digest('hex')
    expect(stored?.report.source.imageSha256).toBe(sha256)
  })

  it('is known again when the page is', async () => {
    rig.web.serveFile(IMAGE, large)
    rig.page(1).show(image('a', IMAGE))
    await rig.badges(1, ([badge]) => badge?.state === 'found')
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, ([badge]) => badge?.state === 'done')
    rig.browser.openTab(2, 'https://portfolio.example/me')
    rig.page(2).show(image('a', IMAGE))

    await rig.badges(2, ([badge]) => badge?.state === 'done')
    expect(rig.web.log.filter((url) => url === ASSERTION)).toHaveLength(1)
  })
})

it('a picture inside a link to the credential is judged with what the link leads to', async () => {
  const picture = plainPng()
  rig.web.serveFile(IMAGE, picture)
  rig.web.serve(LINK, () => new Response(JSON.stringify({ name: 'Go', verdict: 'authentic' })))
  rig.browser.worker?.api.contextMenus.onClicked.emit(
    { menuItemId: 'verify-badge', editable: false, srcUrl: IMAGE, linkUrl: LINK },
    rig.browser.tabs.get(1),
  )
  await rig.badges(1, ([badge]) => badge?.state === 'done')

  expect(rig.verifier.sources.at(-1)).toMatchObject({ url: LINK, shown: { bytes: picture } })
})

import { beforeEach, describe, expect, it } from 'vitest'
import type { Glance } from '../../../src/platform/glance'
import { badgePng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'
import { eventually } from '../eventually'

const PAGE = 'https://portfolio.example/me'
const IMAGE = 'https://cdn.example/badge.png'
const GO = { name: 'Go', asks: ['https://issuer.example/assertion'], verdict: 'authentic' as const }

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, PAGE)
  rig.web.serveFile(IMAGE, badgePng(GO))
  await rig.start()
})

const kept = (): Glance | undefined => rig.browser.session.get('tab:1:glance') as Glance | undefined

async function shown(): Promise<Glance> {
  rig.page(1).show(image('a', IMAGE))
  return eventually(() => {
    const glance = kept()
    if (glance?.page.badges[0]?.state !== 'found') throw new Error('nothing is kept yet')
    return glance
  })
}

async function read(url: string): Promise<Glance | undefined> {
  const { readGlance } = await import('../../../src/platform/glance')
  return readGlance(1, url)
}

describe('what is drawn before the worker answers', () => {
  it('is what it will answer, but for the pictures, and says when it was so', async () => {
    const { page, at } = await shown()
    const [badge] = page.badges
    const [answered] = (await rig.state(1)).badges
    expect({ ...answered, thumbnail: undefined }).toEqual({ ...badge, thumbnail: undefined })
    expect(badge?.thumbnail).toBeUndefined()
    expect(Date.parse(at)).not.toBeNaN()
  })

  it('is of its very address alone, whatever follows #', async () => {
    await shown()
    expect(await read(`${PAGE}#badges`)).toBeDefined()
    expect(await read('https://portfolio.example/')).toBeUndefined()
    expect(await read('https://elsewhere.example/me')).toBeUndefined()
  })

  it('goes with its tab', async () => {
    await shown()
    rig.browser.closeTab(1)
    await eventually(() => {
      expect(kept()).toBeUndefined()
    })
  })

  it('is not written for a tab that was closed in between', async () => {
    rig.page(1).show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    rig.browser.closeTab(1)
    await settled()
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(kept()).toBeUndefined()
  })
})

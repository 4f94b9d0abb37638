import { beforeEach, describe, expect, it, vi } from 'vitest'
import { unbake } from '../../../src/verifier/unbake/unbake'
import { LIMITS } from '../../../src/verifier/http/limits'
import { bakedTextOf } from '../../interop/independent-unbake'
import { plainPng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const ID = '8dbde4c2-0b3b-4a5e-9d27-3b1a2c5d6e7f'
const LINK = `https://www.credly.com/badges/${ID}`
const ASSERTION = `https://www.credly.com/api/v1/obi/v2/badge_assertions/${ID}`
const PNG = 'https://cdn.example/badge.png'
const SVG = 'https://cdn.example/badge.svg'
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>'

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.web.serveFile(PNG, plainPng(4_000))
  rig.web.serveFile(SVG, new TextEncoder().encode(DRAWING))
  rig.browser.openTab(1, 'https://portfolio.example/me')
  await rig.start()
})

async function verified(url: string, text: string) {
  rig.web.serve(ASSERTION, () => new Response(text))
  rig.page(1).show({ ...image('a', url), href: LINK })
  await rig.badges(1, ([badge]) => badge?.state === 'found')
  await rig.ask('verify', { tabId: 1, ids: 'all' })
  const [badge] = await rig.badges(1, ([each]) => each?.state === 'done')
  return badge?.id ?? ''
}

async function baked(id: string): Promise<Uint8Array> {
  const answer = await rig.ask('bake-again', { tabId: 1, id })
  if (answer.is !== 'baked') throw new Error(answer.why)
  return Buffer.from(answer.base64, 'base64')
}

const ofFormat = (format: string, verdict = 'authentic') =>
  JSON.stringify({ name: 'Gö <]]>', verdict, format })

describe('the picture of a page with the credential that was found for it', () => {
  it.each([
    ['a PNG, Open Badges 2.0', PNG, 'OpenBadges/2.0', 'openbadges'],
    ['a PNG, Open Badges 3.0', PNG, 'OpenBadges/3.0', 'openbadgecredential'],
  ])('%s', async (_, url, format, keyword) => {
    const text = ofFormat(format)
    const file = await baked(await verified(url, text))
    const read = unbake(file, LIMITS)
    expect(read).toMatchObject({ found: true, text, carrier: 'png-itxt', deviations: [] })
    expect(bakedTextOf(file)).toBe(text)
    expect(Buffer.from(file).includes(`${keyword}\0`)).toBe(true)
    // The picture itself is the page's.
    const pixels = Buffer.from(plainPng(4_000)).subarray(33)
    expect(Buffer.from(file).includes(pixels.subarray(0, 64))).toBe(true)
  })

  it('an SVG', async () => {
    const text = ofFormat('OpenBadges/2.0')
    const file = await baked(await verified(SVG, text))
    expect(unbake(file, LIMITS)).toMatchObject({
      found: true,
      text,
      carrier: 'svg',
      deviations: [],
    })
    expect(new TextDecoder().decode(file)).toContain('<circle r="4"/>')
  })

  it('a picture of another kind is drawn as PNG', async () => {
    const drawn = plainPng(900)
    const bitmap = { width: 30, height: 30, close: vi.fn() }
    vi.stubGlobal('createImageBitmap', () => Promise.resolve(bitmap))
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        getContext = () => ({ drawImage: () => undefined })
        convertToBlob = () => Promise.resolve(new Blob([drawn as Uint8Array<ArrayBuffer>]))
      },
    )
    const gif = Buffer.from(
      'R0lGODlhHgAeAIAAAP///wAAACH5BAAAAAAALAAAAAAeAB4AAAIhhI+py+0Po5y02ouz3rz7D4biSJbmiabqyrbuC8fyTJcFADs=',
      'base64',
    )
    const url = 'https://cdn.example/picture'
    rig.web.serveFile(url, gif)
    const text = ofFormat('OpenBadges/2.0')
    const file = await baked(await verified(url, text))
    expect(bakedTextOf(file)).toBe(text)
    expect(bitmap.close).toHaveBeenCalled()
    vi.unstubAllGlobals()
  })
})

describe('attacks and accidents', () => {
  it.each(['invalid', 'attention', 'unverifiable'])('what is %s is not baked', async (verdict) => {
    const id = await verified(PNG, ofFormat('OpenBadges/2.0', verdict))
    const answer = await rig.ask('bake-again', { tabId: 1, id })
    expect(answer).toEqual({ is: 'not-baked', why: 'not-verified' })
  })

  it('nor what no specification bakes', async () => {
    const id = await verified(PNG, ofFormat('ELM/3'))
    const answer = await rig.ask('bake-again', { tabId: 1, id })
    expect(answer).toEqual({ is: 'not-baked', why: 'format' })
  })

  it('nor what has no picture', async () => {
    rig.web.serve(ASSERTION, () => new Response(ofFormat('OpenBadges/2.0')))
    rig.page(1).show({ key: 'l', kind: 'link', url: LINK })
    await rig.badges(1, ([badge]) => badge?.state === 'found')
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    const [badge] = await rig.badges(1, ([each]) => each?.state === 'done')
    const answer = await rig.ask('bake-again', { tabId: 1, id: badge?.id ?? '' })
    expect(answer).toEqual({ is: 'not-baked', why: 'no-picture' })
  })

  it('an SVG that is not well-formed is left as it is', async () => {
    rig.web.serveFile(SVG, new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><g>'))
    const id = await verified(SVG, ofFormat('OpenBadges/2.0'))
    const answer = await rig.ask('bake-again', { tabId: 1, id })
    expect(answer).toEqual({ is: 'not-baked', why: 'no-picture' })
  })

  it('a badge that has left the page is no longer there to be baked', async () => {
    const id = await verified(PNG, ofFormat('OpenBadges/2.0'))
    rig.browser.openTab(1, 'https://elsewhere.example/')
    rig.page(1, { documentId: 'other' }).show()
    await settled()
    const answer = await rig.ask('bake-again', { tabId: 1, id })
    expect(answer).toEqual({ is: 'not-baked', why: 'no-report' })
  })
})

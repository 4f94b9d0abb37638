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
const ANOTHER = '<o:assertion xmlns:o="http://openbadges.org" verify="https://evil.example/a/1"/>'
const DOCTYPE =
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'

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

const AT = 'https://issuer.example/a/1'
const ofFormat = (format: string, verdict = 'authentic', more = {}) =>
  JSON.stringify({ name: 'Gö <]]>', verdict, format, id: AT, ...more })

async function onto(drawing: string, text = ofFormat('OpenBadges/2.0')): Promise<Uint8Array> {
  rig.web.serveFile(SVG, new TextEncoder().encode(drawing))
  return baked(await verified(SVG, text))
}

async function refused(url: string, text: string): Promise<unknown> {
  const id = await verified(url, text)
  return rig.ask('bake-again', { tabId: 1, id })
}

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

  const at = (url: string) => ({ verify: { type: 'hosted', url } })
  it.each([
    ['its id in Open Badges 2', 'OpenBadges/2.0', {}, AT],
    ['whatever else it says', 'OpenBadges/2.0', at('https://other.example/'), AT],
    ['its verify.url in Open Badges 1', 'OpenBadges/1.1', { id: 'urn:uuid:1', ...at(AT) }, AT],
    ['else its id', 'OpenBadges/1.1', {}, AT],
    ['nothing in Open Badges 3', 'OpenBadges/3.0', {}, undefined],
  ])('an SVG names where a hosted assertion is: %s', async (_, format, more, address) => {
    const text = ofFormat(format, 'authentic', more)
    const read = unbake(await onto(DRAWING, text), LIMITS)
    expect(read).toMatchObject({ found: true, text, deviations: [] })
    expect('verify' in read ? read.verify : undefined).toBe(address)
  })

  it.each([
    ['PNG', PNG],
    ['SVG', SVG],
  ])('a hosted assertion goes into a %s as its host served it', async (_, url) => {
    const served = '{\r\n "id": "https://issuer.example/a/1"\r\n}\n'
    const text = ofFormat('OpenBadges/2.0', 'authentic', { served })
    const file = await baked(await verified(url, text))
    expect(unbake(file, LIMITS)).toMatchObject({ text: served.trim(), deviations: [] })
  })

  it('an SVG as drawing programs write it', async () => {
    const file = await onto(`<?xml version="1.0" encoding="iso-8859-1"?>\n${DOCTYPE}\n${DRAWING}`)
    expect(unbake(file, LIMITS)).toMatchObject({ found: true, deviations: [] })
    expect(new TextDecoder().decode(file)).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\s+<svg /,
    )
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

  it.each([
    ['in Open Badges 2', 'OpenBadges/2.0'],
    ['in Open Badges 1', 'OpenBadges/1.1'],
  ])('nor a hosted assertion of which nobody says where it is: %s', async (_, format) => {
    const text = ofFormat(format, 'authentic', { id: 'urn:uuid:1' })
    expect(await refused(PNG, text)).toEqual({ is: 'not-baked', why: 'format' })
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

  it.each([
    ['not well-formed', DRAWING.replace('</svg>', '<g></svg>')],
    ['not well-formed to a strict reader', DRAWING.replace('<circle', '<a:circle')],
    ['in another encoding', `<?xml version="1.0" encoding="iso-8859-1"?><!--ö-->${DRAWING}`],
    ['not in UTF-8', Buffer.from(DRAWING.replace('4', 'ö'), 'latin1')],
    [
      'with a badge where only some readers see one',
      DRAWING.replace('<circle r="4"/>', `<style>${ANOTHER}</style>`),
    ],
    ['with definitions of its own', DOCTYPE.replace('>', ' [<!ENTITY a "b">]>') + DRAWING],
  ])('an SVG that is %s is left as it is', async (_, drawing) => {
    rig.web.serveFile(SVG, Buffer.from(drawing))
    const answer = await refused(SVG, ofFormat('OpenBadges/2.0'))
    expect(answer).toEqual({ is: 'not-baked', why: 'picture-refused' })
  })

  it('a text that a PNG would alter is not written', async () => {
    const served = `{"id":"${AT}","name":"\uD800"}`
    const text = ofFormat('OpenBadges/2.0', 'authentic', { served })
    expect(await refused(PNG, text)).toEqual({ is: 'not-baked', why: 'picture-refused' })
  })

  it('a PNG that is none after its signature is not written to', async () => {
    rig.web.serveFile(PNG, plainPng(4_000).subarray(0, 60))
    const answer = await refused(PNG, ofFormat('OpenBadges/2.0'))
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

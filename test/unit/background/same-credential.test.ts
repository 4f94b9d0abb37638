import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { bakeSvg } from '../../../src/verifier/unbake/bake'
import { image, WorkerRig } from './worker-rig'

const ASSERTION = 'https://issuer.example/assertion'
const GO = { name: 'Go', asks: [ASSERTION], verdict: 'authentic', freshUntil: '2999-01-01T00:00Z' }
const FIRST = 'https://cdn.example/first.svg'
const SECOND = 'https://evil.example/second.svg'
const THIRD = 'https://evil.example/third.svg'

/** The same credential in a picture of its own. */
const picture = (colour: string) =>
  new TextEncoder().encode(
    bakeSvg(`<svg xmlns="http://www.w3.org/2000/svg"><g fill="${colour}" /></svg>`, {
      text: JSON.stringify(GO),
      generation: 'assertion',
    }),
  )

const FILES: Record<string, Uint8Array> = { [FIRST]: picture('gold'), [SECOND]: picture('black') }
const hashOf = (url: string) =>
  createHash('sha256')
    .update(FILES[url] ?? '')
    .digest('hex')
const thumbnailOf = (url: string) =>
  `data:image/svg+xml;base64,${Buffer.from(FILES[url] ?? '').toString('base64')}`

let rig: WorkerRig

/** Tab 1 verifies the badge; tab 2 shows the same credential in another picture. */
async function shownTwice(isPrivate: boolean) {
  rig.browser.openTab(1, 'https://portfolio.example/me', isPrivate)
  rig.page(1).show(image('a', FIRST))
  await rig.badges(1, ([badge]) => badge?.state === 'found')
  await rig.ask('verify', { tabId: 1, ids: 'all' })
  const [first] = await rig.badges(1, ([badge]) => badge?.state === 'done')
  const second = await anotherPicture(SECOND, isPrivate)
  return { first: first?.reportId ?? '', second: second?.reportId ?? '' }
}

async function anotherPicture(url: string, isPrivate: boolean) {
  rig.browser.openTab(2, 'https://evil.example/', isPrivate)
  rig.page(2).show(image('x', url))
  // What is known of one picture, nobody knows of another.
  await rig.badges(2, ([badge]) => badge?.state === 'found')
  await rig.ask('verify', { tabId: 2, ids: 'all' })
  const [badge] = await rig.badges(2, ([second]) => second?.state === 'done')
  return badge
}

async function expectOwnPictures({ first, second }: { first: string; second: string }) {
  for (const [reportId, url] of [
    [first, FIRST],
    [second, SECOND],
  ] as const) {
    const stored = await rig.ask('report', { reportId })
    expect(stored?.report.source.imageSha256).toBe(hashOf(url))
    expect(stored?.thumbnail).toBe(thumbnailOf(url))
    expect(stored?.id).toBe(reportId)
    const compared = await rig.ask('compare-recipient', { reportId, identity: 'somebody' })
    expect(compared?.source.imageSha256).toBe(hashOf(url))
  }
}

beforeEach(async () => {
  rig = new WorkerRig()
  for (const [url, bytes] of Object.entries(FILES)) rig.web.serveFile(url, bytes)
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
})

describe.each([
  ['windows', false],
  ['private windows', true],
])('one credential in two pictures, in %s', (_, isPrivate) => {
  it('has a report with hash and thumbnail of the picture that it is about', async () => {
    await expectOwnPictures(await shownTwice(isPrivate))
  })

  it('has them still when the worker was killed', async () => {
    const ids = await shownTwice(isPrivate)
    await rig.restart()
    await expectOwnPictures(ids)
  })

  it('has them still when the other was verified again', async () => {
    const ids = await shownTwice(isPrivate)
    await rig.ask('verify-again', { tabId: 2, ids: 'all' })
    await rig.badges(2, ([badge]) => badge?.state === 'done')
    await expectOwnPictures(ids)
  })
})

const timesAsked = () => rig.web.log.filter((url) => url === ASSERTION).length

it('is found without a verdict in another picture, which may be a swapped one', async () => {
  await shownTwice(false)
  rig.web.serveFile(THIRD, picture('red'))
  rig.browser.openTab(3, 'https://evil.example/again')
  rig.page(3).show(image('y', THIRD))

  const [badge] = await rig.badges(3, ([third]) => third?.isBadge === true)
  expect(badge).toMatchObject({ state: 'found', verdict: 'unverifiable' })
  expect(badge).not.toHaveProperty('reportId')
  expect(timesAsked()).toBe(2)
})

it('is known again in the same picture, wherever that is', async () => {
  const { first } = await shownTwice(false)
  rig.web.serveFile(THIRD, picture('gold'))
  rig.browser.openTab(3, 'https://evil.example/again')
  rig.page(3).show(image('y', THIRD))

  const [badge] = await rig.badges(3, ([third]) => third?.state === 'done')
  expect(badge?.reportId).toBe(first)
  expect(timesAsked()).toBe(2)
})

it('shows no thumbnail once no tab shows the picture', async () => {
  const { first } = await shownTwice(false)
  rig.browser.closeTab(1)

  const stored = await rig.ask('report', { reportId: first })
  expect(stored?.report.source.imageSha256).toBe(hashOf(FIRST))
  expect(stored).not.toHaveProperty('thumbnail')
})

it('keeps neither hash, thumbnail nor address of a picture with a report', async () => {
  await shownTwice(true)
  const kept = [...rig.browser.session].filter(([key]) => key.includes(':report:'))

  expect(kept).toHaveLength(2)
  for (const [, value] of kept) {
    expect(Object.keys(value as object).toSorted()).toEqual(['id', 'report', 'savedAt'])
    expect(JSON.stringify(value)).not.toContain('imageSha256')
  }
})

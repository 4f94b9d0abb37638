// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { addressOf } from '../../../src/background/tab-state'
import type { Reader, Reading } from '../../../src/content/reader'
import {
  MAXIMUM_CANDIDATES,
  MAXIMUM_CARRIED,
  READ_AT_ONCE,
  Sightings,
} from '../../../src/content/sightings'
import type { Source } from '../../../src/content/sources'
import type { Candidate } from '../../../src/platform/port-messages'

let reading: Reading | Promise<Reading>
let read: string[]
let sightings: Sightings
/** Elements that wait until somebody comes near. */
let awaited: Element[]
let isNear: boolean

beforeEach(() => {
  read = []
  awaited = []
  isNear = true
  const reader = {
    read: (url: string) => {
      read.push(url)
      return Promise.resolve(reading)
    },
    has: (url: string) => read.includes(url),
    take: (text: string) => Promise.resolve({ state: 'badge', base64: `text of ${text}` }),
  } as unknown as Reader
  const ignore = () => undefined
  const awaitNear = (element: Element) => {
    if (isNear) sightings.approach(element)
    else awaited.push(element)
  }
  const listener = { report: ignore, gone: ignore, draw: ignore, erase: ignore, awaitNear }
  sightings = new Sightings(reader, 'k', listener)
  document.body.replaceChildren()
})

async function see(url: string, kind: 'image' | 'link' = 'image', more: Partial<Source> = {}) {
  const element = document.body.appendChild(document.createElement('img'))
  sightings.see(element, { kind, url, ...more })
  await new Promise((resolve) => setTimeout(resolve))
  return element
}

const carried = (candidates: Candidate[]) =>
  candidates.reduce((sum, { url, bytes = '' }) => sum + url.length + bytes.length, 0)

const data = (length: number, name = '') => `data:image/png;base64,${name}${'A'.repeat(length)}`

describe('what is reported of a data URL', () => {
  it('is its head, since the bytes say the rest; the worker knows it by the same', async () => {
    reading = { state: 'badge', base64: 'iVBORw0=' }
    const url = 'data:image/png;charset=utf-8;base64,iVBORw0='
    await see(url)
    expect(sightings.reported()).toMatchObject([
      { url: 'data:image/png;charset=utf-8;base64,', bytes: 'iVBORw0=', complete: true },
    ])
    expect(addressOf(sightings.reported()[0]!.url)).toBe(addressOf(url))
  })

  it('is all of it where the bytes are not handed over', async () => {
    reading = { state: 'unread' }
    await see(data(8))
    expect(sightings.reported()).toMatchObject([{ url: data(8) }])
  })
})

describe('an image that a script of the page has made', () => {
  it('is reported with its bytes, by a name that only tells it apart', async () => {
    reading = { state: 'badge', base64: 'iVBORw0=' }
    await see('blob:https://a.example/01-ab')
    expect(sightings.reported()).toMatchObject([
      { url: 'data:blob»01-ab,', bytes: 'iVBORw0=', complete: true },
    ])
    const [{ url }] = sightings.reported() as [Candidate]
    expect(addressOf(url)).toBe(url)
  })

  it('is passed over where it cannot be read, unless a link leads on', async () => {
    reading = { state: 'unread' }
    await see('blob:https://a.example/1')
    await see('blob:https://a.example/2', 'image', { embed: 'https://a.example/' })
    expect(sightings.reported()).toMatchObject([
      { url: 'data:blob»2,', stripped: true, embed: 'https://a.example/' },
    ])
  })
})

it('of a page that is a credential the text is taken, and nothing read', async () => {
  reading = { state: 'no-badge' }
  sightings.see(document.body, { kind: 'page', url: 'https://a.example/c', text: '{}' })
  await new Promise((resolve) => setTimeout(resolve))
  expect(sightings.reported()).toEqual([
    expect.objectContaining({ kind: 'page', bytes: 'text of {}', complete: true }),
  ])
  expect(sightings.reported()[0]).not.toHaveProperty('text')
})

describe('an image whose file carries nothing', () => {
  const award = 'https://www.credly.com/badges/01234567-89ab-4cde-8f01-23456789abcd'
  const url = 'https://a.example/b.png'

  beforeEach(() => {
    reading = { state: 'no-badge' }
  })

  it('is reported where the site itself made it anew: its original may carry something', async () => {
    const made = 'https://a.example/_next/image?url=%2Fb.png&w=640'
    await see(made)
    expect(sightings.reported()).toMatchObject([{ url: made, stripped: true }])
  })

  it.each<Partial<Source>>([{ href: award }, { href: award, links: [award] }, { embed: award }])(
    'is reported as that with what leads on: %o',
    async (more) => {
      await see(url, 'image', more)
      expect(sightings.reported()).toMatchObject([{ url, ...more, stripped: true }])
      expect(sightings.reported()[0]).not.toHaveProperty('bytes')
    },
  )

  it('is passed over without, also beside such a link: it may be anybody’s logo', async () => {
    await see(url)
    await see(url, 'image', { links: [award] })
    await see(url, 'image', { href: 'https://a.example/about' })
    await see(url, 'image', { href: `https://evil.example/?u=${award}` })
    expect(sightings.reported()).toEqual([])
  })

  it('is one candidate for each award', async () => {
    for (const href of [award, `${award}?x`, award]) await see(url, 'image', { href })
    expect(sightings.reported().map(({ href }) => href)).toEqual([award, `${award}?x`])
  })
})

describe('one of many images, far from what is in sight', () => {
  const url = 'https://a.example/b.png'
  const shownNow = () => sightings.reported().map((candidate) => candidate.url)

  beforeEach(async () => {
    isNear = false
    reading = { state: 'no-badge' }
    for (let at = 0; at < READ_AT_ONCE; at++) await see(`https://a.example/plain/${at}.png`)
    expect(read.splice(0)).toHaveLength(READ_AT_ONCE)
    reading = { state: 'badge', base64: 'iVBORw0=' }
  })

  it('is read when any element that shows it comes near, and once', async () => {
    const first = await see(url)
    const second = await see(url)
    expect([read, shownNow(), awaited]).toEqual([[], [], [first, second]])
    sightings.approach(second)
    sightings.approach(first)
    await Promise.resolve()
    expect([read, shownNow()]).toEqual([[url], [url]])
  })

  it('is read where it is when somebody asks about the whole page, and so is what comes later', async () => {
    await see(url)
    await see('https://a.example/c.png')
    sightings.readAll()
    await see('https://a.example/d.png')
    expect(shownNow()).toEqual(['b', 'c', 'd'].map((name) => `https://a.example/${name}.png`))
    expect(awaited).toHaveLength(2)
  })

  it('is said to be read until it is, and nothing else is', async () => {
    expect(sightings.readAll()).toEqual({})
    let end: (as: Reading) => void = () => undefined
    reading = new Promise<Reading>((resolve) => (end = resolve))
    await see(url)
    expect(sightings.readAll()).toEqual({ reading: true })
    end({ state: 'no-badge' })
    await reading
    await Promise.resolve()
    expect(sightings.readAll()).toEqual({})
  })

  it('does not wait where something leads to an award, or its bytes are at hand', async () => {
    const award = 'https://www.credly.com/badges/01234567-89ab-4cde-8f01-23456789abcd'
    await see(url, 'image', { href: award })
    await see(url, 'image', { embed: award })
    await see('blob:https://a.example/1')
    await see('https://a.example/badge.json', 'link')
    await see('data:image/png;base64,iVBORw0=')
    expect(sightings.reported()).toHaveLength(5)
    expect(awaited).toEqual([])
  })

  it('does not wait where its file was read already, as that of a background is', async () => {
    read.push(url)
    await see(url)
    expect(shownNow()).toEqual([url])
  })

  it('is not read where it has gone, or shows something else, by then', async () => {
    const gone = await see(url)
    const changed = await see('https://a.example/before.png')
    gone.remove()
    sightings.see(changed, { kind: 'image', url: 'https://a.example/after.png' })
    sightings.settle()
    for (const element of [gone, changed]) sightings.approach(element)
    sightings.readAll()
    await Promise.resolve()
    expect(read).toEqual(['https://a.example/after.png'])
  })

  it('is waited for anew where its element has shown something near before', async () => {
    const element = await see(url)
    sightings.approach(element)
    sightings.see(element, { kind: 'image', url: 'https://a.example/after.png' })
    expect(awaited).toEqual([element, element])
  })
})

describe('a page that shows more than is looked at', () => {
  it('is said to, once something was passed over', () => {
    reading = { state: 'no-badge' }
    const link = (at: number): void => {
      sightings.see(document.createElement('a'), { kind: 'link', url: `https://a.example/${at}` })
    }
    for (let at = 0; at < MAXIMUM_CANDIDATES; at++) link(at)
    link(0)
    expect(sightings.readAll()).toEqual({})
    link(MAXIMUM_CANDIDATES)
    expect(sightings.readAll()).toEqual({ partial: true })
  })

  it('is said to where there was no room for what only the page can read', async () => {
    reading = { state: 'unread' }
    await see(data(MAXIMUM_CARRIED))
    expect(sightings.readAll()).toEqual({ partial: true })
  })
})

describe('what one message can carry', () => {
  const third = Math.ceil(MAXIMUM_CARRIED / 3) + 1

  it('bounds data URLs, of images and of links', async () => {
    reading = { state: 'unread' }
    for (const name of ['a', 'b', 'c']) await see(data(third, name))
    for (const name of ['d', 'e', 'f']) await see(data(third, name), 'link')
    expect(sightings.reported()).toHaveLength(2)
    expect(carried(sightings.reported())).toBeLessThanOrEqual(MAXIMUM_CARRIED)
  })

  it('bounds the bytes of one image inside many links, and leaves the rest to the worker', async () => {
    reading = { state: 'badge', base64: 'A'.repeat(third) }
    for (let award = 0; award < 5; award++) {
      await see('https://a.example/b.png', 'image', { href: `https://a.example/${award}` })
    }
    const sizes = sightings.reported().map(({ bytes, complete }) => [bytes?.length, complete])
    const bare = [undefined, undefined]
    expect(sizes).toEqual([[third, true], [third, true], bare, bare, bare])
  })

  it('has room again for what follows, once something has gone', async () => {
    reading = { state: 'unread' }
    const first = await see(data(2 * third, 'a'))
    await see(data(2 * third, 'b'))
    expect(sightings.reported()).toHaveLength(1)
    first.remove()
    sightings.settle()
    await see(data(2 * third, 'c'))
    expect(sightings.reported().map(({ url }) => url[22])).toEqual(['c'])
  })
})

// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://portfolio.example/me" }
/** Pages that copy, hide, swap and lead elsewhere what bears a mark, and pages that are unlike others. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  FakeIntersectionObserver,
  FakePerformanceObserver,
  fireLoad,
  marksOf,
  png,
} from './fake-page'
import {
  answer,
  award,
  fetched,
  inject,
  knows,
  quiet,
  serve,
  settled,
  told,
  useContentScript,
} from './injected-script'
import { eventually } from '../eventually'

useContentScript()

const show = (): void => {
  for (const observer of FakeIntersectionObserver.all) observer.show()
}

/** The images to which a mark would go. */
const named = () =>
  [...document.images].filter(({ style }) =>
    style.getPropertyValue('anchor-name').includes('--touchstone-'),
  )

describe('a copy of a marked picture', () => {
  const HTML = () => `<div id="list"><p><img src="${serve('/badge.png')}"></p></div>`

  it('that becomes another picture does not draw the mark to itself', async () => {
    await inject(HTML())
    await answer()
    const copy = document.querySelector('p')!.cloneNode(true) as HTMLElement
    copy.querySelector('img')!.src = serve('/photo.png', png())
    document.querySelector('#list')!.append(copy)
    await Promise.resolve()
    expect(named().map(({ src }) => new URL(src).pathname)).toEqual(['/badge.png'])
  })

  it('that is written as text keeps the names of the page, and no other', async () => {
    await inject(HTML())
    await answer()
    const text = document
      .querySelector('p')!
      .innerHTML.replace('--touchstone', '--own, --touchstone')
    document.querySelector('#list')!.insertAdjacentHTML('beforeend', text)
    await Promise.resolve()
    expect(named()).toHaveLength(1)
    expect(document.images[1]!.style.getPropertyValue('anchor-name')).toBe('--own')
  })
})

describe('a marked picture that is hidden or shown without a transition', () => {
  let isSeen: boolean

  afterEach(() => {
    vi.restoreAllMocks()
  })

  const display = () => (marksOf(document)[0] as HTMLElement | undefined)?.style.display

  async function marked(isSeenFirst: boolean): Promise<void> {
    isSeen = isSeenFirst
    vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(() => isSeen)
    await inject(`<section><div><img src="${serve('/badge.png')}"></div></section>`)
    await answer()
    show()
    expect(display()).toBe(isSeenFirst ? 'block' : 'none')
  }

  it.each(['class', 'style', 'hidden'])(
    'by the %s of what it stands in takes it along',
    async (name) => {
      await marked(true)
      isSeen = false
      document.querySelector('section')!.setAttribute(name, 'x')
      await eventually(() => {
        expect(display()).toBe('none')
      })
    },
  )

  it.each(['animationend', 'animationcancel', 'transitioncancel'])(
    'until %s has it then',
    async (end) => {
      await marked(false)
      isSeen = true
      document.querySelector('div')!.dispatchEvent(new Event(end, { bubbles: true }))
      show()
      await eventually(() => {
        expect(display()).toBe('block')
      })
    },
  )
})

describe('a frame that loads once more', () => {
  const EMBED = award(1).replace('/badges/', '/embedded_badge/')

  async function loads(src: string): Promise<HTMLIFrameElement> {
    document.body.innerHTML = `<main><iframe src="${src}"></iframe></main>`
    const frame = document.querySelector('iframe')!
    Object.defineProperty(frame, 'contentDocument', { value: null })
    await inject('', 0)
    fireLoad(frame)
    await settled()
    return frame
  }

  it('because the page has put it somewhere else keeps its badge', async () => {
    const frame = await loads(EMBED)
    const slide = document.createElement('div')
    frame.replaceWith(slide)
    slide.append(frame)
    await settled()
    fireLoad(frame)
    await knows(1)
  })

  it('and is given another source is looked at for that one', async () => {
    const frame = await loads('https://other.example/start')
    fireLoad(frame)
    frame.src = EMBED
    await settled()
    fireLoad(frame)
    await knows(1)
  })
})

describe('what leads its frame elsewhere', () => {
  it('before the mark is drawn gets none', async () => {
    const embedded = award(1).replace('/badges/', '/embedded_badge/')
    document.body.innerHTML = `<iframe src="${embedded}"></iframe>`
    const frame = document.querySelector('iframe')!
    const holds = (value: object | null) =>
      Object.defineProperty(frame, 'contentDocument', { value, configurable: true })
    holds({ URL: 'about:blank' })
    await inject('', 0)
    holds(null)
    fireLoad(frame)
    fireLoad(frame)
    await settled()
    expect(told()).toEqual([])
  })

  it('as an object loses its mark', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="https://i.example/1"/></svg>'
    const url = serve('/badge.svg', new TextEncoder().encode(svg))
    await inject(`<object type="image/svg+xml" data="${url}"></object>`, 0)
    const object = document.querySelector('object')!
    const holds = (document: object) => {
      Object.defineProperty(object, 'contentWindow', { value: {}, configurable: true })
      Object.defineProperty(object, 'contentDocument', { value: document, configurable: true })
    }
    holds({ URL: object.data })
    fireLoad(object)
    await knows(1)
    await answer()
    fireLoad(object)
    await settled()
    expect(marksOf(document)).toHaveLength(1)
    holds({ URL: 'https://portfolio.example/other.svg' })
    fireLoad(object)
    await settled()
    expect(marksOf(document)).toHaveLength(0)
  })
})

it('an image that redirects to another host ends no reading of others', async () => {
  const usual = fetched.getMockImplementation()!
  fetched.mockImplementation((url: string, how?: RequestInit) => {
    if (!url.includes('/avatar/')) return usual(url)
    if (how?.redirect !== 'manual') return Promise.reject(new TypeError('Failed to fetch'))
    return Promise.resolve({ type: 'opaqueredirect' } as Response)
  })
  await inject('<img src="https://portfolio.example/avatar/7.png">')
  document.body.insertAdjacentHTML('beforeend', `<img src="${serve('/badge.png')}">`)
  await knows(2)
  expect(told().map(({ bytes }) => bytes !== undefined)).toEqual([false, true])
})

it('a badge in a background stays where the page takes another address', async () => {
  const navigation = new EventTarget()
  vi.stubGlobal('navigation', navigation)
  const url = serve('/badge.png')
  await inject(`<div style="background-image: url(${url})"></div>`, 0)
  for (const observer of FakePerformanceObserver.all) observer.load(url)
  await knows(1)
  history.pushState(null, '', '/me?tab=2')
  navigation.dispatchEvent(new Event('currententrychange'))
  await settled()
  expect(told()).toHaveLength(1)
  history.replaceState(null, '', '/me')
})

it('badges that are drawn in the page make room for others when they have gone', async () => {
  const drawing = (number: number) =>
    `<svg xmlns:openbadges="http://openbadges.org"><openbadges:assertion>{"n":${number}}</openbadges:assertion></svg>`
  await inject('<main></main>', 0)
  const main = document.querySelector('main')!
  main.innerHTML = Array.from({ length: 50 }, (_, number) => drawing(number)).join('')
  await knows(50)
  main.innerHTML = drawing(100)
  await quiet(100)
  await knows(1)
})

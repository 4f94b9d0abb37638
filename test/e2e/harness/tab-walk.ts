/** Goes through a page by Tab, as somebody without a mouse does. */
import type { Page } from 'puppeteer-core'

/** More stops than any page of ours has. */
const MOST_STOPS = 250

export interface Stop {
  /** Tag, classes and text, to name it in a failure. */
  what: string
  /** An outline on it, or on what stands for it: its label, its row. */
  isSeen: boolean
}

export interface Walk {
  stops: Stop[]
  /** Went out of the page or came back to its beginning; whoever goes round and round has not. */
  hasEnded: boolean
}

/** From the beginning of the page; every element once. The keys may be the browser's own afterwards. */
export async function walkByTab(page: Page): Promise<Walk> {
  await page.bringToFront()
  await page.evaluate(RESTART)
  const stops: Stop[] = []
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab')
    const stop = (await page.evaluate(READ_STOP)) as Stop | 'end' | 'trap'
    if (stop === 'end' || stop === 'trap') return { stops, hasEnded: stop === 'end' }
    stops.push(stop)
  }
  return { stops, hasEnded: false }
}

const RESTART = `(() => {
  globalThis.seenStops = new Set()
  const start = document.createElement('span')
  start.tabIndex = -1
  document.body.prepend(start)
  start.focus()
  start.remove()
})()`

const READ_STOP = `(() => {
  const element = document.activeElement
  if (element === null || element === document.body) return 'end'
  const [first] = globalThis.seenStops
  if (globalThis.seenStops.has(element)) return element === first ? 'end' : 'trap'
  globalThis.seenStops.add(element)
  const places = [element, element.nextElementSibling, element.closest('label'), element.parentElement?.querySelector('label')]
  const outlined = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
  const isSeen = places.some((place) => place && (outlined(getComputedStyle(place)) || outlined(getComputedStyle(place, '::after'))))
  const text = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60)
  return { what: [element.localName, element.className, text].join(' '), isSeen }
})()`

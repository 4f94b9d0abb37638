/** The language that the user chose, in the worker: at once, everywhere, and in the next worker too. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { LANGUAGES } from '../../../src/platform/preferences'
import { OWN_ORIGIN, type FakeBrowser } from './fake-browser'
import { badgePng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const IMAGE = 'https://cdn.example/badge.png'
const ASSERTION = 'https://issuer.example/assertion'
const GO = {
  ...{ name: 'Go', names: { en: 'Go', de: 'Los' } },
  ...{ asks: [ASSERTION], verdict: 'authentic' as const },
}
const TEXTS = {
  languageTag: { message: 'de' },
  menuVerify: { message: 'Diesen Nachweis prüfen' },
  toolbarTitleFound: { message: '$N$ Nachweise', placeholders: { n: { content: '$1' } } },
  markFound: { message: 'Prüfen? Fragt $HOSTS$', placeholders: { hosts: { content: '$1' } } },
}

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  rig.web.serveFile(IMAGE, badgePng(GO))
  rig.web.serve(ASSERTION, () => new Response('{}'))
  serve('en', { languageTag: { message: 'en' } })
  serve('de', TEXTS)
  await rig.start()
})

function serve(language: string, texts: object): void {
  rig.web.serve(place(language), () => new Response(JSON.stringify(texts)))
}

function place(language: string): string {
  return `${OWN_ORIGIN}/_locales/${language}/messages.json`
}

async function found() {
  const page = rig.page(1)
  page.show(image('a', IMAGE))
  await rig.badges(1, ([first]) => first?.state === 'found')
  await settled()
  return page
}

const titles = ({ menus }: FakeBrowser) => menus.map(({ title }) => title)
const languages = (page: Awaited<ReturnType<typeof found>>) =>
  page.received.flatMap((message) => (message.type === 'marks' ? [message.language] : []))

describe('a language that is chosen', () => {
  it('reaches marks, toolbar, menu and our own pages at once', async () => {
    const page = await found()
    expect(page.marks.get('a')?.label).toContain('markFound')
    rig.browser.broadcasts.length = 0

    expect(await rig.ask('change-preferences', { change: { language: 'de' } })).toEqual({
      ...{ language: 'de', appearance: 'system', atOnce: 4 },
    })
    await settled()

    expect(page.marks.get('a')?.label).toMatch(/^Prüfen\? Fragt .*issuer\.example/)
    expect(languages(page).at(-1)).toBe('de')
    expect(rig.browser.toolbar.get(1)?.title).toBe('1 Nachweise')
    expect(titles(rig.browser)).toEqual(['Diesen Nachweis prüfen'])
    expect(rig.browser.broadcasts).toContainEqual({ type: 'preferences-changed' })
  })

  it('is what a killed worker comes back with: not a word is said in another', async () => {
    await found()
    await rig.ask('change-preferences', { change: { language: 'de' } })
    await rig.restart()
    const page = rig.page(1)
    page.showAll(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    await settled()

    expect(new Set(languages(page))).toEqual(new Set(['de']))
    expect(page.marks.get('a')?.label).toMatch(/^Prüfen\?/)
  })

  it('waits for texts that come late before it names the menu', async () => {
    await rig.ask('change-preferences', { change: { language: 'de' } })
    let release = (): void => undefined
    const late = new Promise<void>((resolve) => (release = resolve))
    rig.web.serve(place('de'), async () => {
      await late
      return new Response(JSON.stringify(TEXTS))
    })
    rig.browser.menus.length = 0
    await rig.restart()
    rig.browser.worker?.api.runtime.onInstalled.emit({ reason: 'update' })
    await settled()
    expect(titles(rig.browser)).toEqual([])
    release()
    await settled()
    expect(titles(rig.browser)).toEqual(['Diesen Nachweis prüfen'])
  })

  it('is left to the browser again', async () => {
    const page = await found()
    await rig.ask('change-preferences', { change: { language: 'de' } })
    await rig.ask('change-preferences', { change: { language: null } })
    await settled()
    expect(page.marks.get('a')?.label).toContain('markFound')
    expect(titles(rig.browser)).toEqual(['menuVerify'])
  })

  it('takes the names of badges anew where they have several', async () => {
    await found()
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, ([first]) => first?.state === 'done' && first.name === 'Go')
    await rig.ask('change-preferences', { change: { language: 'de' } })
    const [badge] = await rig.badges(1, ([first]) => first?.name === 'Los')
    expect(badge).toMatchObject({ state: 'done', verdict: 'authentic' })
  })
})

describe('texts that cannot be read', () => {
  // All but those whose texts are there.
  const missing = LANGUAGES.filter((language) => language !== 'en' && language !== 'de')

  it.each(missing)('leave the language to the browser, and stop nothing: %s', async (language) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const page = await found()
    await rig.ask('change-preferences', { change: { language } })
    await settled()
    expect(page.marks.get('a')?.label).toContain('markFound')
    // What was said in the browser's language is not said anew.
    expect(titles(rig.browser)).toEqual([])
  })
})

describe('what is no choice', () => {
  it.each([
    { language: 'tlh' },
    { language: '../../secret' },
    { appearance: 'black' },
    { atOnce: 100 },
    { atOnce: '1' },
    { language: 'de', everywhere: 'always' },
    null,
    'de',
  ])('is refused: %j', (change) => {
    expect(rig.browser.ask({ type: 'change-preferences', change })).toBeUndefined()
  })

  it('is refused from a page, which could lead its reader astray', () => {
    const sender = { id: 'abcdefghijklmnopabcdefghijklmnop', url: 'https://evil.example/' }
    const request = { type: 'change-preferences', change: { language: 'de' } }
    expect(rig.browser.ask(request, sender)).toBeUndefined()
  })
})

describe('how many badges are checked at once', () => {
  it('holds from the next badge on, and in the next worker', async () => {
    await rig.ask('change-preferences', { change: { atOnce: 1 } })
    await rig.restart()
    let running = 0
    let most = 0
    const names = ['a', 'b', 'c']
    for (const name of names) {
      const asks = `https://${name}.example/assertion`
      rig.web.serveFile(
        `https://cdn.example/${name}.png`,
        badgePng({ name, asks: [asks], verdict: 'authentic' }),
      )
      rig.web.serve(asks, async () => {
        most = Math.max(most, ++running)
        await new Promise((resolve) => setTimeout(resolve, 5))
        running--
        return new Response('{}')
      })
    }
    const page = rig.page(1)
    page.show(...names.map((name) => image(name, `https://cdn.example/${name}.png`)))
    await rig.badges(1, (all) => all.length === 3 && all.every(({ state }) => state === 'found'))
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, (all) => all.every(({ state }) => state === 'done'))
    expect(most).toBe(1)
  })
})

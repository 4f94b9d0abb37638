import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it, vi } from 'vitest'

let browserLanguage = 'en-GB'
const files = new Map<string, unknown>()
const asked: string[] = []
const held = new Map<string, Promise<void>>()

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `chrome-extension://own/${path}` },
    i18n: {
      getUILanguage: () => browserLanguage,
      getMessage: (key: string, values: string[]) =>
        key === 'known' ? `Text of ${values.join()}` : '',
    },
  },
}))

vi.stubGlobal('fetch', async (url: string) => {
  asked.push(url)
  await held.get(url)
  if (!files.has(url)) return new Response('', { status: 404 })
  const file = files.get(url)
  return new Response(typeof file === 'string' ? file : JSON.stringify(file))
})

const place = (language: string) => `chrome-extension://own/_locales/${language}/messages.json`
const english = {
  known: { message: 'English of $WHAT$', placeholders: { what: { content: '$1' } } },
  things_one: { message: 'One' },
}

let i18n: typeof import('../../../src/platform/i18n')

beforeEach(async () => {
  vi.resetModules()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  i18n = await import('../../../src/platform/i18n')
  browserLanguage = 'en-GB'
  for (const map of [files, held]) map.clear()
  asked.length = 0
  files.set(place('en'), english)
  files.set(place('de'), {
    known: { message: '$WHAT$ auf Deutsch', placeholders: { what: { content: '$1' } } },
    swapped: {
      message: '$B$ vor $a$',
      placeholders: { a: { content: '$1' }, b: { content: '$2' } },
    },
  })
})

describe('as the browser', () => {
  it('gives the text with its values', () => {
    expect(i18n.translate('known', ['a', 'b'])).toBe('Text of a,b')
  })

  it('gives the key where there is no text', () => {
    expect(i18n.translate('unknown')).toBe('unknown')
  })

  it('reads no file', async () => {
    await i18n.speak(undefined)
    expect(asked).toEqual([])
  })
})

describe('a language that was chosen', () => {
  it('is spoken from its own file, and asks nobody else', async () => {
    await i18n.speak('de')
    expect(i18n.translate('known', ['Satz'])).toBe('Satz auf Deutsch')
    expect(asked).toEqual([place('de')])
  })

  it('has values where the language wants them, whatever the case of their names', async () => {
    await i18n.speak('de')
    expect(i18n.translate('swapped', ['eins', 'zwei'])).toBe('zwei vor eins')
  })

  it("falls back to the browser's, and to the key, for a text that it lacks", async () => {
    files.set(place('de'), {})
    await i18n.speak('de')
    expect(i18n.translate('known', ['a'])).toBe('Text of a')
    expect(i18n.translate('things_few')).toBe('things_few')
  })

  it("is the browser's own, without a file, where that speaks it already", async () => {
    browserLanguage = 'de-AT'
    await i18n.speak('de')
    expect(i18n.translate('known', ['a'])).toBe('Text of a')
    expect(i18n.uiLanguage()).toBe('de-AT')
    expect(asked).toEqual([])
  })

  it('is not the one that the browser falls back to', async () => {
    browserLanguage = 'sv'
    await i18n.speak('en')
    expect(i18n.translate('known', ['a'])).toBe('English of a')
    expect(i18n.uiLanguage()).toBe('en')
  })

  it('is left to the browser again', async () => {
    await i18n.speak('de')
    await i18n.speak(undefined)
    expect(i18n.translate('known', ['a'])).toBe('Text of a')
    expect(i18n.uiLanguage()).toBe('en-GB')
  })

  it('gives dates the region of the browser where that speaks the language, too', async () => {
    await i18n.speak('en')
    expect(i18n.uiLanguage()).toBe('en-GB')
    await i18n.speak('de')
    expect(i18n.uiLanguage()).toBe('de')
    browserLanguage = 'de-AT'
    await i18n.speak('en')
    await i18n.speak('de')
    expect(i18n.uiLanguage()).toBe('de-AT')
  })

  it('is the one that was chosen last, whichever was read first', async () => {
    let release = (): void => undefined
    held.set(place('de'), new Promise((resolve) => (release = resolve)))
    const slow = i18n.speak('de')
    await i18n.speak('en')
    release()
    await slow
    expect(i18n.translate('known', ['it'])).toBe('Text of it')
  })
})

describe('a language that cannot be read', () => {
  it.each([
    ['is not there', undefined],
    ['is no JSON', '{"known": '],
    ['is no object', '[]'],
  ])('leaves the texts to the browser: the file %s', async (_, file) => {
    if (file === undefined) files.delete(place('de'))
    else files.set(place('de'), file)
    await i18n.speak('de')
    expect(i18n.translate('known', ['a'])).toBe('Text of a')
    expect(i18n.uiLanguage()).toBe('en-GB')
  })

  it('does not go on with one that was chosen before', async () => {
    await i18n.speak('de')
    await i18n.speak('ja')
    expect(i18n.translate('known', ['a'])).toBe('Text of a')
  })

  it('loses no more than the texts that are none', async () => {
    files.set(place('de'), { known: { message: 7 }, bare: 'x', fine: { message: 'Gut' } })
    await i18n.speak('de')
    expect(i18n.translate('fine')).toBe('Gut')
    expect(i18n.translate('known', ['it'])).toBe('Text of it')
    expect(i18n.translate('bare')).toBe('bare')
  })

  it('names no property that every object has', async () => {
    await i18n.speak('de')
    expect(i18n.translate('constructor')).toBe('constructor')
    expect(i18n.translate('__proto__')).toBe('__proto__')
  })
})

describe('a value out of a badge', () => {
  beforeEach(async () => {
    await i18n.speak('de')
  })

  it.each(['$1', '$2', '$WHAT$', '$$', '$&', "$'", '$<name>', '$1$2$1$2'])(
    'is never expanded again: %s',
    (value) => {
      expect(i18n.translate('known', [value])).toBe(`${value} auf Deutsch`)
    },
  )

  it('does not reach the value beside it', () => {
    expect(i18n.translate('swapped', ['$2', '$1'])).toBe('$1 vor $2')
    expect(i18n.translate('swapped', ['secret', '$1$A$'])).toBe('$1$A$ vor secret')
  })

  it('that is missing leaves its place empty', () => {
    expect(i18n.translate('swapped', ['eins'])).toBe(' vor eins')
  })
})

it('reads the texts of this very extension', async () => {
  const file = readFileSync(
    new URL('../../../public/_locales/en/messages.json', import.meta.url),
    'utf8',
  )
  files.set(place('en'), file)
  browserLanguage = 'sv'
  await i18n.speak('en')
  expect(i18n.translate('languageTag')).toBe('en')
  expect(i18n.translate('markFound', ['issuer.example'])).toContain('issuer.example')
  expect(i18n.translate('markFound', ['issuer.example'])).not.toContain('$')
})

import { describe, expect, test, vi } from 'vitest'
import type { ConsentState } from '../../../../src/platform/consent-shapes'
import type { PageState } from '../../../../src/platform/messages'
import { readText, shown } from '../../ui/shown'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { SiteMode } = await import('../../../../src/pages/application/site-mode')
const { AccessNote } = await import('../../../../src/pages/application/access-note')

const CONSENT: ConsentState = {
  ...{ mode: 'click', everywhere: 'click', isFixed: false },
  settledBy: { is: 'preset' },
}
const PAGE: PageState = {
  ...{ tabId: 7, host: 'jobs.example', access: 'ok', private: false, consent: CONSENT },
  badges: [],
}

const mode = (consent: Partial<ConsentState>) =>
  shown(<SiteMode page={{ ...PAGE, consent: { ...CONSENT, ...consent } }} onChange={vi.fn()} />)
const chosen = (html: string) => /<input[^>]*checked[^>]*>/.exec(html)?.[0]

describe('the mode of a site', () => {
  test('is one of three radio buttons of one name, called what they are for', () => {
    const html = mode({ mode: 'always', settledBy: { is: 'user', site: 'jobs.example' } })
    const names = Array.from(html.matchAll(/type="radio"[^>]*name="([^"]+)"/g), ([, name]) => name)

    expect(names).toHaveLength(3)
    expect(new Set(names).size).toBe(1)
    expect(chosen(html)).toContain('value="always"')
    expect(readText(html)).toMatch(
      /^ When Touchstone verifies on jobs\.example Off On click Always/,
    )
  })

  test('says what it comes to and by whose word, where the buttons are described', () => {
    const html = mode({ mode: 'off', settledBy: { is: 'user', site: '*.example.org' } })
    const id = /aria-describedby="([^"]+)"/.exec(html)?.[1]

    expect(html).toContain(`<p id="${id}"`)
    expect(readText(html)).toContain(
      'Touchstone does not look at this site. Your choice for *.example.org.',
    )
  })

  test('cannot be changed where the organisation says so', () => {
    expect(mode({ isFixed: true, settledBy: { is: 'organisation-default' } })).toMatch(
      /<fieldset[^>]*disabled/,
    )
    expect(mode({})).not.toContain('disabled')
  })
})

describe('a page that the browser withholds', () => {
  const note = (page: Partial<PageState>) => shown(<AccessNote page={{ ...PAGE, ...page }} />)
  const permission = 'https://jobs.example/*'

  test('is not said of one that it does not', () => {
    expect(note({ access: 'ok' })).toBe('')
    expect(note({ access: 'unreachable' })).toBe('')
  })

  test('was not looked at, and the button names the site', () => {
    const text = readText(note({ access: 'withheld', permission }))
    expect(text).toContain('Your browser keeps Touchstone out of this site')
    expect(text).toContain('Badges on jobs.example were not looked for.')
    expect(text).toContain('Always allow Touchstone on jobs.example')
  })

  test('was looked at once, because of a click', () => {
    const text = readText(note({ access: 'once', permission }))
    expect(text).toContain('Because you clicked, it has looked at this page once.')
    expect(text).not.toContain('not looked for')
  })
})

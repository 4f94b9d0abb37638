import { describe, expect, test, vi } from 'vitest'
import type { ConsentState, PageState } from '../../../src/platform/messages'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { choiceOf, settingsFor } = await import('../../../src/pages/popup/consent-menu')

const page = (consent: ConsentState): PageState => ({
  tabId: 7,
  host: 'jobs.example',
  access: 'ok',
  private: false,
  consent,
  badges: [],
})

const CLICK: ConsentState = { mode: 'click', everywhere: 'click' }
const SITE: ConsentState = { mode: 'always', everywhere: 'click', site: 'always' }
const EVERYWHERE: ConsentState = { mode: 'always', everywhere: 'always' }
const EVERYWHERE_BUT_HERE: ConsentState = { mode: 'click', everywhere: 'always', site: 'click' }

/** What the worker would answer after these settings. */
function after(consent: ConsentState, choice: 'click' | 'site' | 'everywhere'): ConsentState {
  const changed = { ...consent }
  for (const { scope, mode } of settingsFor(choice, page(consent)))
    changed[scope === 'site' ? 'site' : 'everywhere'] = mode
  return { ...changed, mode: changed.site ?? changed.everywhere }
}

test.each([
  [CLICK, 'click'],
  [SITE, 'site'],
  [EVERYWHERE, 'everywhere'],
  [EVERYWHERE_BUT_HERE, 'click'],
] as const)('%j is shown as "%s"', (consent, choice) => {
  expect(choiceOf(consent)).toBe(choice)
})

describe('what is chosen is what is in force', () => {
  const STATES = [CLICK, SITE, EVERYWHERE, EVERYWHERE_BUT_HERE]
  test.each(STATES)('from %j', (consent) => {
    for (const choice of ['click', 'site', 'everywhere'] as const) {
      const changed = after(consent, choice)
      expect(changed.mode).toBe(choice === 'click' ? 'click' : 'always')
      expect(changed.everywhere === 'always' && choice === 'site').toBe(false)
      expect(choiceOf(changed)).toBe(choice)
    }
  })

  test('"only when I click" on one site leaves the others alone', () => {
    expect(after(EVERYWHERE, 'click').everywhere).toBe('always')
  })

  test('each setting names the site and the tab', () => {
    for (const setting of settingsFor('everywhere', page(EVERYWHERE_BUT_HERE)))
      expect(setting).toMatchObject({ host: 'jobs.example', tabId: 7 })
  })
})

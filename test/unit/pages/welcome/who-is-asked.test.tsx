import { beforeEach, describe, expect, test, vi } from 'vitest'
import { eventually } from '../../eventually'
import type { ConsentMode } from '../../../../src/platform/consent-shapes'
import { live, type Live } from '../../ui/live'
import { worker, type Asked } from '../fake-worker'

vi.mock('webextension-polyfill', async () => (await import('../fake-worker')).asBrowser)
const { WhoIsAsked } = await import('../../../../src/pages/welcome/who-is-asked')

/** @param named sites that have a choice of their own, by whose word */
const says =
  (
    everywhere: ConsentMode,
    isFixed = false,
    named: { user?: string; organisation?: string } = {},
  ) =>
  ({ type }: Asked) => {
    if (type === 'consent')
      return { mode: everywhere, everywhere, isFixed, settledBy: { is: 'preset' } }
    if (type !== 'sites') return null
    const chosen = (site?: string) => (site === undefined ? [] : [{ site, mode: 'always' }])
    const organisation = named.organisation !== undefined && {
      organisation: { sites: chosen(named.organisation) },
    }
    return { sites: chosen(named.user), ...organisation }
  }

const radios = ({ root }: Live): string[] =>
  [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(
    ({ value, checked }) => `${value}${checked ? ' ✓' : ''}`,
  )

const shows = (page: Live, ...values: string[]) =>
  eventually(() => {
    expect(radios(page)).toEqual(values)
  })

beforeEach(() => {
  worker.forget()
})

describe('who is asked', () => {
  test('is as it is by now; off is offered to whom it is off for', async () => {
    worker.answer = says('always')
    await shows(live(<WhoIsAsked />), 'click', 'sites', 'everywhere ✓')
    worker.answer = says('off', true)
    const page = live(<WhoIsAsked />)
    await shows(page, 'off ✓', 'click', 'sites', 'everywhere')
    expect(page.text()).toContain('Your organisation lets nobody change this.')
    expect(page.root.querySelector('fieldset')?.disabled).toBe(true)
  })

  test('where it is off, is said for sites alone that nobody named: these may be on all the same', async () => {
    worker.answer = says('off')
    const page = live(<WhoIsAsked />)
    await shows(page, 'off ✓', 'click', 'sites', 'everywhere')
    expect(page.text()).toContain('is off on all sites without a choice of their own')
    expect(page.text()).toContain('You right-click an image or a link')
    expect(page.text()).toContain('A page opens')
    expect(page.text()).not.toContain('that choice counts')
  })

  test.each([
    ['the user', { user: 'uni.example' }],
    ['the organisation', { organisation: '*.uni.example' }],
  ])('is not all that a click says, where %s has named sites', async (_, named) => {
    for (const everywhere of ['off', 'click', 'always'] as const) {
      worker.answer = says(everywhere, false, named)
      const page = live(<WhoIsAsked />)
      await eventually(() => {
        expect(page.text()).toContain('For sites with a choice of their own, that choice counts.')
      })
    }
  })

  test('is not known while the worker is silent: nothing looks chosen, and it can be tried again', async () => {
    worker.answer = () => Promise.reject(new Error('silent'))
    const page = live(
      <main>
        <WhoIsAsked />
      </main>,
    )
    await eventually(() => {
      expect(page.text()).toContain('did not answer')
    })
    expect(radios(page)).toEqual([])
    expect(page.text()).not.toContain('You click a badge')
    // Whether any are named is as little known.
    expect(page.text()).toContain('that choice counts')
    worker.answer = says('click')
    page.root.querySelector('button')?.focus()
    page.press('Try again')
    expect(document.activeElement?.localName).toBe('h1')
    await shows(page, 'click ✓', 'sites', 'everywhere')
  })

  test('stays as it was where a choice could not be kept', async () => {
    worker.answer = says('off')
    const page = live(<WhoIsAsked />)
    await shows(page, 'off ✓', 'click', 'sites', 'everywhere')
    worker.answer = () => Promise.reject(new Error('silent'))
    page.root.querySelector<HTMLInputElement>('input[value=everywhere]')?.click()
    await eventually(() => {
      expect(page.text()).toContain('did not answer')
    })
    await shows(page, 'off ✓', 'click', 'sites', 'everywhere')
    expect(page.text()).not.toContain('Any page with badges opens')
  })

  test('goes back to what is stored where two choices in a row could not be kept', async () => {
    worker.answer = says('click')
    const page = live(<WhoIsAsked />)
    await shows(page, 'click ✓', 'sites', 'everywhere')
    const fail: (() => void)[] = []
    worker.answer = () =>
      new Promise((_, reject) => {
        fail.push(() => {
          reject(new Error('silent'))
        })
      })
    const choose = (value: string): void => {
      page.root.querySelector<HTMLInputElement>(`input[value=${value}]`)?.click()
    }
    choose('everywhere')
    await shows(page, 'click', 'sites', 'everywhere ✓')
    choose('sites')
    await shows(page, 'click', 'sites ✓', 'everywhere')
    // The first that fails takes nothing back that was chosen after it.
    fail[0]?.()
    await eventually(() => {
      expect(page.text()).toContain('did not answer')
    })
    await shows(page, 'click', 'sites ✓', 'everywhere')
    fail[1]?.()
    await shows(page, 'click ✓', 'sites', 'everywhere')
    expect(page.text()).not.toContain('Any page with badges opens')
  })
})

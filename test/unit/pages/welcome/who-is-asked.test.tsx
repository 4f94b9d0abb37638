import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { ConsentMode } from '../../../../src/platform/consent-shapes'
import { live, type Live } from '../../ui/live'
import { worker, type Asked } from '../fake-worker'

vi.mock('webextension-polyfill', async () => (await import('../fake-worker')).asBrowser)
const { WhoIsAsked } = await import('../../../../src/pages/welcome/who-is-asked')

const says =
  (everywhere: ConsentMode, isFixed = false) =>
  ({ type }: Asked) =>
    type === 'consent'
      ? { mode: everywhere, everywhere, isFixed, settledBy: { is: 'preset' } }
      : null

const radios = ({ root }: Live): string[] =>
  [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(
    ({ value, checked }) => `${value}${checked ? ' ✓' : ''}`,
  )

const shows = (page: Live, ...values: string[]) =>
  vi.waitFor(() => {
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

  test('where it is off, is nobody as a page opens', async () => {
    worker.answer = says('off')
    const page = live(<WhoIsAsked />)
    await shows(page, 'off ✓', 'click', 'sites', 'everywhere')
    expect(page.text()).toContain('You right-click an image or a link')
    expect(page.text()).not.toContain('A page opens')
  })

  test('is not known while the worker is silent: nothing looks chosen, and it can be tried again', async () => {
    worker.answer = () => Promise.reject(new Error('silent'))
    const page = live(<WhoIsAsked />)
    await vi.waitFor(() => {
      expect(page.text()).toContain('did not answer')
    })
    expect(radios(page)).toEqual([])
    expect(page.text()).not.toContain('You click a badge')
    worker.answer = says('click')
    page.press('Try again')
    await shows(page, 'click ✓', 'sites', 'everywhere')
  })

  test('stays as it was where a choice could not be kept', async () => {
    worker.answer = says('off')
    const page = live(<WhoIsAsked />)
    await shows(page, 'off ✓', 'click', 'sites', 'everywhere')
    worker.answer = () => Promise.reject(new Error('silent'))
    page.root.querySelector<HTMLInputElement>('input[value=everywhere]')?.click()
    await vi.waitFor(() => {
      expect(page.text()).toContain('did not answer')
    })
    await shows(page, 'off ✓', 'click', 'sites', 'everywhere')
    expect(page.text()).not.toContain('Any page with badges opens')
  })
})

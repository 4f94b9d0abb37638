import { expect, test, vi } from 'vitest'
import { eventually } from '../../eventually'
import { SCENES } from '../../../screens/scenes'
import { live } from '../../ui/live'

vi.mock('webextension-polyfill', async () => (await import('../fake-worker')).asBrowser)
const { Page } = await import('../../../../src/pages/application/page')

test('the rows of a long list that are out of sight are drawn after the first frame', async () => {
  const { page } = SCENES.many ?? {}
  if (!page) throw new Error('The scene has a page')
  const shown = live(<Page page={page} opened={undefined} onOpen={vi.fn()} />)
  const rows = () =>
    [...shown.root.querySelectorAll('.badge-row-open')].map((row) => row.textContent)
  const list = shown.root.querySelector('.list')
  const names = page.badges.map(({ name }) => name)
  expect(rows()).toEqual(names.slice(0, 13))
  expect(list?.getAttribute('aria-busy')).toBe('true')
  await eventually(() => {
    expect(rows()).toEqual(names)
  })
  expect(list?.getAttribute('aria-busy')).toBe('false')
})

test.each([
  ['empty', 'Not all of this page was looked at', 'No badges on this page'],
  ['list', 'This page shows more images than Touchstone looks at', 'Not all of this page'],
])('of a page that shows more than is looked at, %s, it is said', (scene, said, unsaid) => {
  const { page } = SCENES[scene] ?? {}
  if (!page) throw new Error('The scene has a page')
  const partial = { ...page, partial: true as const }
  const shown = live(<Page page={partial} opened={undefined} onOpen={vi.fn()} />)
  expect(shown.text()).toContain(said)
  expect(shown.text()).not.toContain(unsaid)
})

test('what the browser does not name even after a click on our icon, it keeps to itself', () => {
  const { page } = SCENES.empty ?? {}
  if (!page) throw new Error('The scene has a page')
  const untold = { ...page, host: '', access: 'untold' as const }
  const shown = live(<Page page={untold} opened={undefined} onOpen={vi.fn()} />)
  expect(shown.text()).toContain('The browser keeps this page to itself')
})

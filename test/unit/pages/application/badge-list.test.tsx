import { expect, test, vi } from 'vitest'
import { SCENES } from '../../../screens/scenes'
import { shown } from '../../ui/shown'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { BadgeList } = await import('../../../../src/pages/application/badge-list')

test('a badge that is the page itself has no place to be shown in it', () => {
  const { page } = SCENES['profile-mixed'] ?? {}
  const [first] = page?.badges ?? []
  if (!page || !first) throw new Error('The scene has a badge')
  const located = (more: object) =>
    shown(
      <BadgeList
        page={{ ...page, badges: [{ ...first, kind: 'link', ...more }] }}
        profile={undefined}
        onOpen={vi.fn()}
        onOpenProfile={vi.fn()}
        onOpenHealth={vi.fn()}
      />,
    ).includes('badge-row-locate')
  expect(located({})).toBe(true)
  expect(located({ isPage: true })).toBe(false)
})

test('what comes with the verdicts stands after the button, which it would move', () => {
  const { page, profile } = SCENES['profile-mixed'] ?? {}
  if (!page || !profile) throw new Error('The scene has a page and its profile')
  const html = shown(
    <BadgeList
      page={page}
      profile={profile}
      onOpen={vi.fn()}
      onOpenProfile={vi.fn()}
      onOpenHealth={vi.fn()}
    />,
  )
  const places = ['verify-all', 'filter-chip', 'profile-card', 'badge-row'].map((name) =>
    html.search(new RegExp(`class="[^"]*\\b${name}\\b`)),
  )
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

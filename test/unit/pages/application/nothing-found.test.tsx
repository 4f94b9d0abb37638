import { expect, test, vi } from 'vitest'
import { live } from '../../ui/live'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { NothingFound } = await import('../../../../src/pages/application/nothing-found')

test('who has all shown again stands at the head of the list: the button goes', () => {
  const onShowAll = vi.fn()
  const page = live(
    <main>
      <h1 tabIndex={-1}>3 badges</h1>
      <NothingFound onShowAll={onShowAll} />
    </main>,
  )
  page.root.querySelector('button')?.focus()
  page.press('Show all badges')
  expect(onShowAll).toHaveBeenCalledOnce()
  expect(document.activeElement?.textContent).toBe('3 badges')
})

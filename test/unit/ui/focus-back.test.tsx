import { expect, test } from 'vitest'
import { useFocusBack } from '../../../src/ui/focus-back'
import { live, type Live } from './live'

function Form({ busy }: { busy: boolean }) {
  useFocusBack(busy)
  return (
    <>
      <input />
      <button type="button" disabled={busy}>
        Add
      </button>
    </>
  )
}

/** As browsers do; jsdom leaves the focus where it is, and takes it from nothing that is disabled. */
function disable(page: Live): HTMLButtonElement {
  const button = page.root.querySelector('button')
  if (!button) throw new Error('expected a button, got none')
  button.focus()
  page.show(<Form busy />)
  button.disabled = false
  button.blur()
  button.disabled = true
  return button
}

test('a button that was disabled while it worked has the focus again', () => {
  const page = live(<Form busy={false} />)
  const button = disable(page)
  page.show(<Form busy={false} />)
  expect(document.activeElement).toBe(button)
})

test('but not where the user has moved on', () => {
  const page = live(<Form busy={false} />)
  disable(page)
  page.root.querySelector('input')?.focus()
  page.show(<Form busy={false} />)
  expect(document.activeElement?.tagName).toBe('INPUT')
})

import { expect, test, vi } from 'vitest'
import { eventually } from '../../eventually'
import { live, type Live } from '../../ui/live'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { useAsking, YesOrNo } = await import('../../../../src/pages/history/yes-or-no')

/** As on the page: whoever acts on a "yes" gives the focus to the heading. */
function Asker() {
  const { asking, begin, end, opener } = useAsking()
  const onAnswer = (agrees: boolean): void => {
    end(agrees)
    if (agrees) document.getElementById('heading')?.focus()
  }
  const question = { label: 'Watch', question: 'Watch it?', yes: 'watchAgree', no: 'watchDecline' }
  return (
    <>
      <h1 id="heading" tabIndex={-1} />
      {asking ? (
        <YesOrNo {...(question as Parameters<typeof YesOrNo>[0])} onAnswer={onAnswer} />
      ) : (
        <button type="button" id="opener" ref={opener} onClick={begin}>
          Open
        </button>
      )}
    </>
  )
}

const focusIs = (id: string): void => {
  expect(document.activeElement?.id).toBe(id)
}

/** Asks, and waits until the question has the focus. */
async function asked(page: Live): Promise<void> {
  page.press('Open')
  await eventually(() => {
    expect(document.activeElement?.textContent).toBe('Watch it?')
  })
}

/** Longer than Preact puts off an effect where nothing is painted (100 ms). */
const effects = () => new Promise((resolve) => setTimeout(resolve, 200))

test('nothing takes the focus before it is asked', async () => {
  live(<Asker />)
  await effects()
  expect(document.activeElement?.tagName).toBe('BODY')
})

test('after “no” the focus goes back to the button that asked, each time', async () => {
  const page = live(<Asker />)
  for (let time = 0; time < 2; time++) {
    await asked(page)
    page.press('Do not watch it')
    await eventually(() => {
      focusIs('opener')
    })
  }
})

test('after “yes” the focus stays where the page put it, also after an earlier “no”', async () => {
  const page = live(<Asker />)
  await asked(page)
  page.press('Do not watch it')
  await eventually(() => {
    focusIs('opener')
  })
  await asked(page)
  page.press('Watch it')
  await effects()
  expect(page.root.querySelector('#opener')).not.toBeNull()
  focusIs('heading')
})

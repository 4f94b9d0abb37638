import { beforeEach, expect, test, vi } from 'vitest'
import { eventually } from '../../eventually'
import { DIAGNOSTICS, KEPT, NETWORK_LIMITS } from '../../../screens/machine'
import { live, type Live } from '../../ui/live'
import { worker, type Asked } from '../fake-worker'

vi.mock('webextension-polyfill', async () => (await import('../fake-worker')).asBrowser)
vi.mock('../../../../src/platform/browser-facts', () => ({
  browserFacts: () => Promise.resolve({ language: 'en' }),
  storageUsed: () => Promise.resolve(undefined),
}))
const { KeptHere } = await import('../../../../src/pages/options/kept-here')
const { Diagnostics } = await import('../../../../src/pages/options/diagnostics')
const { NetworkLimits } = await import('../../../../src/pages/options/network-limits')
const { useKept } = await import('../../../../src/pages/options/use-kept')

function Sections() {
  const kept = useKept()
  return (
    <>
      <KeptHere {...kept} />
      <Diagnostics kept={kept.state} />
      <NetworkLimits />
    </>
  )
}

const ANSWERS: Record<string, unknown> = {
  'kept-here': KEPT,
  diagnostics: DIAGNOSTICS,
  'network-limits': NETWORK_LIMITS,
}
const answer = ({ type }: Asked) => ANSWERS[type]
const silence = () => Promise.reject(new Error('silent'))
const isSilent = (page: Live, id: string) =>
  eventually(() => {
    expect(sectionOf(page, id).textContent).toContain('did not answer')
  })

function sectionOf({ root }: Live, id: string): Element {
  const section = root.querySelector(`section[aria-labelledby=${id}]`)
  if (!section) throw new Error(`expected the section ${id}, got ${root.innerHTML}`)
  return section
}

function tryAgain(page: Live, id: string): void {
  const button = sectionOf(page, id).querySelector('button')
  expect(button?.textContent).toBe('Try again')
  button?.focus()
  button?.click()
}

beforeEach(() => {
  worker.forget()
})

test.each([
  ['kept', '482 items'],
  ['diagnostics', 'database'],
  ['limits', 'time for one request'],
])('what the worker did not tell of “%s” can be asked for again', async (id, words) => {
  worker.answer = silence
  const page = live(<Sections />)
  await isSilent(page, id)
  let begin: () => void = () => undefined
  const begun = new Promise<void>((resolve) => (begin = resolve))
  worker.answer = (asked) => begun.then(() => answer(asked))
  tryAgain(page, id)
  expect(document.activeElement?.id).toBe(id)
  await eventually(() => {
    expect(sectionOf(page, id).textContent).toContain('One moment')
  })
  begin()
  await eventually(() => {
    expect(sectionOf(page, id).textContent.toLowerCase()).toContain(words)
  })
})

test('a second silence is said anew', async () => {
  worker.answer = silence
  const page = live(<Sections />)
  await isSilent(page, 'kept')
  const alert = sectionOf(page, 'kept').querySelector('[role=alert]')
  tryAgain(page, 'kept')
  await eventually(() => {
    expect(alert?.isConnected).toBe(false)
  })
  await isSilent(page, 'kept')
})

test('the whole history is deleted only by who was asked, and has not thought better of it', async () => {
  worker.answer = answer
  const page = live(<Sections />)
  await eventually(() => {
    expect(page.text()).toContain('482 items')
  })
  const removals = () => worker.asked.filter(({ type }) => type === 'remove-kept')
  page.press('Delete the whole history')
  await eventually(() => {
    expect(document.activeElement?.textContent).toContain('This cannot be undone')
  })
  page.press('Keep them')
  await eventually(() => {
    expect(page.text()).not.toContain('This cannot be undone')
  })
  expect(document.activeElement?.id).toBe('kept')
  expect(removals()).toEqual([])
  page.press('Delete the whole history')
  await eventually(() => {
    page.press('Delete 1,204 badges')
  })
  expect(removals()).toMatchObject([{ kind: 'history' }])
})

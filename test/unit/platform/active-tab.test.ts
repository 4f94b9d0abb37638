import { beforeEach, expect, test, vi } from 'vitest'
import type { ActiveTab } from '../../../src/platform/active-tab'
import { FakeEvent } from '../background/fake-events'

interface OpenTab {
  id: number
  windowId: number
  active: boolean
  status: string
}

type Listener = (...args: unknown[]) => unknown

let open: OpenTab[]
/** Answers of the browser, in the order of the questions; a test lets them come when it likes. */
let answers: (() => void)[]

const tabs = {
  onActivated: new FakeEvent<Listener>(),
  onUpdated: new FakeEvent<Listener>(),
  onReplaced: new FakeEvent<Listener>(),
  query: ({ windowId }: { windowId: number }) =>
    new Promise((resolve) => {
      const found = open.filter((tab) => tab.active && tab.windowId === windowId)
      answers.push(() => {
        resolve(found)
      })
    }),
}
vi.mock('webextension-polyfill', () => ({ default: { tabs } }))
const { watchActiveTab } = await import('../../../src/platform/active-tab')

const tab = (id: number, more: Partial<OpenTab> = {}): OpenTab => ({
  ...{ id, windowId: 1, active: true, status: 'complete' },
  ...more,
})

let heard: (ActiveTab | undefined)[]
let watching: AbortController

beforeEach(() => {
  answers = []
  heard = []
  open = [tab(7), tab(9, { windowId: 2 })]
  for (const event of [tabs.onActivated, tabs.onUpdated, tabs.onReplaced]) event.clear()
  watching = new AbortController()
  watchActiveTab(1, (told) => heard.push(told), watching.signal)
})

async function answerAll(): Promise<void> {
  for (const answer of answers.splice(0)) answer()
  await new Promise((resolve) => setTimeout(resolve, 0))
}

test('the tab in front of the window is told at once', async () => {
  await answerAll()
  expect(heard).toEqual([{ id: 7 }])
})

test('another tab that comes to the front is told, and that it goes on', async () => {
  await answerAll()
  open = [tab(8, { status: 'loading' })]
  tabs.onActivated.emit({ tabId: 8, windowId: 1 })
  await answerAll()
  open = [tab(8)]
  tabs.onUpdated.emit(8, { status: 'complete' }, tab(8))
  await answerAll()
  expect(heard.slice(1)).toEqual([{ id: 8 }, { id: 8 }])
})

test('what happens in another window, private or not, is not listened to', async () => {
  await answerAll()
  tabs.onActivated.emit({ tabId: 9, windowId: 2 })
  tabs.onUpdated.emit(9, { status: 'complete' }, tab(9, { windowId: 2 }))
  expect(answers).toEqual([])
})

test('a tab behind the one in front may load what it likes', async () => {
  await answerAll()
  tabs.onUpdated.emit(6, { status: 'complete' }, tab(6, { active: false }))
  tabs.onUpdated.emit(7, { title: 'Look at me!' }, tab(7))
  expect(answers).toEqual([])
})

test('an answer that is late does not bring back the tab before', async () => {
  open = [tab(8)]
  tabs.onActivated.emit({ tabId: 8, windowId: 1 })
  const [first, second] = answers.splice(0)
  second?.()
  await answerAll()
  first?.()
  await answerAll()
  expect(heard).toEqual([{ id: 8 }])
})

test('nothing is heard any more once it has ended', async () => {
  watching.abort()
  tabs.onActivated.emit({ tabId: 8, windowId: 1 })
  await answerAll()
  expect(heard).toEqual([])
})

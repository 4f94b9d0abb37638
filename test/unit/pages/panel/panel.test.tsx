import { beforeEach, describe, expect, test, vi } from 'vitest'
import { eventually } from '../../eventually'
import type { ActiveTab } from '../../../../src/platform/active-tab'
import type { PageState } from '../../../../src/platform/messages'
import { live, type Live } from '../../ui/live'
import { worker, type Asked } from '../fake-worker'

vi.mock('webextension-polyfill', async () => (await import('../fake-worker')).asBrowser)
vi.mock('../../../../src/platform/active-tab', () => ({
  watchActiveTab: (_window: number, tell: (tab: ActiveTab) => void) => {
    tell({ id: 1 })
  },
}))
const { Panel } = await import('../../../../src/pages/panel/panel')

const EMPTY: PageState = {
  ...{ tabId: 1, host: 'mail.example', access: 'ok', private: false, badges: [] },
  consent: {
    ...{ mode: 'click', everywhere: 'click', isFixed: false },
    settledBy: { is: 'preset' },
  },
}
const withBadge = (host: string, reportId: string): PageState => ({
  ...{ ...EMPTY, host },
  badges: [{ id: reportId, kind: 'image', url: '', state: 'done', hosts: [], reportId }],
})

/** What the worker knows by now. */
let page: PageState
let kept: string[] | 'silent'

function answer({ type }: Asked): unknown {
  if (type === 'page-state') return page
  if (type === 'history-state') return { inUse: false, kept: 0, watched: 0, news: 0 }
  if (type === 'own-badges') return {}
  if (type !== 'kept-reports') return null
  return kept === 'silent' ? Promise.reject(new Error('silent')) : kept
}

const says = (panel: Live, words: string) =>
  eventually(() => {
    expect(panel.text()).toContain(words)
  })
const change = () => {
  worker.say({ type: 'page-changed', tabId: 1 })
}
const asks = async (what: string): Promise<void> => {
  const before = worker.asked.filter(({ type }) => type === what).length
  change()
  await eventually(() => {
    expect(worker.asked.filter(({ type }) => type === what).length).toBeGreaterThan(before)
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
}

/** The badges of a page were shown, its tab went on, and the user looks at them again. */
async function lookingAgain(): Promise<Live> {
  page = withBadge('jobs.example', 'r1')
  kept = ['r1', 'r2']
  worker.answer = answer
  const panel = live(<Panel windowId={1} />)
  await says(panel, '1 badge')
  page = EMPTY
  change()
  await says(panel, 'Last page with badges, jobs.example')
  panel.press('Look at it again')
  await says(panel, 'jobs.example, as it was on')
  return panel
}

beforeEach(() => {
  worker.forget()
})

describe('the last page that is open in the panel', () => {
  test('stays open while the worker is silent', async () => {
    const panel = await lookingAgain()
    kept = 'silent'
    await asks('kept-reports')
    expect(panel.text()).toContain('jobs.example, as it was on')
  })

  test('once gone, does not open again over the page that is there by then', async () => {
    const panel = await lookingAgain()
    kept = []
    await asks('kept-reports')
    await says(panel, 'No badges on this page')
    // The same credential is verified again elsewhere: its report has the same id.
    kept = ['r1', 'r2']
    await asks('kept-reports')
    expect(panel.text()).not.toContain('as it was on')
    await says(panel, 'Last page with badges, jobs.example')
  })

  test('once gone, is in the way of no later one', async () => {
    const panel = await lookingAgain()
    kept = []
    await asks('kept-reports')
    kept = ['r2']
    page = withBadge('portfolio.example', 'r2')
    await asks('page-state')
    page = EMPTY
    await asks('page-state')
    await says(panel, 'Last page with badges, portfolio.example')
  })
})

test('a page that the browser does not name, and that may have badges, is not called closed', async () => {
  page = { ...EMPTY, host: '', access: 'untold' }
  worker.answer = answer
  const panel = live(<Panel windowId={1} />)
  await says(panel, 'The browser does not say which page this is')
  expect(panel.text()).not.toContain('The browser keeps this page to itself')
})

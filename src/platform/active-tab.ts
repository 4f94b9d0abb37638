import { browser, type Tabs } from './browser'

/** The tab in front of a window. */
export interface ActiveTab {
  id: number
}

/**
 * Tells which tab is in front of one window, at once and whenever another one is or it goes on; `signal`
 * ends it. What happens says only that something did: the browser is asked each time, so that no order of
 * events can leave us with an earlier tab. Other windows are never spoken of.
 */
export function watchActiveTab(
  windowId: number,
  tell: (tab: ActiveTab | undefined) => void,
  signal: AbortSignal,
): void {
  let latest = 0
  const look = (): void => {
    const turn = ++latest
    activeTab(windowId).then(
      (tab) => {
        if (turn === latest && !signal.aborted) tell(tab)
      },
      () => undefined,
    )
  }
  const activated = (info: Tabs.OnActivatedActiveInfoType): void => {
    if (info.windowId === windowId) look()
  }
  const updated = (_id: number, change: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab): void => {
    if (tab.windowId !== windowId || !tab.active) return
    if (change.status !== undefined || change.url !== undefined) look()
  }
  const { tabs } = browser
  tabs.onActivated.addListener(activated)
  tabs.onUpdated.addListener(updated)
  // A page that was loaded beforehand takes the place of its tab, without a word of activation.
  tabs.onReplaced.addListener(look)
  signal.addEventListener('abort', () => {
    tabs.onActivated.removeListener(activated)
    tabs.onUpdated.removeListener(updated)
    tabs.onReplaced.removeListener(look)
  })
  look()
}

/** @returns undefined where the window shows none, or is gone */
async function activeTab(windowId: number): Promise<ActiveTab | undefined> {
  try {
    const [tab] = await browser.tabs.query({ active: true, windowId })
    return tab?.id === undefined ? undefined : { id: tab.id }
  } catch {
    return undefined
  }
}

/** The window that a page of ours belongs to: the one beside whose page it stands. */
export async function ownWindow(): Promise<number | undefined> {
  return (await browser.windows.getCurrent()).id
}

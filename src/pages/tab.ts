import { browser } from '../platform/browser'

export interface TabInQuestion {
  id: number
  windowId: number | undefined
}

/** The tab that this page is about: named in its address, else the one in front. */
export async function tabInQuestion(): Promise<TabInQuestion | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN)
  if (Number.isInteger(named)) return { id: named, windowId: await windowOf(named) }
  const [front] = await browser.tabs.query({ active: true, currentWindow: true })
  return front?.id === undefined ? undefined : { id: front.id, windowId: front.windowId }
}

async function windowOf(tabId: number): Promise<number | undefined> {
  try {
    return (await browser.tabs.get(tabId)).windowId
  } catch {
    return undefined
  }
}

/** Where the user sets whom to trust. */
export const OPTIONS_PAGE = '/src/pages/options/index.html'

/** Where the user has files verified. */
export const FILES_PAGE = '/src/pages/files/index.html'

/** Opens a page of the extension in a tab of its own. */
export function openPage(path: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(path) })
}

import { browser, type Tabs } from '../platform/browser'

export interface TabInQuestion {
  id: number
  windowId: number | undefined
  /** Of what it shows; undefined where the browser does not tell us. */
  url: string | undefined
}

/** The tab that this page is about: named in its address, else the one in front. */
export async function tabInQuestion(): Promise<TabInQuestion | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN)
  if (Number.isInteger(named)) return namedTab(named)
  const [front] = await browser.tabs.query({ active: true, currentWindow: true })
  const { id, windowId, url } = front ?? {}
  return id === undefined ? undefined : { id, windowId, url }
}

async function namedTab(id: number): Promise<TabInQuestion> {
  const tab: Partial<Tabs.Tab> = await browser.tabs.get(id).catch(() => ({}))
  const { windowId, url } = tab
  return { id, windowId, url }
}

/** Opens a page of the extension in a tab of its own. */
export function openPage(path: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(path) })
}

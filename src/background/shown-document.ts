import { browser } from '../platform/browser'
import type { PagePorts } from './page-ports'
import { hostOf, withoutFragment, type TabState } from './tab-state'

/**
 * Whether the tab still shows the document that its state is about. An open line of the top document
 * says so; a frame's does not, since a frame may belong to the next document. Where the browser has not
 * told the address of the top document, its frames are all that can say so: a click may let it tell.
 *
 * @param told address of the top document, as the browser has just told it to one of its frames
 */
export async function isShown(tab: TabState, ports: PagePorts, told?: string): Promise<boolean> {
  const { tabId, documentId, url } = tab
  const isSpeaking = (): boolean =>
    url === '' ? ports.hasAnyFrame(tabId) : ports.hasFrame(tabId, 0)
  if (isSpeaking()) return true
  const shown = await (documentId === undefined
    ? showsAddress(tab, ports)
    : showsDocument(tabId, documentId, told === url))
  return shown || isSpeaking()
}

/**
 * What goes unnoticed is a reload, after which the address shows something much the same. Chromium tells a frame's
 * line what its page is called, and not us, where we have no permission for the page, as for any over http.
 */
async function showsAddress(tab: TabState, ports: PagePorts): Promise<boolean> {
  const { tabId } = tab
  // Before we ask: by the time of the answer there may be frames of the next document.
  const hasFrames = ports.hasAnyFrame(tabId)
  try {
    const { url } = await browser.tabs.get(tabId)
    if (url === undefined) return tab.url === '' || hasFrames
    return withoutFragment(url) === tab.url || (hasFrames && isOfItsFrames(tab, hostOf(url), ports))
  } catch {
    return false
  }
}

/**
 * Whether it is what a document of which only frames have spoken is called by now: it may give itself another address
 * of its site (`pushState`), and takes its frames along.
 *
 * @param host of what the tab shows
 */
export function isOfItsFrames(tab: TabState, host: string, ports: PagePorts): boolean {
  const { tabId, documentId } = tab
  const isOfFrames = documentId === undefined && !ports.hasFrame(tabId, 0)
  return isOfFrames && host !== '' && host === tab.host && ports.hasAnyFrame(tabId)
}

/**
 * Where the browser does not say, it does.
 *
 * @param isCalledSo whether it does as far as the address says, for a page into which the browser does not let us
 */
async function showsDocument(
  tabId: number,
  documentId: string,
  isCalledSo: boolean,
): Promise<boolean> {
  try {
    const [top] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => null,
      injectImmediately: true,
    })
    const shown = (top as { documentId?: string } | undefined)?.documentId
    return shown === undefined || shown === documentId
  } catch {
    return isCalledSo
  }
}

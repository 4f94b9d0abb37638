import { browser } from '../platform/browser'
import { REPORT_PAGE } from '../platform/own-pages'

/** Shows a badge's report: in the popup where the browser opens it for us, else in a tab of its own. */
export class ShowResult {
  /** Tabs for which one is being opened. */
  readonly #opening = new Set<number>()

  /**
   * Call it in the very handler of the user's click, before any `await`: Firefox may refuse later.
   *
   * @param badge the badge's id, asked for only when the popup was refused
   */
  async open(tabId: number, badge: () => Promise<string> | string): Promise<void> {
    const opened = await openPopup()
    const id = await badge()
    if (!opened) await openTab(tabId, id)
  }

  /** As `open`, after a click in the page, as its process says: only from the tab in front, and one at a time. */
  async openFromPage(tabId: number, badge: string): Promise<void> {
    if (this.#opening.has(tabId)) return
    this.#opening.add(tabId)
    try {
      const { active } = await browser.tabs.get(tabId)
      if (active) await this.open(tabId, () => badge)
    } finally {
      this.#opening.delete(tabId)
    }
  }
}

async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup()
    return true
  } catch {
    return false
  }
}

async function openTab(tabId: number, badge: string): Promise<void> {
  const query = new URLSearchParams({ tab: String(tabId), badge })
  const url = `${browser.runtime.getURL(REPORT_PAGE)}?${query.toString()}`
  try {
    const { index, windowId } = await browser.tabs.get(tabId)
    const where = windowId === undefined ? {} : { windowId }
    await browser.tabs.create({ url, index: index + 1, openerTabId: tabId, ...where })
  } catch {
    // A window that takes no such tab: Chromium's private windows show no extension pages.
    await browser.tabs.create({ url })
  }
}

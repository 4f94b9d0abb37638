import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core'

export type BrowserName = 'chromium' | 'firefox'

/** What a mark shows, read out of its closed shadow root. */
export interface ShadowMark {
  look: string
  label: string
}

/** A browser with the extension on it; the same in Chromium and in Firefox. */
export interface ExtensionBrowser {
  name: BrowserName
  /** Opens a page of the web and waits until it has loaded. */
  openPage(url: string): Promise<Page>
  /** Opens a page of the extension in a tab. `path` begins without a slash; `prepare` gets the tab before that. */
  openExtensionPage(path: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page>
  /** Opens the popup's page for the tab that shows `page`. */
  openPopup(page: Page): Promise<Page>
  /** The marks of one frame, in the order of `MARK_HOSTS`. */
  shadowMarks(frame: Frame): Promise<ShadowMark[]>
  /** Right-clicks an element and picks "Verify this badge". */
  verifyThisBadge(page: Page, element: ElementHandle): Promise<void>
  /** Opens the browser's own popup for the tab in front, as a click on the toolbar does. */
  openOwnPopup(): Promise<void>
  /**
   * Evaluates an expression over `document` in the popup that the browser itself has opened;
   * undefined while there is none.
   */
  inOwnPopup(expression: string): Promise<unknown>
  closeOwnPopup(): Promise<void>
  /**
   * Evaluates an expression over `document` in the panel beside the page, side panel or sidebar; undefined
   * while there is none.
   */
  inOwnPanel(expression: string): Promise<unknown>
  closeOwnPanel(): Promise<void>
  /** Stops the extension's worker at once, as the browser does when it needs the memory. */
  killWorker(): Promise<void>
  /** Closes every tab but one that is empty, and the popup. */
  closePages(): Promise<void>
  /**
   * What the extension keeps and remembers is as when it was installed, and the caches are empty. Permissions, the
   * texts of its menu and cookies stay.
   */
  renew(): Promise<void>
  close(): Promise<void>
}

export interface LaunchOptions {
  /** Of the demo's server. */
  port: number
  spkiHash: string
  headless: boolean
  executablePath: string
  /** Folder of the extension; Firefox takes a package, too. */
  extension: string
}

/** Runs in pages of the extension; either browser has one of the two. */
declare global {
  var browser: typeof globalThis.chrome
  var chrome: ExtensionApi
}

interface ExtensionApi {
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> }
}

/**
 * The hosts of all marks of a document, those in open shadow roots after all that lies in the light: the
 * order in which `shadowMarks` has them.
 */
export const MARK_HOSTS = `(() => {
  const hosts = []
  const left = [document]
  while (left.length > 0) {
    const node = left.pop()
    if (node.nodeType === 1 && node.hasAttribute('data-touchstone')) hosts.push(node)
    if (node.shadowRoot) left.push(node.shadowRoot)
    left.push(...[...node.childNodes].reverse())
  }
  return hosts
})()`

export const POPUP = 'src/pages/popup/index.html'
export const PANEL = 'src/pages/panel/index.html'

/** The popup's page for a tab. */
export function popupPath(tabId: number): string {
  return `${POPUP}?tab=${tabId}`
}

/**
 * Runs in a page of the extension. Its worker has read what was kept by then, and is to be killed: what it has in
 * memory would be written again.
 */
export const FORGET_ALL = `(async () => {
  const api = globalThis.browser ?? chrome
  await api.runtime.sendMessage({ type: 'network-limits' })
  for (const { name } of await indexedDB.databases()) {
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.onerror = reject
      opening.onsuccess = () => {
        const database = opening.result
        const stores = [...database.objectStoreNames]
        const emptying = database.transaction(stores, 'readwrite')
        for (const store of stores) emptying.objectStore(store).clear()
        emptying.onabort = reject
        emptying.oncomplete = () => {
          database.close()
          resolve()
        }
      }
    })
  }
  await Promise.all([api.storage.session.clear(), api.storage.local.clear(), api.alarms.clearAll()])
})()`

/** A window closes with its last tab: one stays. */
export async function closeAllButOne(browser: Browser): Promise<void> {
  const [first, ...others] = await browser.pages()
  for (const page of others) await page.close()
  await first?.goto('about:blank')
}

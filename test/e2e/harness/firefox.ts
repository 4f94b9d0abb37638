import puppeteer, { type Browser, type ElementHandle, type Frame, type Page } from 'puppeteer-core'
import {
  closeAllButOne,
  FORGET_ALL,
  MARK_HOSTS,
  popupPath,
  type ExtensionBrowser,
  type LaunchOptions,
  type ShadowMark,
} from './extension-browser'

const ADDON_ID = 'touchstone@touchstone.example'
/** Fixed, so that the addresses of the extension's pages are known. */
const UUID = '7c1e5b0a-3d0f-4e55-9c53-2a9d8d1f6b10'

export async function launchFirefox(options: LaunchOptions): Promise<ExtensionBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executablePath,
    headless: options.headless,
    acceptInsecureCerts: true,
    defaultViewport: options.headless ? { width: 1200, height: 900 } : null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: UUID }),
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${options.port}`,
      'network.proxy.type': 0,
    },
  })
  await browser.installExtension(options.extension)
  return new Firefox(browser)
}

class Firefox implements ExtensionBrowser {
  readonly name = 'firefox'
  private chromeContext: Promise<string> | undefined

  constructor(private readonly browser: Browser) {}

  async openPage(url: string): Promise<Page> {
    const page = await this.browser.newPage()
    await page.goto(url, { waitUntil: 'load' })
    // A page behind others is not drawn, and what is not drawn gets no marks.
    await page.bringToFront()
    return page
  }

  /** BiDi never says that a page of an extension has loaded: it is asked until it has. */
  async openExtensionPage(path: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await this.browser.newPage()
    await prepare?.(page)
    const url = `moz-extension://${UUID}/${path}`
    const context = contextOf(page.mainFrame())
    await this.send('browsingContext.navigate', { context, url, wait: 'none' })
    for (let tries = 0; tries < 100; tries++) {
      if (await page.evaluate(isLoaded, url).catch(() => false)) return page
      await sleep(50)
    }
    throw new Error(`${url} did not load`)
  }

  async openPopup(page: Page): Promise<Page> {
    const tabId = await this.newestTab(page.url())
    if (typeof tabId !== 'number') throw new Error(`No tab shows ${page.url()}`)
    return this.openExtensionPage(popupPath(tabId))
  }

  /** The number by which the extension knows it. */
  private newestTab(url: string): Promise<unknown> {
    return this.inBrowser(`(() => {
      const tab = gBrowser.tabs.findLast(
        ({ linkedBrowser }) => linkedBrowser.currentURI.spec === ${JSON.stringify(url)})
      const { extension } = WebExtensionPolicy.getByID('${ADDON_ID}')
      return tab && extension.tabManager.getWrapper(tab).id
    })()`)
  }

  async shadowMarks(frame: Frame): Promise<ShadowMark[]> {
    const { result } = await this.send<{ result: { value?: BidiNode[] } }>('script.evaluate', {
      expression: MARK_HOSTS,
      target: { context: contextOf(frame) },
      awaitPromise: false,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 4 },
    })
    return (result.value ?? []).map((host) => ({
      look: attribute(host, 'svg', 'class'),
      label: attribute(host, 'button', 'aria-label'),
    }))
  }

  /** The browser's own menu, clicked as a person would. */
  async verifyThisBadge(page: Page, element: ElementHandle): Promise<void> {
    await page.bringToFront()
    await element.scrollIntoView()
    await element.click({ button: 'right' })
    const clicked = await this.inBrowser(`(async () => {
      const menu = document.getElementById('contentAreaContextMenu')
      for (let tries = 0; tries < 100 && menu.state !== 'open'; tries++)
        await new Promise((resolve) => setTimeout(resolve, 50))
      const item = [...menu.querySelectorAll('menuitem')].find(
        ({ id, hidden }) => id.startsWith('touchstone_') && !hidden)
      if (!item) { menu.hidePopup(); return 'no such item' }
      menu.activateItem(item)
      return 'clicked'
    })()`)
    if (clicked !== 'clicked') throw new Error(`Context menu: ${String(clicked)}`)
  }

  async openOwnPopup(): Promise<void> {
    const opened = await this.inBrowser(`(async () => {
      const { extension } = WebExtensionPolicy.getByID('${ADDON_ID}')
      const { browserActionFor } = extension.apiManager.global
      await browserActionFor(extension).triggerAction(window)
      return 'opened'
    })()`)
    if (opened !== 'opened') throw new Error(`Opening the popup: ${String(opened)}`)
  }

  async inOwnPopup(expression: string): Promise<unknown> {
    return this.inChild(`document.querySelector('.webextension-popup-browser')`, expression)
  }

  async inOwnPanel(expression: string): Promise<unknown> {
    return this.inChild(
      `SidebarController.browser.contentDocument.getElementById('webext-panels-browser')`,
      expression,
    )
  }

  async closeOwnPanel(): Promise<void> {
    await this.inBrowser(`SidebarController.hide()`)
  }

  /** BiDi sees neither popup nor sidebar: a frame script carries the answer over. */
  private async inChild(child: string, expression: string): Promise<unknown> {
    const script = `sendAsyncMessage('touchstone-test', ((document) => (${expression}))(content.document))`
    const answer = await this.inBrowser(`new Promise((resolve) => {
      const child = ${child}
      if (!child?.messageManager) return resolve('')
      const { messageManager } = child
      messageManager.addMessageListener('touchstone-test', function answer({ data }) {
        messageManager.removeMessageListener('touchstone-test', answer)
        resolve(JSON.stringify(data ?? null))
      })
      setTimeout(() => resolve(''), 2000)
      const script = ${JSON.stringify(script)}
      messageManager.loadFrameScript('data:application/javascript,' + encodeURIComponent(script), false)
    })`)
    return typeof answer === 'string' && answer !== '' ? JSON.parse(answer) : undefined
  }

  async closeOwnPopup(): Promise<void> {
    await this.inBrowser(
      `document.querySelector('.webextension-popup-browser')?.closest('panel')?.hidePopup()`,
    )
  }

  async killWorker(): Promise<void> {
    // Not as Firefox ends an idle one, which it puts off while a message is unanswered: as a crash does. A
    // page that is connected may start the next one before this one is known to have stopped.
    const outcome = await this.inBrowser(`(async () => {
      const { extension } = WebExtensionPolicy.getByID('${ADDON_ID}')
      const { backgroundState, backgroundContext: killed } = extension
      await extension.terminateBackground({
        ignoreDevToolsAttached: true,
        disableResetIdleForTest: true,
      })
      const isGone = killed && killed.unloaded && extension.backgroundContext !== killed
      return backgroundState + ', ' + (isGone ? 'gone' : extension.backgroundState)
    })()`)
    if (outcome !== 'running, gone') throw new Error(`Killing the worker: ${String(outcome)}`)
  }

  async closePages(): Promise<void> {
    await this.closeOwnPopup()
    await this.closeOwnPanel()
    await closeAllButOne(this.browser)
  }

  async renew(): Promise<void> {
    await this.closePages()
    const page = await this.openExtensionPage(popupPath(-1))
    await page.evaluate(FORGET_ALL)
    await page.close()
    await this.killWorker()
    await this.inBrowser(`Services.cache2.clear()
      Cc['@mozilla.org/image/tools;1'].getService(Ci.imgITools).getImgCacheForDocument(null).clearCache(false)`)
  }

  async close(): Promise<void> {
    await this.browser.close()
  }

  /** Evaluates in the browser's own window, where its menus and extensions are within reach. */
  private async inBrowser(expression: string): Promise<unknown> {
    this.chromeContext ??= this.send<{ contexts: { context: string }[] }>(
      'browsingContext.getTree',
      { 'moz:scope': 'chrome' },
    ).then(({ contexts }) => contexts[0]?.context ?? '')
    const answer = await this.send<ScriptAnswer>('script.evaluate', {
      expression,
      target: { context: await this.chromeContext },
      awaitPromise: true,
    })
    if (answer.type !== 'success') throw new Error(JSON.stringify(answer))
    return answer.result.value
  }

  /** Commands of WebDriver BiDi that puppeteer has no method for. */
  private async send<Result>(method: string, params: object): Promise<Result> {
    const { connection } = this.browser as unknown as BidiBrowser
    return (await connection.send(method, params)).result as Result
  }
}

interface BidiBrowser {
  connection: { send(method: string, params: object): Promise<{ result: unknown }> }
}

interface ScriptAnswer {
  type: string
  result: { value?: unknown }
}

interface BidiNode {
  value?: {
    localName?: string
    attributes?: Record<string, string>
    children?: BidiNode[]
    shadowRoot?: BidiNode | null
  }
}

function contextOf(frame: Frame): string {
  return (frame as Frame & { _id: string })._id
}

/** A page may have put another query into its address by then. */
function isLoaded(url: string): boolean {
  return document.URL.split('?')[0] === url.split('?')[0] && document.readyState === 'complete'
}

function attribute(host: BidiNode, element: string, name: string): string {
  const found = flatten(host).find(({ value }) => value?.localName === element)
  return found?.value?.attributes?.[name] ?? ''
}

function flatten(node: BidiNode): BidiNode[] {
  const { children = [], shadowRoot } = node.value ?? {}
  return [node, ...[...children, ...(shadowRoot ? [shadowRoot] : [])].flatMap(flatten)]
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

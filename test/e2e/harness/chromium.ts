import puppeteer, {
  TargetType,
  type Browser,
  type CDPSession,
  type ElementHandle,
  type Frame,
  type Page,
  type Target,
  type WebWorker,
} from 'puppeteer-core'
import type { Protocol } from 'devtools-protocol'
import { SERVED_NAMES } from '../../demo/hosts'
import { ATTACKS_URL } from '../../demo/pages/index'
import {
  closeAllButOne,
  FORGET_ALL,
  popupPath,
  PANEL,
  POPUP,
  type ExtensionBrowser,
  type LaunchOptions,
  type ShadowMark,
} from './extension-browser'

export async function launchChromium(options: LaunchOptions): Promise<ExtensionBrowser> {
  const browser = await puppeteer.launch({
    executablePath: options.executablePath,
    headless: options.headless,
    pipe: true,
    enableExtensions: [options.extension],
    defaultViewport: options.headless ? { width: 1200, height: 900 } : null,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // As people have: the one of 800 by 600 that headless mode begins with cuts popups short.
      '--screen-info={1920x1080}',
      `--host-resolver-rules=${hostRules(options.port)}`,
      `--ignore-certificate-errors-spki-list=${options.spkiHash}`,
    ],
  })
  const target = await browser.waitForTarget(isWorker, { timeout: 20_000 })
  await waitForContentScripts(browser)
  return new Chromium(browser, new URL(target.url()).host)
}

/** Milliseconds for a mark to come; after each try in vain a machine that is busy is given more. */
const PATIENCE = [500, 700, 1_000, 1_500, 2_500, 4_000, 6_000, 10_000]

/**
 * The worker runs before the browser has read the content scripts: a page that is opened in between gets
 * none, and no mark for as long as its process is there, which a reload does not end.
 */
async function waitForContentScripts(browser: Browser): Promise<void> {
  for (const timeout of PATIENCE) {
    const page = await browser.newPage()
    await page.goto(ATTACKS_URL, { waitUntil: 'load' })
    await page.bringToFront()
    const mark = await page.waitForSelector('[data-touchstone]', { timeout }).catch(() => null)
    await page.close()
    if (mark) return
  }
  throw new Error('No page gets a mark: the content script does not run')
}

/** The demo's hosts, and those that it stands in for; everything else is as it is. */
function hostRules(port: number): string {
  return SERVED_NAMES.map((name) => `MAP ${name} 127.0.0.1:${port}`).join(',')
}

class Chromium implements ExtensionBrowser {
  readonly name = 'chromium'

  constructor(
    private readonly browser: Browser,
    private readonly extensionId: string,
  ) {}

  async openPage(url: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await this.browser.newPage()
    await prepare?.(page)
    await page.goto(url, { waitUntil: 'load' })
    // A page behind others is not drawn, and what is not drawn gets no marks.
    await page.bringToFront()
    return page
  }

  async openExtensionPage(path: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    return this.openPage(`chrome-extension://${this.extensionId}/${path}`, prepare)
  }

  async openPopup(page: Page): Promise<Page> {
    const popup = await this.openExtensionPage(popupPath(-1))
    const tabId = await newestTab(popup, page.url())
    if (tabId === undefined) throw new Error(`No tab shows ${page.url()}`)
    await popup.goto(`chrome-extension://${this.extensionId}/${popupPath(tabId)}`)
    return popup
  }

  async shadowMarks(frame: Frame): Promise<ShadowMark[]> {
    const { root } = await sessionOf(frame).send('DOM.getDocument', { depth: -1, pierce: true })
    const document = await documentOf(frame, root)
    return document === undefined ? [] : markRoots(document).map(readMark)
  }

  async verifyThisBadge(page: Page, element: ElementHandle): Promise<void> {
    await element.scrollIntoView()
    await element.click({ button: 'right' })
    const info = await element.evaluate((node) => {
      const link = node.closest('a')?.href
      const isImage = node instanceof HTMLImageElement
      return {
        menuItemId: 'verify-badge',
        editable: false,
        frameId: 0,
        pageUrl: location.href,
        ...(isImage ? { mediaType: 'image', srcUrl: node.currentSrc } : {}),
        ...(link === undefined ? {} : { linkUrl: link }),
      }
    })
    const worker = await this.worker()
    // The native menu is out of reach: what it would tell the extension is told here.
    await worker.evaluate(
      async (clicked, url) => {
        const { tabs, contextMenus } = globalThis.chrome as unknown as WorkerApi
        const all = await tabs.query({})
        contextMenus.onClicked.dispatch(clicked, all.filter((tab) => tab.url === url).at(-1))
      },
      info,
      page.url(),
    )
  }

  async openOwnPopup(): Promise<void> {
    const worker = await this.worker()
    await worker.evaluate(() => (globalThis.chrome as unknown as WorkerApi).action.openPopup())
  }

  async inOwnPopup(expression: string): Promise<unknown> {
    return evaluateIn(await this.own(POPUP), expression)
  }

  async closeOwnPopup(): Promise<void> {
    await (await this.own(POPUP))?.close()
  }

  async inOwnPanel(expression: string): Promise<unknown> {
    return evaluateIn(await this.own(PANEL), expression)
  }

  async closeOwnPanel(): Promise<void> {
    await (await this.own(PANEL))?.close()
  }

  async killWorker(): Promise<void> {
    const target = this.browser.targets().find(isWorker)
    const worker = await target?.worker()
    if (!worker) throw new Error('There is no worker to kill')
    const gone = new Promise<void>((resolve) => {
      this.browser.on('targetdestroyed', (destroyed) => {
        if (destroyed === target) resolve()
      })
    })
    await worker.close()
    await gone
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
    const session = await page.createCDPSession()
    await session.send('Network.clearBrowserCache')
    await page.close()
    await this.killWorker()
  }

  async close(): Promise<void> {
    await this.browser.close()
  }

  private async own(page: string): Promise<Page | undefined> {
    const targets = this.browser.targets()
    return targets.find((target) => target.url().endsWith(`/${page}`))?.asPage()
  }

  private async worker(): Promise<WebWorker> {
    const target = await this.browser.waitForTarget(isWorker, { timeout: 10_000 })
    const worker = await target.worker()
    if (!worker) throw new Error('The extension has no worker')
    return worker
  }
}

/** @param own a page of the extension */
function newestTab(own: Page, url: string): Promise<number | undefined> {
  return own.evaluate(async (wanted) => {
    const tabs = await globalThis.chrome.tabs.query({})
    return tabs.filter((tab) => tab.url === wanted).at(-1)?.id
  }, url)
}

function evaluateIn(page: Page | undefined, expression: string): Promise<unknown> | undefined {
  return page?.evaluate(`((document) => (${expression}))(document)`)
}

interface WorkerApi {
  action: { openPopup(): Promise<void> }
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> }
  contextMenus: { onClicked: { dispatch(info: object, tab: object | undefined): void } }
}

function isWorker(target: Target): boolean {
  return target.type() === TargetType.SERVICE_WORKER && target.url().startsWith('chrome-extension:')
}

/** Frames of other sites have sessions of their own, which puppeteer does not show. */
function sessionOf(frame: Frame): CDPSession {
  return (frame as Frame & { client: CDPSession }).client
}

/** The frame's document among those that its session sees. */
async function documentOf(
  frame: Frame,
  root: Protocol.DOM.Node,
): Promise<Protocol.DOM.Node | undefined> {
  const url = await frame.evaluate(() => document.URL)
  return flatten(root).find((node) => node.nodeName === '#document' && node.documentURL === url)
}

function markRoots(document: Protocol.DOM.Node): Protocol.DOM.Node[] {
  return flatten(document, { intoFrames: false })
    .filter(({ attributes = [] }) => attributes.includes('data-touchstone'))
    .flatMap(({ shadowRoots = [] }) => shadowRoots)
}

function readMark(root: Protocol.DOM.Node): ShadowMark {
  const nodes = flatten(root)
  return {
    look: attribute(nodes, 'svg', 'class'),
    label: attribute(nodes, 'button', 'aria-label'),
  }
}

function attribute(nodes: Protocol.DOM.Node[], element: string, name: string): string {
  const attributes = nodes.find(({ localName }) => localName === element)?.attributes ?? []
  // CDP lists name, value, name, value …
  return attributes[attributes.indexOf(name) + 1] ?? ''
}

function flatten(node: Protocol.DOM.Node, { intoFrames = true } = {}): Protocol.DOM.Node[] {
  const { children = [], shadowRoots = [], contentDocument } = node
  const below = [
    ...children,
    ...shadowRoots,
    ...(contentDocument && intoFrames ? [contentDocument] : []),
  ]
  return [node, ...below.flatMap((child) => flatten(child, { intoFrames }))]
}

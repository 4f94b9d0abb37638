import { browser } from '../platform/browser'
import { createMenu } from './menus'

const WELCOME_PAGE = 'src/pages/welcome/index.html'

/** What is to be done once: the menu, the tabs that were open before us, the first words. */
export function answerInstallation(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    createMenu().catch(console.error)
    if (reason !== 'install' && reason !== 'update') return
    enterOpenTabs().catch(console.error)
    if (reason === 'install') {
      browser.tabs.create({ url: browser.runtime.getURL(WELCOME_PAGE) }).catch(console.error)
    }
  })
  browser.runtime.onStartup.addListener(() => {
    createMenu().catch(console.error)
  })
}

/** Browsers put content scripts only into pages that are opened after the installation. */
async function enterOpenTabs(): Promise<void> {
  const files = (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ js }) => js ?? [])
  if (files.length === 0) return
  const tabs = await browser.tabs.query({ discarded: false })
  const ids = tabs.flatMap(({ id }) => id ?? [])
  await Promise.all(ids.map((id) => enterTab(id, files.map(pathOf))))
}

async function enterTab(tabId: number, files: string[]): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files })
  } catch {
    // A page that the browser keeps to itself.
  }
}

/** Firefox gives the manifest's files as whole addresses. */
function pathOf(file: string): string {
  const own = browser.runtime.getURL('')
  return file.startsWith(own) ? `/${file.slice(own.length)}` : file
}

import { browser } from '../platform/browser'
import { WELCOME_PAGE } from '../platform/own-pages'
import { enterPage } from './enter-page'
import { createMenu } from './menus'

/**
 * What is to be done once: the menu, the tabs that were open before us, the first words.
 *
 * @param inLanguage resolves once the user's language is spoken
 */
export function answerInstallation(inLanguage: Promise<void>): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    inLanguage.then(createMenu).catch(console.error)
    if (reason !== 'install' && reason !== 'update') return
    enterOpenTabs().catch(console.error)
    if (reason === 'install') {
      browser.tabs.create({ url: browser.runtime.getURL(WELCOME_PAGE) }).catch(console.error)
    }
  })
  browser.runtime.onStartup.addListener(() => {
    inLanguage.then(createMenu).catch(console.error)
  })
}

/** Browsers put content scripts only into pages that are opened after the installation. */
async function enterOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false })
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [enterPage(id)])))
}

import { browser } from './browser'

/** Whether the user has our icon in the toolbar; false where the browser cannot say. */
export async function isInToolbar(): Promise<boolean> {
  // Newer than the polyfill's list of promises in some browsers, and absent in others.
  const { getUserSettings } = browser.action as {
    getUserSettings?: () => Promise<{ isOnToolbar?: boolean }>
  }
  return (await getUserSettings?.())?.isOnToolbar === true
}

/** Firefox keeps the extensions of a toolbar in another menu than Chromium. */
export function isFirefox(): boolean {
  return browser.runtime.getURL('').startsWith('moz-extension:')
}

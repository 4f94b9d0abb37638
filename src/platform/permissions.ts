import { browser } from './browser'

/** The permission that a host needs, as an origin pattern. */
export function originPattern(host: string): string {
  return `https://${host}/*`
}

/** Whether the user lets the extension ask this host: both browsers can withhold it. */
export function mayAsk(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originPattern(host)] })
}

/** Whether the browser's user lets the extension into this page by itself. `url`: https or http. */
export function maySee(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [sitePattern(url)] })
}

/** The permission that the pages of a site need, as an origin pattern. */
export function sitePattern(url: string): string {
  const { protocol, hostname } = new URL(url)
  return `${protocol}//${hostname}/*`
}

/**
 * Asks the user for an origin pattern. Call it before any `await` in the handler of a click: the
 * browser refuses once the click is over.
 */
export function requestAccess(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] })
}

/** Hosts as origin patterns, and permissions by their names. */
export interface Granted {
  origins?: string[]
  permissions?: string[]
}

export function onGranted(listener: (granted: Granted) => void): void {
  browser.permissions.onAdded.addListener(listener)
}

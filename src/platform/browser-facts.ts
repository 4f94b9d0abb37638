import { browser } from './browser'

/** Of the browser that we run in, as far as it tells. */
export interface BrowserFacts {
  name?: string
  version?: string
  /** `linux`, `mac`, `win` … */
  system?: string
  /** BCP 47 tag of its language. */
  language: string
}

export async function browserFacts(): Promise<BrowserFacts> {
  // Firefox says its own name, all others that they are Chrome as well.
  const [, name, version] = /(Firefox|Chrome)\/([\d.]+)/.exec(navigator.userAgent) ?? []
  const system = await browser.runtime.getPlatformInfo().catch(() => undefined)
  return {
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version }),
    ...(system && { system: system.os }),
    language: browser.i18n.getUILanguage(),
  }
}

/** Bytes that all of the extension takes, by the browser's own count; undefined where it does not say. */
export async function storageUsed(): Promise<number | undefined> {
  const estimate = await navigator.storage.estimate().catch(() => undefined)
  return estimate?.usage
}

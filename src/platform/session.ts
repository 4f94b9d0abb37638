import { browser } from './browser'

/**
 * What outlives the worker and ends with the browser, in memory only. Content scripts cannot read
 * it: its access level is TRUSTED_CONTEXTS unless somebody changes that.
 */
export const session = {
  /** Every value by its key. */
  all(): Promise<Record<string, unknown>> {
    return browser.storage.session.get(null)
  },

  async get(key: string): Promise<unknown> {
    return (await browser.storage.session.get(key))[key]
  },

  set(key: string, value: unknown): Promise<void> {
    return browser.storage.session.set({ [key]: value })
  },

  remove(keys: string[]): Promise<void> {
    return browser.storage.session.remove(keys)
  },
}

import { browser } from '../platform/browser'

const NAME = 'queue'
const MINUTES = 0.5

/**
 * An alarm for as long as checks are under way: it wakes a worker that the browser stopped in the
 * middle, even if no page of the tab does. Its handler has nothing to do: starting resumes.
 */
export class Backstop {
  #set = false

  listen(): void {
    browser.alarms.onAlarm.addListener(() => undefined)
  }

  /** @param size how many checks are waiting or running */
  follow(size: number): void {
    if (size > 0 === this.#set) return
    this.#set = size > 0
    if (this.#set) void browser.alarms.create(NAME, { periodInMinutes: MINUTES })
    else void browser.alarms.clear(NAME)
  }

  /** After the stored work has been taken up: an alarm of the last worker without work ends. */
  settle(size: number): void {
    if (size === 0) void browser.alarms.clear(NAME)
  }
}

import { browser } from '../platform/browser'

const MINUTES = 0.5

/**
 * An alarm for as long as work is under way: it wakes a worker that the browser stopped in the
 * middle, even if no page of the tab does. Its handler has nothing to do: starting resumes.
 */
export class Backstop {
  #set = false

  /** @param name of the alarm: one for each kind of work */
  constructor(private readonly name: string) {}

  listen(): void {
    browser.alarms.onAlarm.addListener(() => undefined)
  }

  /** @param size how many things are waiting or running */
  follow(size: number): void {
    if (size > 0 === this.#set) return
    this.#set = size > 0
    if (this.#set) void browser.alarms.create(this.name, { periodInMinutes: MINUTES })
    else void browser.alarms.clear(this.name)
  }

  /** After the stored work has been taken up: an alarm of the last worker without work ends. */
  settle(size: number): void {
    if (size === 0) void browser.alarms.clear(this.name)
  }
}

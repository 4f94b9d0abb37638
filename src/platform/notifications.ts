import { browser } from './browser'

const PERMISSION = { permissions: ['notifications' as const] }

/** Whether the user has allowed notifications of the browser. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION)
}

/** Call it before any `await` in the handler of a click: the browser refuses once the click is over. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request(PERMISSION)
}

export function giveUpNotifications(): Promise<boolean> {
  return browser.permissions.remove(PERMISSION)
}

/** Plain text, which the system shows. One with the same id is replaced. Without the permission, nothing. */
export async function notify(id: string, title: string, message: string): Promise<void> {
  if (!(await mayNotify())) return
  const iconUrl = browser.runtime.getURL('icons/icon-128.png')
  await browser.notifications.create(id, { type: 'basic', iconUrl, title, message })
}

/** Call it as the worker starts, or the browser would not wake it; without the permission there is no such event. */
export function onNotificationClick(listener: (id: string) => void): void {
  const api = browser.notifications as typeof browser.notifications | undefined
  api?.onClicked.addListener(listener)
}

/** The few lines of the extension API that a content script needs, without the polyfill. */
import type { WholePage } from '../platform/port-messages'

export interface Port {
  postMessage(message: unknown): void
  disconnect(): void
  onMessage: { addListener(listener: (message: unknown) => void): void }
  onDisconnect: { addListener(listener: () => void): void }
}

export type MessageListener = (
  message: unknown,
  sender: unknown,
  answer: (said: WholePage) => void,
) => void

export interface Runtime {
  /** Absent once this script's extension has been updated, switched off or removed. */
  id?: string
  lastError?: unknown
  onMessage: { addListener(listener: MessageListener): void }
  connect(options: { name: string }): Port
}

interface Extension {
  runtime?: Runtime
}

interface ExtensionGlobals {
  browser?: Extension
  chrome?: Extension
}

export function extensionRuntime(): Runtime | undefined {
  const { browser, chrome } = globalThis as ExtensionGlobals
  return browser?.runtime ?? chrome?.runtime
}

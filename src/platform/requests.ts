import { browser, type Runtime } from './browser'
import type { Broadcast, WorkerRequest, WorkerRequestName, WorkerRequests } from './messages'

type Params<Name extends WorkerRequestName> = WorkerRequests[Name]['params']
type Result<Name extends WorkerRequestName> = WorkerRequests[Name]['result']

/** Asks the worker, from an extension page. */
export function request<Name extends WorkerRequestName>(
  type: Name,
  params: Params<Name>,
): Promise<Result<Name>> {
  return browser.runtime.sendMessage({ ...params, type })
}

/** Tells every open extension page that something changed. That none is open is no error. */
export function broadcast(message: Broadcast): void {
  browser.runtime.sendMessage(message).catch(() => undefined)
}

/** Hears the worker, in an extension page; `signal` ends it. */
export function onBroadcast(listener: (message: Broadcast) => void, signal: AbortSignal): void {
  const hear = (message: unknown, sender: Runtime.MessageSender): undefined => {
    if (sender.id === browser.runtime.id && isBroadcast(message)) listener(message)
  }
  browser.runtime.onMessage.addListener(hear)
  signal.addEventListener('abort', () => {
    browser.runtime.onMessage.removeListener(hear)
  })
}

/**
 * Answers the extension's own pages, in the worker, and nobody else. `validate` turns what came
 * into a request, or into null where it is none.
 */
export function onRequest(
  validate: (message: unknown) => WorkerRequest | null,
  answer: (request: WorkerRequest) => Promise<WorkerRequests[WorkerRequestName]['result']>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (!isOwnPage(sender)) return undefined
    const valid = validate(message)
    return valid ? answer(valid) : undefined
  })
}

/**
 * A page of this extension. Content scripts carry the extension's id too, but the address of the
 * page they run in; the browser, not the renderer, vouches for that address.
 */
function isOwnPage(sender: Runtime.MessageSender): boolean {
  const own = browser.runtime.getURL('')
  return sender.id === browser.runtime.id && sender.url?.startsWith(own) === true
}

/** A content script of this extension, in a tab. */
export function isOwnContentScript(sender: Runtime.MessageSender | undefined): boolean {
  return sender?.id === browser.runtime.id && sender.tab?.id !== undefined && !isOwnPage(sender)
}

function isBroadcast(message: unknown): message is Broadcast {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    (message.type === 'page-changed' ||
      message.type === 'lists-changed' ||
      message.type === 'sites-changed' ||
      message.type === 'esco-changed' ||
      message.type === 'eu-lists-changed' ||
      message.type === 'own-changed' ||
      message.type === 'history-changed' ||
      message.type === 'preferences-changed')
  )
}

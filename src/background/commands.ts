import { browser } from '../platform/browser'
import { openPanel } from '../platform/panel'
import { verify, type BadgeRequestParts } from './badge-requests'
import { isShown } from './shown-document'
import { addressOf, type SiteAccess } from './site-access'
import type { WholePage } from './whole-page'

/** As in the manifest. Firefox opens its sidebar by a command of its own. */
const VERIFY_PAGE = 'verify-page'
const OPEN_PANEL = 'open-panel'

export interface CommandParts extends BadgeRequestParts {
  ready: Promise<void>
  access: SiteAccess
  wholePage: WholePage
}

/** Keys that the user has given to us. No page can press them. */
export function answerCommands(parts: CommandParts): void {
  browser.commands.onCommand.addListener((command, tab) => {
    const { id, windowId } = tab ?? {}
    // Nothing may be awaited before: the browser opens it only for the key that is being pressed.
    if (command === OPEN_PANEL && windowId !== undefined) openPanel(windowId).catch(console.error)
    if (command === VERIFY_PAGE && id !== undefined)
      parts.ready.then(() => verifyPage(parts, id)).catch(console.error)
  })
}

/**
 * As the click on "Verify all": consent for each badge that was found on the page in front, and of no other.
 * What is found because of the key, far away on a page of many images, waits for the next.
 */
async function verifyPage(parts: CommandParts, tabId: number): Promise<void> {
  // A key lets us look once at a page that is withheld; what is found there waits for the next.
  await parts.access.enterWhereWithheld(tabId)
  const tab = parts.store.get(tabId)
  const isMeant = tab !== undefined && (await isShown(tab, parts.ports))
  // The page may have gone on while we looked whether it is the one in front.
  if (isMeant && parts.store.get(tabId) === tab)
    verify(parts, { tabId, ids: 'all' }, ({ state }) => state !== 'done')
  const { unheard } = await parts.wholePage.ask(tabId, await addressOf(tabId))
  if (unheard) await parts.access.enterWhereMissing(tabId)
}

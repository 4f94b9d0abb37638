import { browser } from './browser'

/** Chromium's, which the polyfill passes through as it is. */
interface SidePanel {
  open(options: { windowId: number }): Promise<void>
}

interface PanelBrowser {
  sidePanel?: SidePanel
  sidebarAction?: { open(): Promise<void> }
}

/** Whether the browser has a place beside the page: Chromium's side panel, Firefox's sidebar. */
export function hasPanel(): boolean {
  const { sidePanel, sidebarAction } = browser as PanelBrowser
  return sidePanel !== undefined || sidebarAction !== undefined
}

/**
 * Opens our page beside the page. Call it before any `await` in the handler of a click or a key: both
 * browsers refuse once that is over. Firefox opens it in the window in front.
 *
 * @throws where the browser refuses
 */
export async function openPanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction } = browser as PanelBrowser
  if (sidePanel) await sidePanel.open({ windowId })
  else await sidebarAction?.open()
}

import { browser } from './browser'

/** Keys that open the popup, as the browser writes them, e.g. `Alt+Shift+V`; '' where none are set. */
export async function shortcutOfPopup(): Promise<string> {
  const commands = await browser.commands.getAll()
  return commands.find(({ name }) => name === '_execute_action')?.shortcut ?? ''
}

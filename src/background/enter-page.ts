import { browser } from '../platform/browser'

/**
 * Runs the content script in every frame of a tab that we may enter. Where it runs already, it is woken if
 * it rests, and else goes on.
 *
 * @returns false where the browser does not let us into the page itself; Firefox may into its frames all the same
 */
export async function enterPage(tabId: number): Promise<boolean> {
  const files = (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ js }) => js ?? [])
  if (files.length === 0) return false
  try {
    const entered = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: files.map(pathOf),
    })
    return entered.some(({ frameId }) => frameId === 0)
  } catch {
    // A page that the browser keeps to itself, or its user from us.
    return false
  }
}

/** Firefox gives the manifest's files as whole addresses. */
function pathOf(file: string): string {
  const own = browser.runtime.getURL('')
  return file.startsWith(own) ? `/${file.slice(own.length)}` : file
}

import { browser } from '../platform/browser'
import { translate } from '../platform/i18n'
import { describeEntry, onOmnibox, type Disposition } from '../platform/omnibox'
import { FILES_PAGE } from '../platform/own-pages'

/** Characters of an address; more is none that a person has typed or pasted there. */
const MOST_TEXT = 2_000

/**
 * `badge https://…` in the address bar opens the page that verifies files, with the address filled in.
 * Nobody is asked: that takes the button there.
 */
export function answerOmnibox(): void {
  onOmnibox(
    (text) => {
      const host = addressIn(text)?.host
      // Of what was typed only a host is shown again, as a URL has it.
      describeEntry(
        host === undefined ? translate('omniboxHint') : translate('omniboxVerify', [host]),
      )
    },
    (text, where) => {
      openFor(text, where).catch(console.error)
    },
  )
}

/** The address that was typed, `https:` where nothing is said. */
function addressIn(text: string): URL | undefined {
  const typed = text.trim().slice(0, MOST_TEXT)
  const isHost = /^[^\s/:]+\.[^\s/:]+(\/|$)/.test(typed)
  const given = isHost ? `https://${typed}` : typed
  if (!URL.canParse(given)) return undefined
  const url = new URL(given)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined
}

/** What is no address is filled in as well: the page says what it takes. */
function pageFor(text: string): string {
  const given = addressIn(text)?.href ?? text.trim().slice(0, MOST_TEXT)
  const query = given === '' ? '' : `?${new URLSearchParams({ given }).toString()}`
  return browser.runtime.getURL(FILES_PAGE) + query
}

/**
 * Chromium's private windows show no page of an extension: it opens in an ordinary one, whose history keeps
 * addresses, and where reports are kept. Nothing that was typed in private may go there.
 */
async function openFor(text: string, where: Disposition): Promise<void> {
  const { incognito } = await browser.windows.getLastFocused()
  const isOrdinary = !incognito || 'getBrowserInfo' in browser.runtime
  await open(pageFor(isOrdinary ? text : ''), where)
}

async function open(url: string, where: Disposition): Promise<void> {
  if (where !== 'currentTab') {
    await browser.tabs.create({ url, active: where === 'newForegroundTab' })
    return
  }
  try {
    await browser.tabs.update({ url })
  } catch {
    // A window that takes no such page: Chromium's private windows show none of an extension.
    await browser.tabs.create({ url })
  }
}

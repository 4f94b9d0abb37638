import { browser } from './browser'

/** Where the user wants to see what was entered. */
export type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab'

/** Hears what follows our keyword in the address bar: while it is typed, and when it is entered. */
export function onOmnibox(
  typed: (text: string) => void,
  entered: (text: string, where: Disposition) => void,
): void {
  browser.omnibox.onInputStarted.addListener(() => {
    typed('')
  })
  browser.omnibox.onInputChanged.addListener(typed)
  browser.omnibox.onInputEntered.addListener(entered)
}

/** Says under the address bar what Enter would do. */
export function describeEntry(sentence: string): void {
  browser.omnibox.setDefaultSuggestion({
    description: readsMarkup() ? escapeXml(sentence) : sentence,
  })
}

/** Chromium reads descriptions as XML, and drops one that is none; Firefox shows them as they are. */
function readsMarkup(): boolean {
  return !('getBrowserInfo' in browser.runtime)
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** XML 1.0, section 2.2, has no control characters but tab and line ends, and no half of a surrogate pair. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
}

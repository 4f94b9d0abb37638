import { speak } from '../platform/i18n'
import { preferences, readPreferences, type Appearance } from '../platform/preferences'
import { onBroadcast } from '../platform/requests'

/**
 * Brings the page into the language and appearance that the user chose, and calls `draw`: once now, and
 * again after every change, until `signal` ends it. Straight from the database, so that no page waits for
 * a worker that sleeps; where that fails, all is as the browser has it.
 */
export function followPreferences(draw: () => void, signal: AbortSignal): void {
  const follow = async (): Promise<void> => {
    const { language, appearance } = await preferences.get().catch(() => readPreferences(undefined))
    await speak(language)
    if (signal.aborted) return
    show(appearance)
    draw()
  }
  onBroadcast(({ type }) => {
    if (type === 'preferences-changed') void follow()
  }, signal)
  void follow()
}

/** The colours of the page; `src/ui/styles/tokens.css` knows the two names. */
function show(appearance: Appearance): void {
  const { dataset } = document.documentElement
  if (appearance === 'system') delete dataset.theme
  else dataset.theme = appearance
}

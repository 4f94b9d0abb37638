import { speak, uiLanguage } from '../platform/i18n'
import {
  preferences,
  readPreferences,
  type PreferenceChange,
  type Preferences,
} from '../platform/preferences'

/** What the user prefers: language, appearance, pace. Changed on requests of our own pages alone. */
export class OwnPreferences {
  #now = readPreferences(undefined)

  /** @param changed called after every change, when the new language is already spoken */
  constructor(private readonly changed: (what: { isOtherLanguage: boolean }) => void) {}

  /** Reads what was chosen before; where that fails, all is as the browser has it. Never rejects. */
  async load(): Promise<void> {
    try {
      await this.#follow(await preferences.get())
    } catch (error) {
      console.error(error)
    }
  }

  get current(): Preferences {
    return this.#now
  }

  async change(change: PreferenceChange): Promise<Preferences> {
    const before = uiLanguage()
    await this.#follow(await preferences.change(change))
    this.changed({ isOtherLanguage: uiLanguage() !== before })
    return this.#now
  }

  async #follow(now: Preferences): Promise<void> {
    this.#now = now
    await speak(now.language)
  }
}

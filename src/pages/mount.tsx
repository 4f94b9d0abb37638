import { render, type ComponentChildren } from 'preact'
import { WordingProvider } from '../ui/wording-context'
import { pageLanguage } from './language'
import { followPreferences } from './preferred'
import '../ui/styles/tokens.css'
import '../ui/styles/base.css'

/**
 * Draws a page in the user's language, and again in another one as soon as that is chosen.
 *
 * @param page or what it becomes; it must not reject
 */
export function mount(page: ComponentChildren | Promise<ComponentChildren>): void {
  const root = document.getElementById('page')
  if (root === null) throw new Error('expected an element with the id "page", got none')
  const draw = async (): Promise<void> => {
    const shown = await page
    const { translate, locale } = pageLanguage()
    document.documentElement.lang = translate('languageTag')
    document.documentElement.dir = translate('languageDirection')
    render(
      <WordingProvider translate={translate} locale={locale}>
        {shown}
      </WordingProvider>,
      root,
    )
  }
  // For as long as the page is open.
  followPreferences(() => void draw(), new AbortController().signal)
}

import { render, type ComponentChildren } from 'preact'
import { WordingProvider } from '../ui/wording-context'
import { pageLocale, translate } from './language'
import '../ui/styles/tokens.css'
import '../ui/styles/base.css'

/** Draws a page in the language of the texts that the browser chose. */
export function mount(page: ComponentChildren): void {
  const root = document.getElementById('page')
  if (root === null) throw new Error('expected an element with the id "page", got none')
  document.documentElement.lang = translate('languageTag')
  document.documentElement.dir = translate('languageDirection')
  render(
    <WordingProvider translate={translate} locale={pageLocale()}>
      {page}
    </WordingProvider>,
    root,
  )
}

import { render, type ComponentChildren } from 'preact'
import { WordingProvider } from '../wording-context'
import type { Sentences } from '../wording'
import { StillView } from '../still'
import { htmlFile } from './html-file'
import { inertCopy } from './inert-copy'
import { pageStyles } from './page-styles'

/** What the reader sees, as one file that stands by itself: drawn once more, everything open, then copied. */
export async function savedPage(
  content: ComponentChildren,
  title: string,
  { translate, locale, text }: Sentences,
): Promise<string> {
  const root = document.createElement('div')
  render(
    <WordingProvider translate={translate} locale={locale}>
      <StillView>{content}</StillView>
    </WordingProvider>,
    root,
  )
  const body = inertCopy(root)
  render(null, root)
  const [lang, dir] = [text('languageTag'), text('languageDirection')]
  return htmlFile({ title, lang, dir, body, css: pageStyles() })
}

import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { WordingProvider } from '../../../src/ui/wording-context'
import { english } from './english'

/** The HTML that a component draws, in English. */
export function shown(children: ComponentChildren): string {
  return renderToString(
    <WordingProvider translate={english} locale="en-GB">
      {children}
    </WordingProvider>,
  )
}

/** What a reader of that HTML sees: no tags, entities read. */
export function readText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
}

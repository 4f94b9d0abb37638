import css from './mark-style.css?inline'

let sheet: CSSStyleSheet | undefined

/** One sheet for all marks of a document. A constructed one holds under a page's `style-src 'none'`, too. */
export function markStyle(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
  }
  return sheet
}

/** A page that is itself an image: a PNG or SVG opened in a tab or a frame. */
import { webAddress } from '../discovery/candidate-rules'
import type { Source } from './sources'

const BADGE_IMAGE = /^image\/(?:png|svg\+xml)$/

/** `element`: what may carry the mark, though an SVG document can hold none. */
export function imageDocument(page: Document): { element: Element; source: Source } | undefined {
  const url = webAddress(page.URL)?.href
  if (!BADGE_IMAGE.test(page.contentType) || !url || isReportedByItsFrame(page)) return undefined
  const element = page.querySelector('img') ?? page.documentElement
  return { element, source: { kind: 'page', url } }
}

/** The document that holds an `<object>` or `<embed>` has seen it already. */
function isReportedByItsFrame(page: Document): boolean {
  try {
    return /^(?:object|embed)$/.test(page.defaultView?.frameElement?.localName ?? '')
  } catch {
    return false // the frame belongs to another origin
  }
}

/** A page that is itself a file: an image or a credential, opened in a tab or a frame. */
import { webAddress } from '../discovery/candidate-rules'
import type { Source } from './sources'

const BADGE_IMAGE = /^image\/(?:png|svg\+xml)$/
const CREDENTIAL_FILE = /^(?:text\/plain|application\/(?:jwt|json|vc|vp|[\w+.-]+\+(?:json|jwt)))$/

/** Characters. The verifier takes no larger credential. */
const MAXIMUM_TEXT = 1_000_000

/** A signed token alone (RFC 7515, section 7.1): its header is a JSON object, which begins `{"`. */
const TOKEN = /^\s*eyJ[\w-]*\.[\w-]+\.[\w-]*(?:~[\w.~-]*)?\s*$/

/** JSON of which a member is named as those of badges and credentials are; any API answers in JSON. */
const CREDENTIAL_JSON =
  /^\s*[{[][^]*"(?:@context|badge|credential|credentialSubject|verifiableCredential|vc|verify|verification)"\s*:/

/** `element`: what may carry the mark, though an SVG document can hold none. */
export function shownFile(page: Document): { element: Element; source: Source } | undefined {
  const url = webAddress(page.URL)?.href
  if (!url) return undefined
  if (BADGE_IMAGE.test(page.contentType)) {
    const element = page.querySelector('img') ?? page.documentElement
    return { element, source: { kind: 'page', url } }
  }
  // The browser shows text in a `<pre>`; what else it adds is its own.
  const element = CREDENTIAL_FILE.test(page.contentType) && page.querySelector('pre')
  const text = element ? textOf(element) : ''
  const isCredential = TOKEN.test(text) || CREDENTIAL_JSON.test(text)
  return element && isCredential ? { element, source: { kind: 'page', url, text } } : undefined
}

/** '' where it is too long; a large file is many text nodes. */
function textOf({ childNodes }: Element): string {
  let text = ''
  for (const { nodeValue } of childNodes) {
    text += nodeValue ?? ''
    if (text.length > MAXIMUM_TEXT) return ''
  }
  return text
}

/** The document that Firefox makes of a picture in an `<object>` or `<embed>`, whose holder reports it. */
export function isEmbeddedPicture(page: Document): boolean {
  if (!BADGE_IMAGE.test(page.contentType)) return false
  try {
    return /^(?:object|embed)$/.test(page.defaultView?.frameElement?.localName ?? '')
  } catch {
    return false // the frame belongs to another origin
  }
}

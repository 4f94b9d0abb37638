import type { Limits } from '../http/limits'
import { reason, type Reason } from '../report'
import { notFound, type NotUnbaked, type UnbakeResult } from './result'
import { badgeElements, type BadgeElement } from './svg-badge-elements'
import { svgSource, type SvgSource } from './svg-encoding'
import type { Stop } from './svg-tokens'

/** What was read of a file until the reading stopped. */
interface Reading {
  /** The first badge element that is complete: "Parse the SVG until you reach the first
   * <openbadges:assertion> tag" (Open Badges 2.0 Baking; Open Badges 3.0, section 5.3.2.2). */
  badge?: BadgeElement
  /** Complete badge elements. */
  count: number
  /** A badge element was begun. */
  begun: boolean
  why: Stop
}

/**
 * Finds the credential text in an SVG by its tokens. The file must be UTF-8, or in the encoding that
 * it declares; a document type is refused because it could define entities, and because no badge
 * needs one.
 */
export function unbakeSvg(bytes: Uint8Array, limits: Pick<Limits, 'bakedTextBytes'>): UnbakeResult {
  const source = svgSource(bytes)
  if (source === undefined) return notFound(reason('text-not-utf8'))
  const reading = read(source.text)
  if (reading.why === 'doctype') return notFound(reason('svg-doctype-refused'))
  if (!reading.badge) return nothingIn(reading)
  return contentOf(reading.badge, deviationsOf(reading.badge, reading, source), limits)
}

/** What another reader may stumble over, or read otherwise. */
function deviationsOf(badge: BadgeElement, reading: Reading, source: SvgSource): Reason[] {
  const { count, why } = reading
  const { declared } = source
  const keyword = keywordOf(badge)
  const deviations: Reason[] = count > 1 ? [reason('chunk-repeated', { keyword, count })] : []
  if (why === 'cut') deviations.push(reason('image-truncated'))
  if (why === 'malformed' || declared === 'contradicted') deviations.push(reason('svg-malformed'))
  if (declared === 'other' && isReadOtherwise(badge, reading, source))
    deviations.push(reason('text-not-utf8'))
  return deviations
}

/** Letters may be others in another encoding, and some take the marks after them in: then elements come and go. */
function isReadOtherwise(badge: BadgeElement, reading: Reading, source: SvgSource): boolean {
  if (source.asDeclared === undefined) return BEYOND_ASCII.test(badge.body + badge.verify)
  const other = read(source.asDeclared)
  const { body, verify } = other.badge ?? {}
  return other.count !== reading.count || body !== badge.body || verify !== badge.verify
}

function keywordOf({ name }: BadgeElement): string {
  return `openbadges:${name}`
}

function read(text: string): Reading {
  const reading: Reading = { count: 0, begun: false, why: 'end' }
  for (const event of badgeElements(text)) {
    if (event.kind === 'stop') reading.why = event.why
    else if (event.kind === 'opened') reading.begun = true
    else {
      reading.count++
      reading.badge ??= event.element
    }
  }
  return reading
}

/**
 * "If the tag has no body, the verify attribute will contain the signature of the badge. If there
 * is a body, it will be the JSON representation of a badge assertion" (Open Badges 2.0 Baking,
 * Extracting). So the body is the text where there is one, and `verify` goes with it: for a hosted
 * assertion that is its address. Seen in the wild: an address in `verify` and no body.
 */
function contentOf(
  badge: BadgeElement,
  deviations: Reason[],
  { bakedTextBytes: limit }: Pick<Limits, 'bakedTextBytes'>,
): UnbakeResult {
  const body = badge.body.trim()
  const verify = badge.verify.trim()
  const text = body === '' ? verify : body
  if (text === '') return notFound(reason('no-badge-data'), deviations)
  if (utf8Length(text) > limit) return notFound(reason('text-too-large', { limit }), deviations)
  const extra = body !== '' && verify !== '' ? { verify } : {}
  return { found: true, text, carrier: 'svg', keyword: keywordOf(badge), ...extra, deviations }
}

/** What reads differently by encoding. */
const BEYOND_ASCII = /[\u0080-\uFFFF]/

function nothingIn({ begun, why }: Reading): NotUnbaked {
  if (why === 'malformed') return notFound(reason('svg-malformed'))
  if (why !== 'cut') return notFound(reason('no-badge-data'))
  return begun
    ? notFound(reason('image-truncated'))
    : notFound(reason('no-badge-data'), [reason('image-truncated')])
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}

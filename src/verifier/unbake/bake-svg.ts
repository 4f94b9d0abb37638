import { BADGE_ELEMENTS, badgeElements } from './svg-badge-elements'
import { withoutDoctype } from './svg-doctype'
import { declaredAsUtf8 } from './svg-encoding'
import { svgTokens } from './svg-tokens'

export interface BakeSvgOptions {
  /** JSON, for the body of the element. */
  text?: string
  /** A compact JWS, or the address of a hosted assertion. */
  verify?: string
  /** `assertion`: Open Badges 1 and 2; `credential`: Open Badges 3. */
  generation: 'assertion' | 'credential'
}

/** What XML 1.0, section 2.2, does not let a document contain, even by reference. */
const FORBIDDEN = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/**
 * Bakes a credential into an SVG, in place of any that is there. The namespace is declared on the
 * `<svg>` tag, and the element comes "directly after the <svg> tag" (Open Badges 2.0 Baking;
 * Open Badges 3.0, section 5.3.2.1). The result is to be written as UTF-8, and says nothing else of
 * itself; a document type that defines nothing is dropped.
 *
 * @throws TypeError if `svg` is not a well-formed SVG with content, if it declares another encoding and
 *   is not ASCII, if its document type defines something, or if the text cannot stand in XML
 */
export function bakeSvg(svg: string, options: BakeSvgOptions): string {
  if (FORBIDDEN.test(`${options.text ?? ''}${options.verify ?? ''}`)) {
    throw new TypeError('expected text whose characters XML allows')
  }
  const clean = withoutBadges(withoutDoctype(declaredAsUtf8(svg)))
  const { start, end, declared } = rootTag(clean)
  const namespace = BADGE_ELEMENTS.find(({ name }) => name === options.generation)?.namespace ?? ''
  const declaration = ` xmlns:openbadges="${namespace}"`
  const onRoot = declared === undefined ? declaration : ''
  const onElement = declared === undefined || declared === namespace ? '' : declaration
  const tag = clean.slice(start, end - 1) + onRoot + '>'
  return clean.slice(0, start) + tag + badgeElement(options, onElement) + clean.slice(end)
}

function badgeElement({ text, verify, generation }: BakeSvgOptions, declaration: string): string {
  const name = `openbadges:${generation}`
  const attribute = verify === undefined ? '' : ` verify="${escapeAttribute(verify)}"`
  const start = `<${name}${declaration}${attribute}`
  if (text === undefined) return `${start}/>`
  const body = NOT_IN_CDATA.test(text) ? escapeText(text) : `<![CDATA[${text}]]>`
  return `${start}>${body}</${name}>`
}

/**
 * A CDATA section cannot hold its own end, and readers exist that keep only the last of several. Nor can it hold what a
 * reader takes for a line end and makes a line feed (XML 1.0, section 2.11; XML 1.1 adds U+0085 and U+2028), or what
 * XML 1.1 wants as a reference (section 2.2).
 */
const NOT_IN_CDATA = /\]\]>|[\r\x7F-\x9F\u2028]/

function withoutBadges(svg: string): string {
  let clean = ''
  let at = 0
  for (const event of badgeElements(svg)) {
    if (event.kind === 'stop' && event.why !== 'end') {
      throw new TypeError(`expected a well-formed SVG, got one that is ${event.why}`)
    }
    if (event.kind !== 'closed') continue
    clean += svg.slice(at, event.element.start)
    at = event.element.end
  }
  return clean + svg.slice(at)
}

/** Where the root's start tag stands, and the namespace that it binds `openbadges` to. */
function rootTag(svg: string): { start: number; end: number; declared: string | undefined } {
  for (const token of svgTokens(svg)) {
    if (token.kind !== 'open') continue
    if (token.selfClosing) break
    return { ...token, declared: token.attributes.get('xmlns:openbadges') }
  }
  throw new TypeError('expected an <svg> element with content')
}

function escapeText(text: string): string {
  return text.replace(/[&<>\r\x7F-\x9F\u2028]/g, reference)
}

/** White space other than blanks would be normalised away (XML 1.0, section 3.3.3). */
function escapeAttribute(value: string): string {
  return value.replace(/[&<>"\t\n\r\x7F-\x9F\u2028]/g, reference)
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`
}

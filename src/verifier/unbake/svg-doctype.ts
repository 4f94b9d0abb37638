import { resolveReferences, svgTokens } from './svg-tokens'

/** A document type that defines nothing itself: no internal subset (XML 1.0, section 2.8). */
const PLAIN_DOCTYPE =
  /<!DOCTYPE\s+[^\s[\]<>"']+(?:\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+(?:"[^"]*"|'[^']*'))?\s*>/y

/**
 * An SVG without the document type that drawing programs write, `<!DOCTYPE svg PUBLIC …>`: who reads badges may refuse one,
 * and no browser reads what it refers to.
 *
 * @throws TypeError if it defines something itself, or if the text uses what it could define
 */
export function withoutDoctype(svg: string): string {
  const at = doctypeAt(svg)
  if (at === undefined) return svg
  PLAIN_DOCTYPE.lastIndex = at
  if (!PLAIN_DOCTYPE.test(svg)) throw new TypeError('expected a document type that defines nothing')
  const without = svg.slice(0, at) + svg.slice(PLAIN_DOCTYPE.lastIndex)
  for (const token of svgTokens(without)) {
    if (token.kind === 'text' && resolveReferences(token.content) === undefined)
      throw new TypeError('expected no entities but those of XML')
  }
  return without
}

/** It stands before the root element, or nowhere. */
function doctypeAt(svg: string): number | undefined {
  for (const token of svgTokens(svg)) {
    if (token.kind === 'open') return undefined
    if (token.kind === 'stop') return token.why === 'doctype' ? token.start : undefined
  }
  return undefined
}

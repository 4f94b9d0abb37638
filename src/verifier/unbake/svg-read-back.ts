import { SaxesParser } from 'saxes'
import { BADGE_ELEMENTS } from './svg-badge-elements'

/** What a badge element holds: character data, and the attribute of that name, '' where there is none. */
export interface SvgContent {
  body: string
  verify: string
}

/**
 * What a strict XML reader that is not ours finds in the badge elements of an SVG: what we wrote must be that for others
 * too. Absent if it refuses the file, or would read it in another encoding than UTF-8.
 */
export function readBackSvg(svg: string): SvgContent[] | undefined {
  const found: SvgContent[] = []
  try {
    const parser = parserInto(found)
    parser.write(svg)
    parser.close()
    return found
  } catch {
    return undefined
  }
}

function parserInto(found: SvgContent[]): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true })
  let open: SvgContent | undefined
  const extend = (part: string): void => {
    if (open) open.body += part
  }
  parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
    if (!/^utf-8$/i.test(encoding)) throw new TypeError(`expected UTF-8, got ${encoding}`)
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    const isBadge = BADGE_ELEMENTS.some((known) => known.name === local && known.namespace === uri)
    open = isBadge ? { body: '', verify: attributes.verify?.value ?? '' } : undefined
    if (open) found.push(open)
  })
  parser.on('text', extend)
  parser.on('cdata', extend)
  parser.on('closetag', () => {
    open = undefined
  })
  parser.on('error', (problem) => {
    throw problem
  })
  return parser
}

import { OpenElements } from './open-elements'
import { resolveReferences, svgTokens, type PlacedToken, type Stop } from './svg-tokens'

/** The elements that hold credentials, by namespace; the prefix is the author's choice. */
export const BADGE_ELEMENTS = [
  { namespace: 'http://openbadges.org', name: 'assertion' },
  { namespace: 'https://purl.imsglobal.org/ob/v3p0', name: 'credential' },
] as const

export interface BadgeElement {
  name: (typeof BADGE_ELEMENTS)[number]['name']
  /** The attribute of that name; '' where there is none. */
  verify: string
  /** Character data: references resolved, CDATA as it stands. */
  body: string
  /** Offsets of the element in the text; `end` is right once the element is closed. */
  start: number
  end: number
}

export type BadgeEvent =
  { kind: 'opened' | 'closed'; element: BadgeElement } | { kind: 'stop'; why: Stop }

/**
 * The badge elements of an SVG in document order, each when its start tag and again when its end
 * tag has been read; at last, why the reading stopped. The beginning of a file may be given.
 */
export function* badgeElements(text: string): Generator<BadgeEvent, void> {
  const tree = new OpenElements()
  let element: BadgeElement | undefined
  for (const token of svgTokens(text)) {
    const why = tree.take(token) ?? (element && !extend(element, token) ? 'malformed' : undefined)
    if (why !== undefined) {
      yield { kind: 'stop', why }
      return
    }
    if (element === undefined) {
      element = badgeElementOf(token, tree)
      if (element) yield { kind: 'opened', element }
    } else if (token.kind === 'close') {
      yield { kind: 'closed', element }
      element = undefined
    }
  }
}

/** The badge element that a start tag opens, by the namespace that its prefix has there. */
function badgeElementOf(token: PlacedToken, tree: OpenElements): BadgeElement | undefined {
  if (token.kind !== 'open') return undefined
  const colon = token.name.indexOf(':')
  const local = token.name.slice(colon + 1)
  const known = BADGE_ELEMENTS.find(({ name }) => name === local)
  if (!known || tree.inert) return undefined
  if (tree.namespaceOf(token.name.slice(0, Math.max(colon, 0))) !== known.namespace)
    return undefined
  const verify = token.attributes.get('verify') ?? ''
  return { name: known.name, verify, body: '', start: token.start, end: token.end }
}

/** Takes in a token within the element; false for what a badge element cannot contain. */
function extend(element: BadgeElement, token: PlacedToken): boolean {
  switch (token.kind) {
    case 'cdata':
      element.body += token.content
      return true
    case 'text': {
      const content = resolveReferences(token.content)
      element.body += content ?? ''
      return content !== undefined
    }
    case 'close':
      element.end = token.end
      return true
    case 'ignored':
      return true
    default:
      // Markup within: what the text would be is a matter of interpretation, so it is refused.
      return false
  }
}

/**
 * XML as far as an SVG badge needs it, one token at a time, without a DOM (a service worker has no
 * DOMParser). Nothing is expanded but the five predefined entities and numeric references, so a
 * file can never become larger than it is; a document type, which could define more, ends the
 * reading. Every function is linear in what it reads.
 */

/**
 * `end`: nothing follows. `cut`: the text ends within a token or an element. `malformed`: not
 * well-formed XML. `doctype`: a document type declaration.
 */
export type Stop = 'end' | 'cut' | 'malformed' | 'doctype'

export interface OpenTag {
  kind: 'open'
  name: string
  /** Values with references resolved. */
  attributes: Map<string, string>
  selfClosing: boolean
  /** Offset after the token. */
  end: number
}

export interface CloseTag {
  kind: 'close'
  name: string
  end: number
}

export type SvgToken =
  | OpenTag
  | CloseTag
  /** Character data with its references, and with line ends as XML has them; `cdata` holds no references. */
  | { kind: 'text' | 'cdata'; content: string; end: number }
  /** A comment or a processing instruction. */
  | { kind: 'ignored'; end: number }
  | { kind: 'stop'; why: Stop }

const NAME = /[^\s/<>=!?"'&]+/y
const CLOSE_END = /[ \t\r\n]*>/y
const OPEN_END = /[ \t\r\n]*(\/?)>/y
const ATTRIBUTE_START = /[ \t\r\n]+([^\s/<>=!?"'&]+)[ \t\r\n]*=[ \t\r\n]*(["'])/y

/** A token and where it begins. */
export type PlacedToken = SvgToken & { start: number }

/** All tokens of a text; the last is a `stop`. An empty-element tag is followed by its end tag. */
export function* svgTokens(text: string): Generator<PlacedToken, void> {
  let start = 0
  for (;;) {
    const token = nextToken(text, start)
    yield { ...token, start }
    if (token.kind === 'stop') return
    if (token.kind === 'open' && token.selfClosing) {
      yield { kind: 'close', name: token.name, start, end: token.end }
    }
    start = token.end
  }
}

function nextToken(text: string, at: number): SvgToken {
  if (at >= text.length) return stop('end')
  if (text[at] !== '<') return characterData(text, at)
  switch (text[at + 1]) {
    case '!':
      return declaration(text, at)
    case '?':
      return delimited(text, at + 2, '?>', 'ignored')
    case '/':
      return closeTag(text, at)
    default:
      return openTag(text, at)
  }
}

function characterData(text: string, at: number): SvgToken {
  const tag = text.indexOf('<', at)
  const end = tag < 0 ? text.length : tag
  return { kind: 'text', content: normalLineEnds(text.slice(at, end)), end }
}

function declaration(text: string, at: number): SvgToken {
  if (text.startsWith('<!--', at)) return delimited(text, at + 4, '-->', 'ignored')
  const keyword = text.slice(at, at + '<![CDATA['.length)
  if (keyword === '<![CDATA[') return delimited(text, at + keyword.length, ']]>', 'cdata')
  if (keyword.toUpperCase() === '<!DOCTYPE') return stop('doctype')
  return stop(keyword.length < '<![CDATA['.length ? 'cut' : 'malformed')
}

function delimited(
  text: string,
  from: number,
  closing: string,
  kind: 'ignored' | 'cdata',
): SvgToken {
  const at = text.indexOf(closing, from)
  if (at < 0) return stop('cut')
  const end = at + closing.length
  if (kind === 'ignored') return { kind, end }
  return { kind, content: normalLineEnds(text.slice(from, at)), end }
}

function closeTag(text: string, at: number): SvgToken {
  const name = match(NAME, text, at + 2)
  if (!name) return stopWithin(text, at)
  const end = match(CLOSE_END, text, at + 2 + name[0].length)
  if (!end) return stopWithin(text, at)
  return { kind: 'close', name: name[0], end: CLOSE_END.lastIndex }
}

function openTag(text: string, at: number): SvgToken {
  const name = match(NAME, text, at + 1)
  if (!name) return stopWithin(text, at)
  const attributes = new Map<string, string>()
  let position = NAME.lastIndex
  for (;;) {
    const end = match(OPEN_END, text, position)
    if (end) {
      const selfClosing = end[1] === '/'
      return { kind: 'open', name: name[0], attributes, selfClosing, end: OPEN_END.lastIndex }
    }
    const attribute = match(ATTRIBUTE_START, text, position)
    if (!attribute) return stopWithin(text, position)
    const [, key = '', quote = '"'] = attribute
    const from = ATTRIBUTE_START.lastIndex
    const to = text.indexOf(quote, from)
    if (to < 0) return stop('cut')
    const raw = text.slice(from, to)
    const value = resolveReferences(raw.replace(BLANK_IN_VALUE, ' '))
    // "No < in Attribute Values", "Unique Att Spec" (XML 1.0, section 3.1).
    const wellFormed = value !== undefined && !raw.includes('<') && !attributes.has(key)
    if (!wellFormed) return stop('malformed')
    attributes.set(key, value)
    position = to + 1
  }
}

/** "Normalize … by translating both the two-character sequence #xD #xA and any #xD" (XML 1.0, section 2.11). */
function normalLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/** Such a character becomes a blank, a line end as one (XML 1.0, section 3.3.3). */
const BLANK_IN_VALUE = /\r\n?|[\t\n]/g

/** A tag that cannot be read on is cut off when nothing after it could have ended it. */
function stopWithin(text: string, at: number): SvgToken {
  return stop(/[<>]/.test(text.slice(at + 1)) ? 'malformed' : 'cut')
}

function stop(why: Stop): SvgToken {
  return { kind: 'stop', why }
}

function match(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at
  return sticky.exec(text)
}

const PREDEFINED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const REFERENCE = /&(?:(\w{2,4})|#(\d{1,8})|#x([\da-fA-F]{1,8}));|&/g

/**
 * Resolves references in text or in an attribute value (XML 1.0, sections 4.1 and 4.6). Absent for
 * any other entity, since without a document type no other exists, and for a bare `&`.
 */
export function resolveReferences(raw: string): string | undefined {
  let resolved = ''
  let at = 0
  for (const match of raw.matchAll(REFERENCE)) {
    const character = referencedCharacter(match)
    if (character === undefined) return undefined
    resolved += raw.slice(at, match.index) + character
    at = match.index + match[0].length
  }
  return resolved + raw.slice(at)
}

function referencedCharacter([, entity, decimal, hex]: RegExpMatchArray): string | undefined {
  if (entity !== undefined) return PREDEFINED[entity]
  const codePoint = decimal === undefined ? parseInt(hex ?? '', 16) : parseInt(decimal, 10)
  return isXmlCharacter(codePoint) ? String.fromCodePoint(codePoint) : undefined
}

/** The `Char` production of XML 1.0, section 2.2. */
function isXmlCharacter(codePoint: number): boolean {
  return (
    codePoint === 0x9 ||
    codePoint === 0xa ||
    codePoint === 0xd ||
    (codePoint >= 0x20 && codePoint <= 0xd7ff) ||
    (codePoint >= 0xe000 && codePoint <= 0xfffd) ||
    (codePoint >= 0x10000 && codePoint <= 0x10ffff)
  )
}

/**
 * HTML → text, for reading alone: what comes out is never made into markup again. Tags go, blocks become
 * lines, scripts and styles go with what they hold, and character references are read once, so that
 * `&amp;lt;` becomes `&lt;` and not a tag. Time is linear in the length of the text.
 */
import { cleanText } from './clean-text'
import { NAME_ENDS, NAME_MAY_BEGIN } from './text-marks'
import { replacePieces, signTable, type Piece } from './text-pieces'

export function withoutHtml(text: string): string {
  return replacePieces(text, SIGNS, pieceAt)
}

const SIGNS = signTable('<&')
const LESS_THAN = 0x3c

function pieceAt(text: string, at: number, code: number): Piece | undefined {
  return code === LESS_THAN ? markupAt(text, at) : referenceAt(text, at)
}

function markupAt(text: string, at: number): Piece | undefined {
  if (text.startsWith('<!--', at)) return { end: endBehind(text, '-->', at + 4), text: '' }
  if (/[!?]/.test(text.charAt(at + 1))) return { end: endBehind(text, '>', at), text: '' }
  TAG_NAME.lastIndex = at
  const [, slash = '', written = ''] = TAG_NAME.exec(text) ?? []
  const end = written === '' ? -1 : endOfTag(text, at + 1)
  if (end === -1) return undefined
  const behindName = text.charAt(at + 1 + slash.length + written.length)
  // `<https://…>` and `<a@b.example>` of Markdown are addresses.
  if (/[:@.+]/.test(behindName)) return { end, text: text.slice(at + 1, end - 1) }
  const name = written.toLowerCase()
  if (slash === '' && DROPPED.has(name)) return { end: endOfElement(text, name, end), text: '' }
  return { end, text: (slash === '' ? OPENED : CLOSED).get(name) ?? '' }
}

const TAG_NAME = /<(\/?)([a-z][a-z0-9-]*)/iy

/** What is not there, ends with the text, as browsers have it. */
function endBehind(text: string, ending: string, from: number): number {
  const found = text.indexOf(ending, from)
  return found === -1 ? text.length : found + ending.length
}

/**
 * Behind the `>` that is in no quotes; -1 where a `<` or the end comes first. At any place of a text at most
 * three tags can be open (outside quotes, in single and in double ones), so that the sum is linear.
 */
function endOfTag(text: string, from: number): number {
  let quote = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) quote = code === quote ? 0 : quote
    else if (code === QUOTE || code === APOSTROPHE) quote = code
    else if (code === GREATER_THAN) return at + 1
    else if (code === LESS_THAN) return -1
  }
  return -1
}

const QUOTE = 0x22
const APOSTROPHE = 0x27
const GREATER_THAN = 0x3e

function endOfElement(text: string, name: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('</', at)
    if (at === -1) return text.length
    const behind = at + 2 + name.length
    if (text.slice(at + 2, behind).toLowerCase() === name) return endBehind(text, '>', behind)
  }
}

/** Elements whose content is not for reading. */
const DROPPED = new Set(
  'script style template iframe object head title noscript noembed noframes svg math'.split(' '),
)

const BLOCKS =
  'p div section article header footer main aside blockquote pre ul ol dl dd table thead tbody tr figure hr address'
const HEADINGS = 'h1 h2 h3 h4 h5 h6 caption'.split(' ')
/** What stands in the first cell of a row, or as the term of a definition, may be a name. */
const LEADING = ['th', 'td', 'dt']

const lines = BLOCKS.split(' ').map((name): [string, string] => [name, '\n'])

const OPENED: ReadonlyMap<string, string> = new Map([
  ...lines,
  ...[...HEADINGS, 'br', 'dt'].map((name): [string, string] => [name, '\n']),
  ['li', '\n- '],
  ['b', NAME_MAY_BEGIN],
  ['strong', NAME_MAY_BEGIN],
])

const CLOSED: ReadonlyMap<string, string> = new Map([
  ...lines,
  ...HEADINGS.map((name): [string, string] => [name, `${NAME_ENDS}\n`]),
  ...LEADING.map((name): [string, string] => [name, `${NAME_ENDS} `]),
  ['br', '\n'],
  ['li', '\n'],
  ['b', NAME_MAY_BEGIN],
  ['strong', NAME_MAY_BEGIN],
])

/** A character reference; one that is not known stays as it is written. */
function referenceAt(text: string, at: number): Piece | undefined {
  REFERENCE.lastIndex = at
  const found = REFERENCE.exec(text)
  if (found === null) return undefined
  const [whole, decimal, hexadecimal, name = ''] = found
  const end = at + whole.length
  if (decimal !== undefined) return { end, text: character(Number.parseInt(decimal, 10)) }
  if (hexadecimal !== undefined) return { end, text: character(Number.parseInt(hexadecimal, 16)) }
  const named = NAMED.get(name)
  return named === undefined ? undefined : { end, text: named }
}

const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/iy

function character(code: number): string {
  return code > 0x10ffff ? '\uFFFD' : cleanText(String.fromCodePoint(code))
}

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    bull: '•',
    middot: '·',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    deg: '°',
    times: '×',
    euro: '€',
    copy: '©',
    reg: '®',
    trade: '™',
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    Auml: 'Ä',
    Ouml: 'Ö',
    Uuml: 'Ü',
    szlig: 'ß',
    eacute: 'é',
    egrave: 'è',
    agrave: 'à',
    ccedil: 'ç',
    ntilde: 'ñ',
    colon: ':',
  }),
)

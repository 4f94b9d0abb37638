/**
 * HTML → text, for reading alone: what comes out is never made into markup again. Tags go, blocks become
 * lines, scripts and styles go with what they hold, and character references are read once, so that
 * `&amp;lt;` becomes `&lt;` and not a tag. Time is linear in the length of the text.
 */
import { referenceAt } from './character-references'
import { NAME_ENDS, NAME_MAY_BEGIN } from './text-marks'
import { replacePieces, signTable, type Piece } from './text-pieces'

export function withoutHtml(text: string): string {
  // Most criteria are Markdown or plain text, and to look for a sign alone is much faster.
  const mayHave = text.includes('<') || text.includes('&')
  return mayHave ? replacePieces(text, SIGNS, pieceAt) : text
}

const SIGNS = signTable('<&')
const LESS_THAN = 0x3c

function pieceAt(text: string, at: number, code: number): Piece | undefined {
  return code === LESS_THAN ? markupAt(text, at) : referenceAt(text, at)
}

function markupAt(text: string, at: number): Piece | undefined {
  const next = text.charCodeAt(at + 1)
  if (next === EXCLAMATION && text.startsWith('<!--', at))
    return { end: endBehind(text, '-->', at + 4), text: '' }
  if (next === EXCLAMATION || next === QUESTION) return { end: endBehind(text, '>', at), text: '' }
  const isClosing = next === SLASH
  const nameAt = isClosing ? at + 2 : at + 1
  const nameEnd = endOfName(text, nameAt)
  const end = nameEnd === nameAt ? -1 : endOfTag(text, nameEnd)
  if (end === -1) return undefined
  // `<https://…>` and `<a@b.example>` of Markdown are addresses.
  if (IN_ADDRESS[text.charCodeAt(nameEnd)] === 1) return { end, text: text.slice(at + 1, end - 1) }
  const left = isClosing ? CLOSED : OPENED
  const written = text.slice(nameAt, nameEnd)
  // Most names are written in small letters, and making them small is slow.
  const known = left.get(written)
  if (known !== undefined) return { end, text: known }
  const name = written.toLowerCase()
  if (!isClosing && DROPPED.has(name)) return { end: endOfElement(text, name, end), text: '' }
  return { end, text: left.get(name) ?? '' }
}

const EXCLAMATION = 0x21
const QUESTION = 0x3f
const SLASH = 0x2f
const IN_ADDRESS = signTable(':@.+')

/** Of a letter of ASCII with letters, digits and hyphens behind it; where there is none, at once. */
function endOfName(text: string, from: number): number {
  let at = from
  while (at === from ? isLetter(text.charCodeAt(at)) : isInName(text.charCodeAt(at))) at++
  return at
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

function isInName(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39) || code === HYPHEN
}

const HYPHEN = 0x2d

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

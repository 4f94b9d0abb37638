/** Character references of HTML: `&lt;`, `&#60;`, `&#x3C;`. Only those with a semicolon are read. */
import { cleanText } from './clean-text'
import type { Piece } from './text-pieces'

/** The character that a reference stands for; one that is not known stays as it is written. */
export function referenceAt(text: string, at: number): Piece | undefined {
  let end = at + 1
  while (end < at + LONGEST_REFERENCE && text.charCodeAt(end) !== SEMICOLON) end++
  if (text.charCodeAt(end) !== SEMICOLON) return undefined
  const written = text.slice(at + 1, end)
  const meant = NAMED.get(written) ?? numbered(written)
  return meant === undefined ? undefined : { end: end + 1, text: meant }
}

/** `&#1114111;` and `&#x10FFFF;` without their semicolon. */
const LONGEST_REFERENCE = 9
const SEMICOLON = 0x3b

function numbered(written: string): string | undefined {
  if (DECIMAL.test(written)) return character(Number.parseInt(written.slice(1), 10))
  if (HEXADECIMAL.test(written)) return character(Number.parseInt(written.slice(2), 16))
  return undefined
}

const DECIMAL = /^#\d{1,7}$/
const HEXADECIMAL = /^#x[0-9a-f]{1,6}$/i

function character(code: number): string {
  if (code > 0x10ffff) return '\uFFFD'
  const written = String.fromCodePoint(code)
  return code >= FIRST_SEEN && code <= LAST_OF_ASCII ? written : cleanText(written)
}

/** From the space to the tilde all can be seen. */
const FIRST_SEEN = 0x20
const LAST_OF_ASCII = 0x7e

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

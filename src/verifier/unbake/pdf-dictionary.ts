/**
 * Dictionaries of PDF streams (ISO 32000-1, section 7.3), as little of them as finding attachments takes. The
 * file is text here, one character a byte.
 */

/** Values that matter; arrays, strings and dictionaries inside are walked over, filters apart. */
export interface StreamDictionary {
  /** `/Type`, without its slash. */
  type?: string
  /** `/Subtype`: of an attachment its media type. */
  subtype?: string
  /** `/Length`: so many bytes, or the object that has the number. */
  length?: number | { object: string }
  /** `/Filter`, in the order in which they are undone. */
  filters: string[]
  /** There are parameters for filters that say more than is so without them: a predictor, or what is not read. */
  hasParameters: boolean
  /** Where the data begins. */
  dataAt: number
}

/** A dictionary of an attachment with its dates and checksums is a tenth of this. */
const LONGEST = 4_000

/**
 * `(…)` with one level of parentheses inside, `<…>`, `<<`, `>>`, `[`, `]`, a name, a reference, a number or
 * word, a comment; and a parenthesis that nothing closes, behind which nothing can be read.
 */
const TOKEN =
  /\((?:[^()\\]|\\[^]|\((?:[^()\\]|\\[^])*\))*\)|<<|>>|<[\dA-Fa-f\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|\d+\s+\d+\s+R\b|[^\s()<>[\]{}/%]+|%[^\r\n]*|\(/g

/**
 * The dictionary of a stream.
 *
 * @param at behind the `obj` of its object
 * @returns `undefined` where no dictionary with a stream behind it begins there
 */
export function streamDictionaryAt(pdf: string, at: number): StreamDictionary | undefined {
  const text = pdf.slice(at, at + LONGEST)
  const found: StreamDictionary = { filters: [], hasParameters: false, dataAt: 0 }
  let depth = 0
  let key = ''
  let before = ''
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match
    if (token === '(') return undefined
    if (token.startsWith('%')) continue
    if (depth === 0 && token === 'stream' && key === CLOSED)
      return { ...found, dataAt: at + afterKeyword(text, match.index + token.length) }
    if (depth === 0 && (token !== '<<' || key === CLOSED)) return undefined
    if (token === '<<' || token === '[') depth++
    else if (token === '>>' || token === ']') {
      depth--
      if (depth === 0) key = CLOSED
      else if (depth === 1) key = ''
    }
    if (depth === 1 && token !== '<<' && token !== ']' && token !== '>>') {
      if (key === '') key = nameOf(token)
      else {
        take(found, key, token)
        key = ''
      }
    } else if (depth === 2 && key === 'Filter') takeFilter(found, token)
    else if (depth >= 2 && key === 'DecodeParms') takeParameter(found, before, token)
    before = token
  }
  return undefined
}

/** No name has a space. */
const CLOSED = ' '

/** "stream" is followed by CR LF or LF (section 7.3.8.1); some writers end it with CR alone. */
function afterKeyword(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2
  return text[at] === '\n' || text[at] === '\r' ? at + 1 : at
}

const REFERENCE = /^(\d+)\s+(\d+)\s+R$/

function take(found: StreamDictionary, key: string, token: string): void {
  const reference = REFERENCE.exec(token)
  if (key === 'Type') found.type = nameOf(token)
  else if (key === 'Subtype') found.subtype = nameOf(token)
  else if (key === 'Filter') found.filters.push(nameOf(token))
  else if (key === 'DecodeParms' && reference) found.hasParameters = true
  else if (key === 'Length' && reference)
    found.length = { object: `${reference[1]} ${reference[2]}` }
  else if (key === 'Length' && /^\d{1,10}$/.test(token)) found.length = Number(token)
}

/** One of several, in an array. */
function takeFilter(found: StreamDictionary, token: string): void {
  if (token.startsWith('/')) found.filters.push(nameOf(token))
}

/** Without a predictor 1 is meant, which is none (section 7.4.4.4); what another object says of it is not read. */
function takeParameter(found: StreamDictionary, before: string, token: string): void {
  const isPredictor = before.startsWith('/') && nameOf(before) === 'Predictor'
  if ((isPredictor && token !== '1') || REFERENCE.test(token)) found.hasParameters = true
}

/** Names may write any character as `#` and two digits (section 7.3.5). */
function nameOf(token: string): string {
  if (!token.startsWith('/')) return token
  return token
    .slice(1)
    .replace(/#([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

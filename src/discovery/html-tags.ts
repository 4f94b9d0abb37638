/**
 * Start tags of an HTML document, in one pass and without a DOM: enough to read what the head of a page says
 * of it and where it links to. It follows the tokeniser of the HTML standard (section 13.2.5) in what ends
 * comments, raw text and attributes, so that nothing is read that a browser would not take for a tag.
 */
import { decodeEntities } from './html-entities'

export interface Tag {
  /** Lower case. */
  name: string
  /** Names in lower case, values decoded; the first of several with one name. */
  attributes: ReadonlyMap<string, string>
  /** Of an element that holds text only, such as a script: that text, as written. */
  text?: string
}

/** What is inside is text, whatever it looks like. */
const RAW_TEXT = [
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'plaintext',
]

/** Elements in which others may be empty by a `/` at the end of their tag (HTML, section 13.2.6.5). */
const FOREIGN = ['svg', 'math']
const FOREIGN_END = /<\/(?:svg|math)[\s/>]/iy

/** Every start tag from left to right. A tag or a text that does not end is the end of the document. */
export function* tagsOf(html: string): Generator<Tag> {
  let foreign = 0
  let at = html.indexOf('<')
  while (at >= 0) {
    const isTag = /[a-z]/i.test(html.charAt(at + 1))
    const read = isTag ? readTag(html, at + 1, foreign > 0) : undefined
    if (read) yield read.tag
    if (read && !read.isClosed && FOREIGN.includes(read.tag.name)) foreign++
    if (foreign > 0 && after(html, FOREIGN_END, at) !== undefined) foreign--
    const end = isTag ? read?.end : afterMarkup(html, at)
    at = end === undefined ? -1 : html.indexOf('<', end)
  }
}

/** Past a comment, a declaration, an end tag, or a `<` that is only text. */
function afterMarkup(html: string, at: number): number | undefined {
  if (html.startsWith('<!--', at)) {
    // `<!-->` and `<!--->` are whole comments: their end may begin within their start.
    return after(html, /--!?>/g, at + 2)
  }
  // An end tag may have attributes, which nobody reads, but which may hold a `>`.
  if (/^<\/[a-z]/i.test(html.slice(at, at + 3))) {
    return readAttributes(html, skip(html, /[^\s/>]*/y, at + 2))?.end
  }
  return /[!?/]/.test(html.charAt(at + 1)) ? after(html, />/g, at) : at + 1
}

function after(html: string, end: RegExp, from: number): number | undefined {
  end.lastIndex = from
  return end.test(html) ? end.lastIndex : undefined
}

/** `end`: after the tag, or after its text; undefined where the document ends before. */
interface Read {
  tag: Tag
  end: number | undefined
  isClosed: boolean
}

/** @param isForeign a `/` at its end makes it empty */
function readTag(html: string, start: number, isForeign: boolean): Read | undefined {
  const nameEnd = skip(html, /[^\s/>]*/y, start)
  const name = html.slice(start, nameEnd).toLowerCase()
  const read = readAttributes(html, nameEnd)
  if (!read) return undefined
  const { attributes, end, isClosed } = read
  if (!RAW_TEXT.includes(name) || (isForeign && isClosed)) {
    return { tag: { name, attributes }, end, isClosed }
  }
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  close.lastIndex = end
  const closing = close.exec(html)
  const text = html.slice(end, closing?.index)
  return { tag: { name, attributes, text }, end: closing?.index, isClosed }
}

/** `isClosed`: by a `/` that belongs to no value. */
interface ReadAttributes {
  attributes: Map<string, string>
  end: number
  isClosed: boolean
}

function readAttributes(html: string, start: number): ReadAttributes | undefined {
  const attributes = new Map<string, string>()
  let last = start
  let at = skip(html, /[\s/]*/y, start)
  while (at < html.length && html.charAt(at) !== '>') {
    // A `=` that nothing precedes is part of the name (section 13.2.5.32).
    const nameEnd = skip(html, /[^\s/>][^\s/>=]*/y, at)
    const name = html.slice(at, nameEnd).toLowerCase()
    const value = readValue(html, skip(html, /\s*=\s*/y, nameEnd), nameEnd)
    if (!value) return undefined
    if (!attributes.has(name)) attributes.set(name, decodeEntities(value.text))
    last = value.end
    at = skip(html, /[\s/]*/y, last)
  }
  const isClosed = at > last && html.charAt(at - 1) === '/'
  return at < html.length ? { attributes, end: at + 1, isClosed } : undefined
}

/** @param start where the value begins; same as `nameEnd` where there is none */
function readValue(
  html: string,
  start: number,
  nameEnd: number,
): { text: string; end: number } | undefined {
  if (start === nameEnd) return { text: '', end: start }
  const quote = html.charAt(start)
  if (quote !== '"' && quote !== "'") {
    const end = skip(html, /[^\s>]*/y, start)
    return { text: html.slice(start, end), end }
  }
  const end = html.indexOf(quote, start + 1)
  return end < 0 ? undefined : { text: html.slice(start + 1, end), end: end + 1 }
}

function skip(html: string, what: RegExp, at: number): number {
  what.lastIndex = at
  return what.test(html) ? what.lastIndex : at
}

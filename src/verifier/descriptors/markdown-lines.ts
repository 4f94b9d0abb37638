/**
 * Lines of Markdown → lines of text: headings, bullets, quotes, rows of tables and rules. What of them leads
 * a name is left as a mark (`text-marks.ts`). Lines are read where they stand in the text: none becomes a
 * string of its own.
 */
import { NAME_ENDS } from './text-marks'
import { signTable } from './text-pieces'
import { TextWriter } from './text-writer'
import { endOfSeen, startOfSeen } from './white-space'

export function withoutBlocks(text: string): string {
  const lines = new Lines(text)
  for (let start = 0, end: number; start <= text.length; start = end + 1) {
    end = endOfLine(text, start)
    writeLine(lines, start, end)
  }
  return lines.end()
}

/** The lines that are written so far. */
class Lines {
  readonly writer: TextWriter
  /** Nothing stands in the line above, or there is none. */
  isBelowBlank = true
  #isFirst = true

  /** @param from the text that they are read from */
  constructor(readonly from: string) {
    this.writer = new TextWriter(from.length)
  }

  begin(): TextWriter {
    if (!this.#isFirst) this.writer.putUnit(LINE_BREAK)
    this.#isFirst = false
    this.isBelowBlank = false
    return this.writer
  }

  end(): string {
    return this.writer.end()
  }
}

function endOfLine(text: string, start: number): number {
  // A text of nothing but line breaks is not searched from each of them.
  if (text.charCodeAt(start) === LINE_BREAK) return start
  const end = text.indexOf('\n', start)
  return end === -1 ? text.length : end
}

const LINE_BREAK = 0x0a

function writeLine(lines: Lines, lineStart: number, lineEnd: number): void {
  const text = lines.from
  const end = endOfSeen(text, lineStart, lineEnd)
  const start = startOfSeen(text, lineStart, end)
  if (start === end) {
    writeBlank(lines)
    return
  }
  const first = text.charCodeAt(start)
  if (BLOCK_SIGNS[first] === 0) lines.begin().copy(text, start, end)
  else writeBlock(lines, start, end, first)
}

/** Of several blank lines one stays, and none at the beginning. */
function writeBlank(lines: Lines): void {
  if (lines.isBelowBlank) return
  lines.begin()
  lines.isBelowBlank = true
}

/** A line that begins with a sign. */
function writeBlock(lines: Lines, start: number, end: number, first: number): void {
  const { from: text, writer } = lines
  if (isRule(text, start, end, first)) {
    // "Setext headings": a line under a text makes it one.
    const isUnderline = !lines.isBelowBlank && (first === EQUALS || first === HYPHEN)
    if (isUnderline) writer.put(NAME_ENDS)
    return
  }
  lines.begin()
  if (first === HASH) writeHeading(writer, text, start, end)
  else if (first === BAR) writeRow(writer, text, start, end)
  else if (first === GREATER_THAN) writeQuoted(lines, start, end)
  else if (BULLETS[first] === 1) writeItem(writer, text, start, end)
  else writer.copy(text, start, end)
}

const HASH = 0x23
const HYPHEN = 0x2d
const EQUALS = 0x3d
const GREATER_THAN = 0x3e
const BAR = 0x7c

/** A line of nothing but the signs of a rule, of a heading's underline, of a table's or of code. */
function isRule(text: string, start: number, end: number, first: number): boolean {
  if (first === EQUALS) return isAllOf(UNDERLINE_SIGNS, text, start, end)
  if (RULE_SIGNS[first] === 1) return end - start >= 3 && isAllOf(RULE_SIGNS, text, start, end)
  const isFence = first === BACKTICK || first === TILDE
  return isFence && text.charCodeAt(start + 1) === first && text.charCodeAt(start + 2) === first
}

function isAllOf(signs: Uint8Array, text: string, start: number, end: number): boolean {
  // Backwards: lines of lists and tables begin with such signs, and few end with one.
  for (let at = end - 1; at >= start; at--) if (signs[text.charCodeAt(at)] === 0) return false
  return true
}

const BACKTICK = 0x60
const TILDE = 0x7e
const RULE_SIGNS = signTable('-*_|: ')
const UNDERLINE_SIGNS = signTable('=')

/** One to six signs and a space; the heading may be closed by the signs that open it. */
function writeHeading(writer: TextWriter, text: string, lineStart: number, lineEnd: number): void {
  let start = lineStart
  while (start < lineEnd && text.charCodeAt(start) === HASH) start++
  const isSpaced = start < lineEnd && isBlank(text.charCodeAt(start))
  if (!isSpaced || start - lineStart > LOWEST_HEADING) {
    writer.copy(text, lineStart, lineEnd)
    return
  }
  while (isBlank(text.charCodeAt(start))) start++
  let end = lineEnd
  while (end > start && text.charCodeAt(end - 1) === HASH) end--
  writer.copy(text, start, endOfSeen(text, start, end))
  writer.put(NAME_ENDS)
}

const LOWEST_HEADING = 6

/** The first cell leads the others. */
function writeRow(writer: TextWriter, text: string, lineStart: number, lineEnd: number): void {
  let cells = 0
  for (let start = lineStart; start < lineEnd;) {
    let end = start
    while (end < lineEnd && text.charCodeAt(end) !== BAR) end++
    if (end > start) {
      if (cells > 1) writer.putUnit(SPACE)
      const cellEnd = endOfSeen(text, start, end)
      writer.copy(text, startOfSeen(text, start, cellEnd), cellEnd)
      if (cells === 0) writer.put(`${NAME_ENDS} `)
      cells++
    }
    start = end + 1
  }
  if (cells === 0) writer.put(`${NAME_ENDS} `)
}

const SPACE = 0x20

function writeQuoted(lines: Lines, lineStart: number, end: number): void {
  const text = lines.from
  let start = lineStart
  while (start < end && text.charCodeAt(start) === GREATER_THAN) {
    start++
    if (start < end && isBlank(text.charCodeAt(start))) start++
  }
  lines.writer.copy(text, start, end)
  lines.isBelowBlank = start === end
}

/** What lists begin with in Markdown has a space behind it; in plain text it may be wide, or none. */
function writeItem(writer: TextWriter, text: string, start: number, end: number): void {
  const isMarkdown = MARKDOWN_BULLETS.includes(text.charAt(start))
  let at = start + 1
  while (at < end && (isBlank(text.charCodeAt(at)) || isWide(text, at, isMarkdown))) at++
  if (!isMarkdown || at > start + 1) writer.put('- ')
  else at = start
  writer.copy(text, at, end)
}

function isWide(text: string, at: number, isMarkdown: boolean): boolean {
  return !isMarkdown && text.charCodeAt(at) === WIDE_SPACE
}

const WIDE_SPACE = 0x3000

function isBlank(code: number): boolean {
  return code === SPACE || code === 0x09
}

const MARKDOWN_BULLETS = '-*+'
const BULLET_SIGNS = `${MARKDOWN_BULLETS}•◦‣▪●○■□◆◇・`
const BULLETS = signTable(BULLET_SIGNS)
/** What a line begins with that may be more than a line of a paragraph. */
const BLOCK_SIGNS = signTable(`${BULLET_SIGNS}#|>=_\`~`)

/**
 * Lines of Markdown → lines of text: headings, bullets, quotes, rows of tables and rules. What of them leads
 * a name is left as a mark (`text-marks.ts`). Most lines stay as they are, and are taken over together.
 */
import { NAME_ENDS } from './text-marks'

export function withoutBlocks(text: string): string {
  let done = ''
  let lines: string[] = []
  /** Where the lines begin that stay as they are, up to the one that is read. */
  let kept = NONE
  /** Nothing stands in the line above, or there is none. */
  let isBelowBlank = true
  for (let start = 0, end: number; start <= text.length; start = end + 1) {
    end = endOfLine(text, start)
    const isKept = isOrdinary(text, start, end)
    const block: string | undefined = isKept ? undefined : blockAt(text, start, end, isBelowBlank)
    if (block === undefined || isAt(text, start, end, block)) {
      if (kept === NONE) kept = start
      isBelowBlank = start === end
      continue
    }
    if (kept !== NONE) lines.push(text.slice(kept, start - 1))
    kept = NONE
    if (block === DROPPED) continue
    if (block === UNDERLINE) {
      lines.push((lines.pop() ?? '') + NAME_ENDS)
      continue
    }
    if (lines.length > MOST_LINES) {
      done += `${lines.join('\n')}\n`
      lines = []
    }
    lines.push(block)
    isBelowBlank = block === ''
  }
  if (kept !== NONE) lines.push(text.slice(kept))
  return done + lines.join('\n')
}

function blockAt(text: string, start: number, end: number, isBelowBlank: boolean): string {
  if (start === end) return isBelowBlank ? DROPPED : ''
  const first = text.charCodeAt(start)
  const isTrimmed = isSeen(first) && isSeen(text.charCodeAt(end - 1))
  // Most lines that are no lines of a paragraph are headings.
  if (isTrimmed && first === HASH) return headingOf(text, start, end)
  const line = text.slice(start, end)
  return blockOf(isTrimmed ? line : line.trim(), isBelowBlank)
}

const NONE = -1
/** Short strings that are joined soon cost less than many that wait, which the collector copies. */
const MOST_LINES = 256

function isAt(text: string, start: number, end: number, block: string): boolean {
  return block.length === end - start && text.startsWith(block, start)
}

/** No line has a line break. */
const DROPPED = '\n'
/** "Setext headings": a line under a text makes it one. */
const UNDERLINE = '\n='

function endOfLine(text: string, start: number): number {
  // A text of nothing but line breaks is not searched from each of them.
  if (text.charCodeAt(start) === LINE_BREAK) return start
  const end = text.indexOf('\n', start)
  return end === -1 ? text.length : end
}

const LINE_BREAK = 0x0a

/** A line of a paragraph, without spaces around it. */
function isOrdinary(text: string, start: number, end: number): boolean {
  if (start === end) return false
  const first = text.charCodeAt(start)
  if (!isSeen(first) || !isSeen(text.charCodeAt(end - 1))) return false
  return BLOCK_SIGNS[first] === 0 || isWrittenItem(text, start, end, first)
}

/** An item of a list that is as `itemOf` makes it, and no rule. */
function isWrittenItem(text: string, start: number, end: number, first: number): boolean {
  if (first !== HYPHEN || text.charCodeAt(start + 1) !== SPACE) return false
  return isSeen(text.charCodeAt(start + 2)) && RULE_ENDS[text.charCodeAt(end - 1)] === 0
}

const HYPHEN = 0x2d
const SPACE = 0x20

/** Surely no white space, which is of ASCII and of Unicode up to the wide space. */
function isSeen(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code > WIDE_SPACE && code < BYTE_ORDER_MARK)
}

const WIDE_SPACE = 0x3000
const BYTE_ORDER_MARK = 0xfeff

/** Of a line without spaces around it. */
function blockOf(line: string, isBelowBlank: boolean): string {
  if (line === '') return isBelowBlank ? DROPPED : ''
  const first = line.charCodeAt(0)
  if (BLOCK_SIGNS[first] === 0) return line
  if (first === HASH) return headingOf(line, 0, line.length)
  if (isRule(line, first)) return isBelowBlank || !/^[=-]/.test(line) ? DROPPED : UNDERLINE
  switch (first) {
    case BAR:
      return rowOf(line)
    case GREATER_THAN:
      return line.replace(QUOTE, '')
    default:
      return BULLETS[first] === 1 ? itemOf(line) : line
  }
}

const HASH = 0x23
const BAR = 0x7c
const GREATER_THAN = 0x3e
const QUOTE = /^(>[ \t]?)+/

function isRule(line: string, first: number): boolean {
  const mayBe = RULE_ENDS[line.charCodeAt(line.length - 1)] === 1
  return (mayBe || first === BACKTICK || first === TILDE) && RULE.test(line)
}

const BACKTICK = 0x60
const TILDE = 0x7e

/** A line of nothing but the signs of a rule, of a heading's underline, of a table's or of code. */
const RULE = /^(=+|[-*_|: ]{3,}|```.*|~~~.*)$/
const RULE_ENDS = codesOf('=-*_|:')

/** What lists begin with in Markdown has a space behind it; in plain text it may be wide, or none. */
function itemOf(line: string): string {
  const isMarkdown = MARKDOWN_BULLETS.includes(line.charAt(0))
  let at = 1
  while (isBlank(line.charCodeAt(at)) || (!isMarkdown && line.charCodeAt(at) === WIDE_SPACE)) at++
  if (isMarkdown && at === 1) return line
  return `- ${line.slice(at)}`
}

const MARKDOWN_BULLETS = '-*+'
const BULLET_SIGNS = `${MARKDOWN_BULLETS}•◦‣▪●○■□◆◇・`
const BULLETS = codesOf(BULLET_SIGNS)
/** What a line begins with that may be more than a line of a paragraph. */
const BLOCK_SIGNS = codesOf(`${BULLET_SIGNS}#|>=_\`~`)

/** A table by code unit. */
function codesOf(signs: string): Uint8Array {
  const codes = new Uint8Array(0x10000)
  for (const sign of signs) codes[sign.charCodeAt(0)] = 1
  return codes
}

/** One to six signs and a space; the heading may be closed by the signs that open it. */
function headingOf(text: string, lineStart: number, lineEnd: number): string {
  let start = lineStart
  while (text.charCodeAt(start) === HASH) start++
  if (start - lineStart > LOWEST_HEADING || !isBlank(text.charCodeAt(start)))
    return text.slice(lineStart, lineEnd)
  while (isBlank(text.charCodeAt(start))) start++
  let end = lineEnd
  while (end > start && text.charCodeAt(end - 1) === HASH) end--
  const heading = text.slice(start, end)
  return (isSeen(text.charCodeAt(end - 1)) ? heading : heading.trimEnd()) + NAME_ENDS
}

const LOWEST_HEADING = 6

function isBlank(code: number): boolean {
  return code === SPACE || code === 0x09
}

/** The first cell leads the others. */
function rowOf(line: string): string {
  let row = ''
  let cells = 0
  for (let start = 0; start < line.length;) {
    const found = line.indexOf('|', start)
    const end = found === -1 ? line.length : found
    if (end > start) {
      const cell = line.slice(start, end).trim()
      row += cells === 0 ? `${cell}${NAME_ENDS} ` : cells === 1 ? cell : ` ${cell}`
      cells++
    }
    start = end + 1
  }
  return cells === 0 ? `${NAME_ENDS} ` : row
}

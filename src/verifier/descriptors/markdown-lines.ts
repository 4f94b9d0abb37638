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
    const line = isKept || start === end ? '' : text.slice(start, end).trim()
    const block: string | undefined = isKept ? undefined : blockOf(line, isBelowBlank)
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
  return isSeen(first) && isSeen(text.charCodeAt(end - 1)) && !BLOCK_SIGNS.has(first)
}

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
  if (!BLOCK_SIGNS.has(first)) return line
  if (first === HASH) return headingOf(line)
  if (isRule(line, first)) return isBelowBlank || !/^[=-]/.test(line) ? DROPPED : UNDERLINE
  switch (first) {
    case BAR:
      return rowOf(line)
    case GREATER_THAN:
      return line.replace(QUOTE, '')
    default:
      return BULLETS.has(first) ? itemOf(line) : line
  }
}

const HASH = 0x23
const BAR = 0x7c
const GREATER_THAN = 0x3e
const QUOTE = /^(>[ \t]?)+/

function isRule(line: string, first: number): boolean {
  const mayBe = RULE_ENDS.has(line.charCodeAt(line.length - 1))
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

function codesOf(signs: string): Set<number> {
  return new Set(Array.from(signs, (sign) => sign.charCodeAt(0)))
}

/** One to six signs and a space; the heading may be closed by the signs that open it. */
function headingOf(line: string): string {
  let start = 0
  while (line.charCodeAt(start) === HASH) start++
  if (start > LOWEST_HEADING || !isBlank(line.charCodeAt(start))) return line
  while (isBlank(line.charCodeAt(start))) start++
  let end = line.length
  while (end > start && line.charCodeAt(end - 1) === HASH) end--
  return line.slice(start, end).trimEnd() + NAME_ENDS
}

const LOWEST_HEADING = 6

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
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

/**
 * Markdown → text, for reading alone: headings, bullets, rows of tables, emphasis and links. What of it
 * leads a name is left as a mark (`text-marks.ts`). CommonMark 0.31, as far as criteria use it; time is
 * linear in the length of the text.
 */
import { NAME_ENDS, NAME_MAY_BEGIN } from './text-marks'
import { replacePieces, signTable, type Piece } from './text-pieces'

export function withoutMarkdown(text: string): string {
  const lines: string[] = []
  for (let start = 0; start <= text.length;) {
    const end = endOfLine(text, start)
    addLine(lines, end === start ? '' : text.slice(start, end).trim())
    start = end + 1
  }
  return replacePieces(lines.join('\n'), SIGNS, inlineAt)
}

function endOfLine(text: string, start: number): number {
  // A text of nothing but line breaks is not searched from each of them.
  if (text.charCodeAt(start) === LINE_BREAK) return start
  const end = text.indexOf('\n', start)
  return end === -1 ? text.length : end
}

const LINE_BREAK = 0x0a

function addLine(lines: string[], line: string): void {
  const last = lines.length - 1
  // A negative index is looked up by its name, which is slow.
  const above = last < 0 ? '' : (lines[last] ?? '')
  if (line === '' && above === '') return
  if (!BLOCK_SIGNS.has(line.charAt(0))) lines.push(line)
  else if (!isRule(line)) lines.push(blockOf(line))
  // "Setext headings": a line under a text makes it one.
  else if (/^[=-]/.test(line) && above !== '') lines[last] = above + NAME_ENDS
}

/** What a line begins with that may be more than a line of a paragraph. */
const BLOCK_SIGNS = new Set('#|>=-*+_`~•◦‣▪●○■□◆◇・')

function isRule(line: string): boolean {
  const first = line.charCodeAt(0)
  return first !== HASH && first !== GREATER_THAN && RULE.test(line)
}

/** A line of nothing but the signs of a rule, of a heading's underline, of a table's or of code. */
const RULE = /^(=+|[-*_|: ]{3,}|```.*|~~~.*)$/

function blockOf(line: string): string {
  switch (line.charCodeAt(0)) {
    case HASH:
      return headingOf(line)
    case BAR:
      return rowOf(line)
    case GREATER_THAN:
      return line.replace(QUOTE, '')
    default:
      return BULLETS.has(line.charAt(0)) ? itemOf(line) : line
  }
}

const HASH = 0x23
const BAR = 0x7c
const GREATER_THAN = 0x3e
const QUOTE = /^(>[ \t]?)+/

/** What lists begin with in Markdown has a space behind it; in plain text it may be wide, or none. */
function itemOf(line: string): string {
  const isMarkdown = MARKDOWN_BULLETS.includes(line.charAt(0))
  let at = 1
  while (isBlank(line.charCodeAt(at)) || (!isMarkdown && line.charCodeAt(at) === WIDE_SPACE)) at++
  return isMarkdown && at === 1 ? line : `- ${line.slice(at)}`
}

const MARKDOWN_BULLETS = '-*+'
const BULLETS = new Set(`${MARKDOWN_BULLETS}•◦‣▪●○■□◆◇・`)
const WIDE_SPACE = 0x3000

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

const SIGNS = signTable('*_\\`[!')
const ASTERISK = 0x2a
const UNDERSCORE = 0x5f
const BACKSLASH = 0x5c
const BACKTICK = 0x60
const BRACKET = 0x5b

function inlineAt(text: string, at: number, code: number): Piece | undefined {
  switch (code) {
    case ASTERISK:
    case UNDERSCORE:
      return emphasisAt(text, at, code)
    case BACKSLASH:
      return ESCAPABLE.test(text.charAt(at + 1))
        ? { end: at + 2, text: text.charAt(at + 1) }
        : undefined
    case BACKTICK:
      return { end: at + 1, text: '' }
    default:
      return code === BRACKET || text.charCodeAt(at + 1) === BRACKET ? linkAt(text, at) : undefined
  }
}

const ESCAPABLE = /[!-/:-@[-`{-~]/

/** Signs between two letters, or between spaces, are no emphasis: `snake_case`, `2 * 3`. */
function emphasisAt(text: string, at: number, code: number): Piece | undefined {
  const twice = text.charCodeAt(at + 1) === code
  const end = at + (twice ? 2 : 1)
  if (twice && code === ASTERISK) return { end, text: NAME_MAY_BEGIN }
  if (kindOf(text.charAt(at - 1)) === kindOf(text.charAt(end))) return undefined
  return { end, text: twice ? NAME_MAY_BEGIN : '' }
}

/** A sign of punctuation is neither. */
function kindOf(character: string): 'letter' | 'space' | undefined {
  if (character === '') return 'space'
  const code = character.charCodeAt(0)
  return code < KINDS.length ? KINDS[code] : kindByName(character)
}

function kindByName(character: string): 'letter' | 'space' | undefined {
  if (SPACE.test(character)) return 'space'
  return LETTER.test(character) ? 'letter' : undefined
}

const SPACE = /\s/
const LETTER = /[\p{L}\p{N}]/u
/** Of ASCII, which is most of a text. */
const KINDS = Array.from({ length: 128 }, (_, code) => kindByName(String.fromCharCode(code)))

/** The words of a link or image, without its address. */
function linkAt(text: string, at: number): Piece | undefined {
  if (text.charCodeAt(at) === BRACKET && text.charCodeAt(at + 1) === BRACKET) return undefined
  LINK.lastIndex = at
  const found = LINK.exec(text)
  return found === null ? undefined : { end: at + found[0].length, text: found[1] ?? '' }
}

/** Neither part holds what begins it, so that no place of a text is looked at from two beginnings. */
const LINK = /!?\[([^[\]\n]*)\]\([^()\n]*\)/y

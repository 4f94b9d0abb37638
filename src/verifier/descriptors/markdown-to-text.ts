/**
 * Markdown → text, for reading alone: headings, bullets, rows of tables, emphasis and links. What of it
 * leads a name is left as a mark (`text-marks.ts`). CommonMark 0.31, as far as criteria use it; time is
 * linear in the length of the text.
 */
import { NAME_ENDS, NAME_MAY_BEGIN } from './text-marks'
import { replacePieces, signTable, type Piece } from './text-pieces'

export function withoutMarkdown(text: string): string {
  const lines: string[] = []
  for (const line of text.split('\n')) addLine(lines, line.trim())
  return replacePieces(lines.join('\n'), SIGNS, inlineAt)
}

function addLine(lines: string[], line: string): void {
  const last = lines.length - 1
  const above = lines[last] ?? ''
  if (line === '' && above === '') return
  if (!BLOCK_SIGNS.has(line.charAt(0))) lines.push(line)
  else if (!RULE.test(line)) lines.push(blockOf(line))
  // "Setext headings": a line under a text makes it one.
  else if (/^[=-]/.test(line) && above !== '') lines[last] = above + NAME_ENDS
}

/** What a line begins with that may be more than a line of a paragraph. */
const BLOCK_SIGNS = new Set('#|>=-*+_`~•◦‣▪●○■□◆◇・')

/** A line of nothing but the signs of a rule, of a heading's underline, of a table's or of code. */
const RULE = /^(=+|[-*_|: ]{3,}|```.*|~~~.*)$/

function blockOf(line: string): string {
  const heading = HEADING.exec(line)
  if (heading) return headingOf(line.slice(heading[0].length))
  if (line.startsWith('|')) return rowOf(line)
  const lead = BULLET.exec(line)
  return lead ? `- ${line.slice(lead[0].length)}` : line.replace(QUOTE, '')
}

const HEADING = /^#{1,6}[ \t]+/
const QUOTE = /^(>[ \t]?)+/
/** What lists begin with in Markdown, and in plain text. */
const BULLET = /^(?:[-*+][ \t]+|[•◦‣▪●○■□◆◇・][ \t\u3000]*)/

/** A heading may be closed by the signs that open it. */
function headingOf(line: string): string {
  let end = line.length
  while (line.charAt(end - 1) === '#') end--
  return line.slice(0, end).trimEnd() + NAME_ENDS
}

function rowOf(line: string): string {
  const [first = '', ...others] = line.split('|').filter((cell) => cell !== '')
  return `${first.trim()}${NAME_ENDS} ${others.map((cell) => cell.trim()).join(' ')}`
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
  if (character === '' || SPACE.test(character)) return 'space'
  return LETTER.test(character) ? 'letter' : undefined
}

const SPACE = /\s/
const LETTER = /[\p{L}\p{N}]/u

/** The words of a link or image, without its address. */
function linkAt(text: string, at: number): Piece | undefined {
  LINK.lastIndex = at
  const found = LINK.exec(text)
  return found === null ? undefined : { end: at + found[0].length, text: found[1] ?? '' }
}

/** Neither part holds what begins it, so that no place of a text is looked at from two beginnings. */
const LINK = /!?\[([^[\]\n]*)\]\([^()\n]*\)/y

/**
 * Markdown → text, for reading alone: its lines (`markdown-lines.ts`), emphasis and links. What of it
 * leads a name is left as a mark (`text-marks.ts`). CommonMark 0.31, as far as criteria use it; time is
 * linear in the length of the text.
 */
import { withoutBlocks } from './markdown-lines'
import { NAME_MAY_BEGIN } from './text-marks'
import { replacePieces, signTable, type Piece } from './text-pieces'

export function withoutMarkdown(text: string): string {
  return replacePieces(withoutBlocks(text), SIGNS, inlineAt)
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
  if (kindOf(text.charCodeAt(at - 1)) === kindOf(text.charCodeAt(end))) return undefined
  return { end, text: twice ? NAME_MAY_BEGIN : '' }
}

/** A sign of punctuation is neither. */
function kindOf(code: number): Kind {
  // Before the beginning and behind the end there is no code.
  if (Number.isNaN(code)) return 'space'
  return code < KINDS.length ? KINDS[code] : kindByName(String.fromCharCode(code))
}

type Kind = 'letter' | 'space' | undefined

function kindByName(character: string): Kind {
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

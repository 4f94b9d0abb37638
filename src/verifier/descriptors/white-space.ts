import { signTable } from './text-pieces'

/** What `trim` takes away (ECMAScript, WhiteSpace and LineTerminator). */
export const WHITE_SPACE =
  '\t\n\v\f\r \u00A0\u1680\u2028\u2029\u202F\u205F\u3000\uFEFF' +
  '\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A'

const SPACES = signTable(WHITE_SPACE)

/** Where the part from `from` to `end` begins without white space before it; `end`, where it is nothing else. */
export function startOfSeen(text: string, from: number, end: number): number {
  let start = from
  while (start < end && SPACES[text.charCodeAt(start)] === 1) start++
  return start
}

/** Where the part from `start` to `from` ends without white space behind it. */
export function endOfSeen(text: string, start: number, from: number): number {
  let end = from
  while (end > start && SPACES[text.charCodeAt(end - 1)] === 1) end--
  return end
}

/**
 * What the reading of markup leaves in a text for the finding of names. Both are control characters, which
 * `cleanText` takes out of whatever an issuer wrote: nobody can write them into a badge.
 */
import { replacePieces, signTable } from './text-pieces'

/** A name may begin here: bold begins or ends. */
export const NAME_MAY_BEGIN = '\u001E'

/** As good as a colon: the end of a heading, or of the first cell of a row. */
export const NAME_ENDS = '\u001F'

export function withoutMarks(text: string): string {
  return replacePieces(text, MARKS, (_, at) => ({ end: at + 1, text: '' }))
}

/** Counts the marks before a place. To be asked from the beginning of the text to its end, so that one walk will do. */
export function marksBefore(text: string): (place: number) => number {
  let [counted, marks] = [0, 0]
  return (place) => {
    let more = 0
    for (let at = counted; at < place; at++) more += MARKS[text.charCodeAt(at)] ?? 0
    counted = place
    marks += more
    return marks
  }
}

const MARKS = signTable(NAME_ENDS + NAME_MAY_BEGIN)

/**
 * What the reading of markup leaves in a text for the finding of names. Both are control characters, which
 * `cleanText` takes out of whatever an issuer wrote: nobody can write them into a badge.
 */

/** A name may begin here: bold begins or ends. */
export const NAME_MAY_BEGIN = '\u001E'

/** As good as a colon: the end of a heading, or of the first cell of a row. */
export const NAME_ENDS = '\u001F'

/** The text without the marks. Of many marks, splitting is faster than replacing. */
export function withoutMarks(text: string): string {
  return without(NAME_MAY_BEGIN, without(NAME_ENDS, text))
}

function without(mark: string, text: string): string {
  return text.includes(mark) ? text.split(mark).join('') : text
}

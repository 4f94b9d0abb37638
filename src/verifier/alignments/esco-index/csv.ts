/**
 * Rows of a CSV text (RFC 4180): fields with line breaks, commas and doubled quotes; any line end; a byte
 * order mark. What is quoted and never ends runs to the end of the text.
 */
export function* csvRows(text: string): Generator<string[]> {
  let at = text.startsWith('\ufeff') ? 1 : 0
  let row: string[] = []
  while (at < text.length) {
    const { field, end } = text[at] === '"' ? quoted(text, at) : plain(text, at)
    row.push(field)
    at = end + 1
    if (text[end] === ',') continue
    if (text[end] === '\r' && text[at] === '\n') at++
    yield row
    row = []
  }
  // A comma at the very end has an empty field after it.
  if (row.length > 0) yield [...row, '']
}

interface Field {
  field: string
  /** Of the comma or line end after it, or the text's length. */
  end: number
}

const END = /[,\r\n]/g

function plain(text: string, from: number): Field {
  END.lastIndex = from
  const end = END.exec(text)?.index ?? text.length
  return { field: text.slice(from, end), end }
}

function quoted(text: string, from: number): Field {
  let close = from
  do close = closing(text, close + 1)
  while (text[close + 1] === '"' && ++close)
  const field = text.slice(from + 1, close).replaceAll('""', '"')
  // What follows a closing quote before the next comma belongs to nobody.
  return { field, end: plain(text, close + 1).end }
}

function closing(text: string, from: number): number {
  const at = text.indexOf('"', from)
  return at < 0 ? text.length : at
}

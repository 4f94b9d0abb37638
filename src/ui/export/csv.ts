/** A spreadsheet takes a file without it for one of its own old character set. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * How spreadsheets know a formula (OWASP, "CSV Injection"), full-width forms included. What is invisible may
 * stand before it, and a program may take that away.
 */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** Where a spreadsheet goes by another separator of its own, a cell begins after that. */
const AFTER_SEPARATOR = /(;|(?<!^)\t)([\s"'\p{Cf}\p{Cc}]*)(?=[=+\-@＝＋－＠])/gu

/**
 * RFC 4180: every field in quotes, quotes in it doubled, lines ended by CRLF. A cell that could be taken for a
 * formula begins with an apostrophe, which makes text of it.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

function field(text: string): string {
  const kept = text.replace(AFTER_SEPARATOR, "$1$2'")
  const safe = FORMULA.test(text) ? `'${kept}` : kept
  return `"${safe.replaceAll('"', '""')}"`
}

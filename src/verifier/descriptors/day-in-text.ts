/**
 * The day that a text names, as days since 1970; `undefined` where it names none, or may name another:
 * "03/04/2025" is one day in Rome and another in Boston.
 */
export function dayInText(text: string): number | undefined {
  const plain = text.slice(0, LONGEST).normalize('NFKC')
  const numbers = YEAR_FIRST.exec(plain)
  if (numbers) return dayOf(numbers[1], numbers[2], numbers[3])
  const [, day, month, year] = DAY_FIRST.exec(plain) ?? []
  if (year !== undefined) return dayOf(year, monthNamed(month), day)
  const [, name, date, ofYear] = MONTH_FIRST.exec(plain) ?? []
  return dayOf(ofYear, monthNamed(name), date)
}

const LONGEST = 100
/** 2025-06-01, 2025/6/1, 2025.6.1, 2025年6月1日 */
const YEAR_FIRST = /(?<!\d)(\d{4})(?:[-/.]|\s?年\s?)(\d{1,2})(?:[-/.]|\s?月\s?)(\d{1,2})(?!\d)/
/** 1 June 2025, 1st of June 2025 */
const DAY_FIRST = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?([A-Za-z]{3,9})\.?,? (\d{4})(?!\d)/
/** June 1, 2025 */
const MONTH_FIRST = /\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function monthNamed(name = ''): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1)
}

const MILLISECONDS_A_DAY = 86_400_000

function dayOf(year?: string, month?: string, day?: string): number | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= 31)) return undefined
  return Date.UTC(y, m - 1, d) / MILLISECONDS_A_DAY
}

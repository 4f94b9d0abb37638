/** Digits at the end of a number that its spellings share, whatever stands for the country and the trunk line. */
export const SHARED_DIGITS = 7

/**
 * Whether two texts may be spellings of one telephone number: `+49 (0)30 1234567` and `030 1234567`. Which
 * country a number without one is of, nobody says, so that it is never certain.
 */
export function mayBeOneNumber(one: string, other: string): boolean {
  const [first, second] = [digitsOf(one), digitsOf(other)]
  if (first === '' || second === '') return false
  return (
    first.endsWith(second) ||
    second.endsWith(first) ||
    first.slice(-SHARED_DIGITS) === second.slice(-SHARED_DIGITS)
  )
}

/** Without what begins a number in its own country alone: `(0)`, `0`, and the `00` before a country's code. */
export function digitsOf(text: string): string {
  return withAsciiDigits(text.normalize('NFKC'))
    .replace(/\(\s*0\s*\)/g, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '')
}

/** With the digits of every script as 0 to 9. */
export function withAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, inAscii)
}

/** In every script the digits stand one after another, from zero to nine, some next to those of another. */
function inAscii(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let first = code
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  return String((code - first) % 10)
}

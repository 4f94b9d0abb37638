/** The letters and digits of a text, for whether one says another: `ada @ mail.example` is `adamailexample`. */
export function plain(text: string): string {
  return partsOf(text).join('')
}

/** Its words and numbers in lower case, without what is between them. */
export function partsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((part) => part !== '')
}

/** Scripts of which two or three characters are a whole name. */
const DENSE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/** Whether it is long enough that no text contains it by chance. */
export function isTelling(text: string): boolean {
  const letters = plain(text)
  return letters.length > (DENSE.test(letters) ? 2 : 5)
}

/** Whether a text has each of several parts of a name as a word, in any order: `Lovelace, Ada`. */
export function saysAllParts(text: string, name: string): boolean {
  const parts = partsOf(name)
  const said = partsOf(text)
  return parts.length > 1 && parts.every((part) => said.includes(part))
}

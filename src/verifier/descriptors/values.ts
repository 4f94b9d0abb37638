/** Makes the values of a table out of what a credential says, with bounds on their size. */
import type { Text } from '../credential'
import { MOST_CHARACTERS, type DescriptorValue, type ValueKind } from './descriptor-table'
import type { SourcePath } from './source-path'

/** Neither "." nor "-" says anything: they stand where a form demands a text. */
const SAYS_SOMETHING = /[\p{L}\p{N}\p{S}]/u

/** None where the text is absent, blank, or a text of nothing but punctuation. */
export function valuesOf(
  text: string | undefined,
  source: SourcePath,
  kind: ValueKind = 'text',
): DescriptorValue[] {
  const trimmed = text?.trim() ?? ''
  if (trimmed === '' || (kind === 'text' && !SAYS_SOMETHING.test(trimmed))) return []
  if (trimmed.length <= MOST_CHARACTERS) return [{ text: trimmed, kind, source }]
  return [{ text: beginning(trimmed), kind, clipped: true, source }]
}

/** One for each language. */
export function valuesOfText(text: Text | undefined, source: SourcePath): DescriptorValue[] {
  if (text === undefined) return []
  const found: DescriptorValue[] = []
  for (const [language, words] of Object.entries(text))
    for (const value of valuesOf(words, source))
      found.push(language === 'und' ? value : { ...value, language: language.slice(0, 35) })
  return found
}

/** Not in the middle of a character that takes two code units. */
function beginning(text: string): string {
  const cut = text.slice(0, MOST_CHARACTERS)
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}

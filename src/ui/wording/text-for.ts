import type { Text } from '../../verifier/credential'

/** Of a text in several languages, the one for this reader; `lang` where the credential names it. */
export function textFor(text: Text | string, locale: string): { text: string; lang?: string } {
  if (typeof text === 'string') return { text }
  const language = locale.split('-')[0] ?? locale
  const tags = Object.keys(text)
  const tag =
    tags.find((candidate) => candidate.toLowerCase() === locale.toLowerCase()) ??
    tags.find((candidate) => candidate.toLowerCase().split('-')[0] === language) ??
    tags.find((candidate) => candidate === 'und') ??
    tags[0]
  if (tag === undefined) return { text: '' }
  return isLanguageTag(tag) ? { text: text[tag] ?? '', lang: tag } : { text: text[tag] ?? '' }
}

/** The tag came out of a badge: only a well-formed one may become an attribute. */
function isLanguageTag(tag: string): boolean {
  return tag !== 'und' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/.test(tag)
}

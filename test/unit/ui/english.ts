import type { Translate } from '../../../src/ui/wording'
import { messagesOf } from './locales'

export const englishMessages = messagesOf('en')

/** As the browser's `i18n.getMessage`: one pass, so that a substitution is never expanded again. */
export const english: Translate = (key, substitutions = []) => {
  const entry = englishMessages[key]
  if (entry === undefined) return ''
  return entry.message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content ?? ''
    return substitutions[Number(content.slice(1)) - 1] ?? `⟨missing ${name}⟩`
  })
}

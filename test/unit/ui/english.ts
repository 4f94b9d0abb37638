import { readFileSync } from 'node:fs'
import type { Translate } from '../../../src/ui/wording'

interface Message {
  message: string
  description?: string
  placeholders?: Record<string, { content: string }>
}

export const englishMessages = JSON.parse(
  readFileSync(new URL('../../../public/_locales/en/messages.json', import.meta.url), 'utf8'),
) as Record<string, Message>

/** As the browser's `i18n.getMessage`: one pass, so that a substitution is never expanded again. */
export const english: Translate = (key, substitutions = []) => {
  const entry = englishMessages[key]
  if (entry === undefined) return ''
  return entry.message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content ?? ''
    return substitutions[Number(content.slice(1)) - 1] ?? `⟨missing ${name}⟩`
  })
}

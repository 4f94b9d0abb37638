import messages from '../../public/_locales/en/messages.json'
import type { Translate } from '../ui/wording'

/** The language of everything that the command says. */
export const LOCALE = 'en'

interface Message {
  message: string
  placeholders?: Record<string, { content: string }>
}

/**
 * As the browser's `i18n.getMessage`, over the English texts. One pass: what a badge brings in is never
 * expanded again.
 */
export const english: Translate = (key, substitutions = []) => {
  const { message, placeholders = {} }: Message = messages[key]
  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = placeholders[name.toLowerCase()]?.content ?? ''
    return substitutions[Number(content.slice(1)) - 1] ?? ''
  })
}

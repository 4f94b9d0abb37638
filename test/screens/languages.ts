/** The texts of a language for the stand-in browser, as `public/_locales` has them. */
import english from '../../public/_locales/en/messages.json'

interface Message {
  message: string
  placeholders?: Record<string, { content: string }>
}
type Messages = Partial<Record<string, Message>>

const FILES = import.meta.glob<Messages>('../../public/_locales/*/messages.json', {
  import: 'default',
})

/** English that is a third longer and full of accents: what is not taken from the texts stands out. */
const PSEUDO = 'pseudo'

/** @throws where there is no such language: a picture in English would say that all is well */
export async function textsOf(
  language: string,
): Promise<(key: string, values: string[]) => string> {
  if (language === PSEUDO) return (key, values) => filled(lengthened(english, key), values)
  const load = FILES[`../../public/_locales/${language}/messages.json`]
  if (load === undefined) throw new Error(`there is no language "${language}"`)
  const texts: Messages = { ...english, ...(await load()) }
  return (key, values) => filled(texts[key], values)
}

function filled(entry: Message | undefined, values: string[]): string {
  if (entry === undefined) return ''
  return entry.message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content ?? ''
    return values[Number(content.slice(1)) - 1] ?? ''
  })
}

/** What is no sentence but a value stays as it is, and so do the places of values. */
function lengthened(texts: Messages, key: string): Message | undefined {
  const entry = texts[key]
  if (entry === undefined || key === 'languageTag' || key === 'languageDirection') return entry
  const parts = entry.message.split(/(\$\w+\$)/)
  const message = parts.map((part) => (/^\$\w+\$$/.test(part) ? part : accented(part))).join('')
  return { ...entry, message }
}

function accented(text: string): string {
  return text.replace(/[aeiounc]/g, (letter) => ACCENTED[letter] ?? letter)
}

const ACCENTED: Record<string, string> = {
  ...{ a: 'ȧȧ', e: 'ẽẽ', i: 'ï', o: 'öö', u: 'ůů', n: 'ñ', c: 'ç' },
}

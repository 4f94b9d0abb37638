import { readdirSync, readFileSync } from 'node:fs'

export interface Message {
  message: string
  description?: string
  placeholders?: Record<string, { content: string }>
}

export type Messages = Record<string, Message>

const FOLDER = new URL('../../../public/_locales/', import.meta.url)

/** Every language that has a folder. */
export const FOLDERS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

export function messagesOf(language: string): Messages {
  const file = readFileSync(new URL(`${language}/messages.json`, FOLDER), 'utf8')
  return JSON.parse(file) as Messages
}

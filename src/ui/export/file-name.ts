import { clip, displayText } from '../wording'

/** Windows counts the whole path: this leaves room for the folder. */
const LONGEST_NAME = 60

interface FileFacts {
  /** ISO 8601, of the finding. */
  date: string
  /** Of the badge or the site: hostile text. */
  name: string
  /** Tells two of one name apart. */
  id?: string
  ending: 'json' | 'csv' | 'html'
}

/**
 * `touchstone-2026-06-01-Data-Analysis-9f86d081.json`: letters, digits and single hyphens alone, so that no
 * file system reads anything into it. What it begins with keeps it from being a device of Windows (`CON`,
 * `NUL`) or a hidden file.
 */
export function fileName({ date, name, id, ending }: FileFacts): string {
  const parts = ['touchstone', date.slice(0, 10), clip(plain(name), LONGEST_NAME), id ?? '']
  return `${parts
    .map(plain)
    .filter((part) => part !== '')
    .join('-')}.${ending}`
}

function plain(text: string): string {
  return displayText(text)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

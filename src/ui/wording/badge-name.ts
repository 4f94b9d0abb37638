import { clip, displayText } from './display-text'
import { hostOf } from './names'
import type { Sentences } from './sentences'

/** Longest name of a row, in code points; the detail shows all of it. */
const LONGEST_NAME = 200

interface NamedBadge {
  name?: string
  label?: string
  url: string
}

/** What a badge is called in a list: by itself, else by the page, else by where it lies. */
export function badgeName({ name, label, url }: NamedBadge, { text }: Sentences): string {
  for (const candidate of [name, label]) {
    const shown = clip(displayText(candidate ?? ''), LONGEST_NAME)
    if (shown !== '') return shown
  }
  const host = hostOf(url)
  return host === undefined ? text('badgeUnnamed') : text('badgeFrom', host)
}

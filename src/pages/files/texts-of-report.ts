import type { Part } from './split-text'

/** What our own files of reports say that they are: docs/report-format.md. */
const TYPES = ['touchstone:verification-report/1', 'touchstone:profile-report/1']

/** The type comes first in such a file. */
const BEGINNING = 200

/**
 * The credentials of a saved report or profile, to be verified anew: nothing else that such a file says is looked at.
 * Undefined where it is no such file, or holds none.
 */
export function textsOfReport(text: string, name: string): Part[] | undefined {
  if (!TYPES.some((type) => text.slice(0, BEGINNING).includes(type))) return undefined
  const texts = reportsIn(text).flatMap((report) => sourceText(report) ?? [])
  if (texts.length <= 1) return texts[0] === undefined ? undefined : [{ name, text: texts[0] }]
  return texts.map((each, index) => ({ name: `${name}:${index + 1}`, text: each }))
}

function reportsIn(text: string): unknown[] {
  try {
    const file: unknown = JSON.parse(text)
    if (!TYPES.includes(String(member(file, 'type')))) return []
    const entries = member(file, 'entries')
    return Array.isArray(entries)
      ? entries.map((entry) => member(entry, 'report'))
      : [member(file, 'report')]
  } catch {
    return []
  }
}

function sourceText(report: unknown): string | undefined {
  const text = member(member(report, 'source'), 'text')
  return typeof text === 'string' ? text : undefined
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Record<string, unknown>)[name]
}

import { nameKey } from './descriptor-names'

export type CodeKind = 'region' | 'language'

/** Languages in which countries and languages are named in criteria. */
const NAMED_IN = ['en', 'ja', 'de', 'fr', 'es', 'nl']
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz')
const known: Partial<Record<CodeKind, ReadonlyMap<string, string>>> = {}

/** Names → codes of two letters, as far as this runtime knows them. Made when first needed. */
function codesByName(kind: CodeKind): ReadonlyMap<string, string> {
  return (known[kind] ??= collect(kind))
}

function collect(kind: CodeKind): ReadonlyMap<string, string> {
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
  const spelled = kind === 'region' ? codes.map((code) => code.toUpperCase()) : codes
  const names = NAMED_IN.flatMap((locale) => {
    const display = new Intl.DisplayNames(locale, { type: kind, fallback: 'none' })
    return spelled.flatMap((code): [string, string][] => {
      const name = display.of(code)
      return name === undefined ? [] : [[nameKey(name), code.toLowerCase()]]
    })
  })
  return new Map(names)
}

/** Longer is a sentence. */
const LONGEST = 200
const CODE = /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i

/**
 * The countries or languages that a text names, as codes in lower case: "NL", "en-GB", "Japan", "英語・日本語".
 * `undefined` where any of it is something else: what is not understood contradicts nothing.
 */
export function codesNamedIn(text: string, kind: CodeKind): Set<string> | undefined {
  if (text.length > LONGEST) return undefined
  const parts = text.split(/[,、，;；/／・&＆\n]|\band\b|\bund\b/).map((part) => part.trim())
  const codes = parts.filter((part) => part !== '').map((part) => codeOf(part, kind))
  const found = codes.filter((code) => code !== undefined)
  return found.length > 0 && found.length === codes.length ? new Set(found) : undefined
}

function codeOf(text: string, kind: CodeKind): string | undefined {
  const isCode = CODE.test(text) && (kind === 'language' || text.length === 2)
  const subtag = text.toLowerCase().split(/[-_]/, 1)[0] ?? ''
  const code =
    isCode && subtag.length === 2
      ? subtag
      : codesByName(kind).get(nameKey(text.replace(/^the /i, '')))
  if (kind === 'language') return code
  return code === undefined || UNIONS.has(code) ? undefined : (SPOKEN[code] ?? code)
}

/** A country lies in them. */
const UNIONS = new Set(['eu', 'un', 'ez'])
/** What people, and the European Union, write for two countries. */
const SPOKEN: Readonly<Record<string, string>> = { uk: 'gb', el: 'gr' }

/** Terms of controlled vocabularies and notes, as the European Learning Model writes them. */
import type { Text } from '../credential'
import type { JsonObject, JsonValue } from '../verification'
import { alpha2Of } from './country-codes'
import { asId, asString, asText } from './json-values'
import type { Nodes } from './elm-3-nodes'

type Maybe = JsonValue | undefined

/** The name of a concept; where it has none, its URI. */
export function conceptName(concept: JsonObject): Text | undefined {
  const id = asId(concept)
  return asText(concept.prefLabel) ?? (id === undefined ? undefined : { und: id })
}

/** Names of the concepts that a property holds, each once. */
export function conceptNames(of: Nodes, value: Maybe): Text[] {
  return eachOnce(present(of(value).map(conceptName)))
}

/** Texts of the notes that a property holds (ELM 3, Note); a bare text is one as well. */
export function noteTexts(of: Nodes, value: Maybe): Text[] {
  const texts = present(of(value).map(({ noteLiteral }) => asText(noteLiteral)))
  const bare = texts.length > 0 || typeof value !== 'string' ? undefined : asText(value)
  return bare ? [bare] : texts
}

export function present(texts: (Text | undefined)[]): Text[] {
  return texts.filter((text) => text !== undefined)
}

/** Texts that say the same in the same languages count once. */
export function eachOnce(texts: Text[]): Text[] {
  const seen = new Set<string>()
  return texts.filter((text) => {
    const key = JSON.stringify(text)
    return !seen.has(key) && seen.add(key)
  })
}

const COUNTRY = /^https?:\/\/publications\.europa\.eu\/resource\/authority\/country\/([A-Z]{3})$/
const LANGUAGE = /^https?:\/\/publications\.europa\.eu\/resource\/authority\/language\/([A-Z]{3})$/

/** ISO 3166-1 alpha-2 of a concept of the authority table of countries. */
export function countryOf(concept: JsonObject): string | undefined {
  const code = COUNTRY.exec(asId(concept) ?? '')?.[1]
  return code === undefined ? undefined : alpha2Of(code)
}

/** BCP 47 of a concept of the authority table of languages, whose codes are those of ISO 639-2 or 639-3. */
export function languageOf(concept: JsonObject): string | undefined {
  const code = LANGUAGE.exec(asId(concept) ?? '')?.[1]
  return code === undefined ? undefined : Intl.getCanonicalLocales(code.toLowerCase())[0]
}

/** The concept's own number in a scheme, or its plain text. */
export function notationOf({ notation }: JsonObject): string | undefined {
  return typeof notation === 'number' ? String(notation) : asString(notation)
}

/**
 * The public API of ESCO ("ESCO Web-service API", esco.ec.europa.eu): its addresses, and what is read of
 * its answers. Whatever is not as documented is no answer.
 */
import type { EscoEntry } from '../../verifier/alignments/esco-index/entry'
import type { EscoConcept, EscoKind } from '../../verifier/alignments/esco-lookup'
import { asId, asNumber, asObjects, asString, isObject } from '../../verifier/reading/json-values'
import type { JsonObject, JsonValue } from '../../verifier/verification'

export const ESCO_HOST = 'ec.europa.eu'
const API = `https://${ESCO_HOST}/esco/api`

/** Pinned: what a badge's skills come to must not change from one day to the next. The API's default is older. */
export const ESCO_VERSION = '1.2.0'

/** Languages that ESCO has labels in. */
const LANGUAGES = new Set(
  'ar bg cs da de el en es et fi fr ga hr hu is it lt lv mt nl no pl pt ro sk sl sv uk'.split(' '),
)

/** The language of ESCO for a BCP 47 tag; English where it has none. */
export function escoLanguage(tag: string): string {
  const language = tag.toLowerCase().split('-')[0] ?? ''
  return LANGUAGES.has(language) ? language : 'en'
}

export type EscoType = 'skill' | 'occupation' | 'concept'

/** Where a concept may be: under the type that its URI names, and else among the groups. */
export function conceptAddresses(uri: string, language: string): string[] {
  const type = /\/esco\/(skill|occupation)\//.exec(uri)?.[1]
  const types = type === undefined ? ['concept'] : [type, 'concept']
  return types.map((name) => addressOf(`resource/${name}`, { uri, language }))
}

export interface SearchPage {
  text: string
  type: EscoType
  language: string
  limit: number
  /** Counts pages, not results. */
  offset: number
}

export function searchAddress({ limit, offset, ...query }: SearchPage): string {
  return addressOf('search', { ...query, limit: String(limit), offset: String(offset) })
}

function addressOf(path: string, query: Record<string, string>): string {
  const parameters = new URLSearchParams({ ...query, selectedVersion: `v${ESCO_VERSION}` })
  return `${API}/${path}?${parameters.toString()}`
}

export interface ReadConcept {
  concept: EscoConcept
  obsolete: boolean
}

/** @param language of the label to show */
export function readConcept(
  json: JsonValue,
  uri: string,
  language: string,
): ReadConcept | undefined {
  if (!isObject(json) || json.uri !== uri) return undefined
  const labels = labelsOf(json.preferredLabel)
  const label = labels[language] ?? labels.en ?? asString(json.title) ?? Object.values(labels)[0]
  if (label === undefined) return undefined
  const kind = kindOf(uri, json)
  const obsolete = /^(obsolete|retired|deprecated)/i.test(asString(json.status) ?? '')
  return { concept: { uri, kind, label, labels }, obsolete }
}

export interface ReadPage {
  total: number
  /** Of results on this page, those that are no concepts included. */
  results: number
  entries: EscoEntry[]
}

/** `{ total, _embedded: { results: [] } }`: each result has `uri`, `title` and `preferredLabel`. */
export function readPage(json: JsonValue, language: string): ReadPage | undefined {
  if (!isObject(json) || !isObject(json._embedded)) return undefined
  const total = asNumber(json.total)
  if (total === undefined || !Number.isSafeInteger(total) || total < 0) return undefined
  const results = asObjects(json._embedded.results)
  const entries = results.flatMap((result): EscoEntry[] => {
    const uri = asString(result.uri)
    const label = labelsOf(result.preferredLabel)[language] ?? asString(result.title)
    if (uri === undefined || label === undefined) return []
    return CONCEPT.test(uri) ? [{ uri, kind: kindOf(uri, result), label }] : []
  })
  return { total, results: results.length, entries }
}

const CONCEPT =
  /^http:\/\/data\.europa\.eu\/esco\/(?:skill|occupation|isco|isced-f)\/[0-9A-Za-z.-]{1,40}$/

function labelsOf(value: JsonValue | undefined): Record<string, string> {
  if (!isObject(value)) return {}
  const labels = Object.entries(value).flatMap(([language, text]): [string, string][] => {
    const label = LANGUAGES.has(language) && typeof text === 'string' ? text.trim() : ''
    return label === '' ? [] : [[language, label.slice(0, 500)]]
  })
  return Object.fromEntries(labels)
}

/** A URI tells an occupation; a skill or knowledge has a type, and groups have the class of concepts. */
function kindOf(uri: string, json: JsonObject): EscoKind {
  if (uri.includes('/esco/occupation/')) return 'occupation'
  const className = asString(json.className) ?? ''
  if (!uri.includes('/esco/skill/') || /^(Concept|SkillGroup)$/i.test(className)) return 'group'
  const links = isObject(json._links) ? asObjects(json._links.hasSkillType) : []
  const types = links.map((link) => asString(link.uri) ?? asId(link) ?? '')
  return types.some((type) => type.endsWith('/skill-type/knowledge')) ? 'knowledge' : 'skill'
}

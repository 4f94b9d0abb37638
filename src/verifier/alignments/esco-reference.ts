import type { Alignment } from '../credential'

/** Where an alignment points in ESCO. */
export interface EscoReference {
  /** `http://data.europa.eu/esco/…`, the likeliest first; empty where no identifier can be used. */
  uris: string[]
  /** It has an identifier that was cut off. */
  truncated?: true
}

const BASE = 'http://data.europa.eu/esco/'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** The beginning of a UUID, or one that lost its dashes' ends. */
const PART_OF_UUID = /^(?=.{1,35}$)[0-9a-f]{1,8}(-[0-9a-f]{0,12}){0,4}$/

/** Codes of each kind of concept. Skill groups had codes until ESCO 1.1.1, and have UUIDs since. */
const CODES: ReadonlyMap<string, RegExp> = new Map([
  ['skill', /^[KLST]\d{0,2}(\.\d{1,2}){0,4}$/],
  ['isco', /^C\d{1,4}$/],
  ['isced-f', /^\d{2,4}$/],
])

const FRAMEWORK =
  /\bESCO\b|European Skills,? Competences,?( and)? Qualifications|European (multilingual )?classification of skills/i
const TYPE = /^(ext:)?ESCO([A-Z][A-Za-z]{0,30})?$/

/**
 * What an alignment says of ESCO; `undefined` where it says nothing. Only addresses of the European
 * Commission's own hosts count as identifiers, in whichever of their published forms.
 */
export function escoReference(alignment: Alignment): EscoReference | undefined {
  const { targetUrl = '', targetCode = '', targetFramework = '', targetType = '' } = alignment
  const said = [conceptOf(targetUrl), conceptOf(targetCode)]
  const isNamed = FRAMEWORK.test(targetFramework.slice(0, 500)) || TYPE.test(targetType)
  if (!isNamed && said.every((one) => one === undefined)) return undefined
  const all = [...said, bareCode(targetCode), bareCode(targetUrl)].filter(
    (one) => one !== undefined,
  )
  // A page of the portal names no concept, and the code beside it may.
  return all.find(({ uris }) => uris.length > 0) ?? all.find(isTruncated) ?? { uris: [] }
}

function isTruncated({ truncated }: EscoReference): boolean {
  return truncated === true
}

/** Of an address of ESCO: its concept. */
function conceptOf(text: string): EscoReference | undefined {
  const url = readEuropean(text)
  if (url?.hostname === 'data.europa.eu') return conceptAt(url)
  const isPortal = url?.hostname === 'esco.ec.europa.eu'
  const isOlder = url?.hostname === 'ec.europa.eu' && url.pathname.startsWith('/esco/')
  if (!url || !(isPortal || isOlder)) return undefined
  const uri = url.searchParams.get('uri') ?? ''
  const concept = readEuropean(/^https?%3a/i.test(uri) ? decoded(uri) : uri)
  // A page of the portal about something else is still of ESCO.
  const isConcept = concept?.hostname === 'data.europa.eu'
  return (isConcept ? conceptAt(concept) : undefined) ?? { uris: [] }
}

/** `data.europa.eu/esco/KIND/ID`, as URIs and addresses are written by hand. */
function conceptAt({ pathname }: URL): EscoReference | undefined {
  const path = /^\/esco\/([a-z-]{1,20})\/([^/]{1,100})\/?$/.exec(pathname)
  const [, kind = '', id = ''] = path ?? []
  if (!path) return pathname.startsWith('/esco/') ? { uris: [] } : undefined
  return concept(kind, id) ?? { uris: [] }
}

function concept(kind: string, id: string): EscoReference | undefined {
  const hasUuid = kind === 'skill' || kind === 'occupation'
  if (hasUuid && UUID.test(id.toLowerCase()))
    return { uris: [BASE + `${kind}/${id.toLowerCase()}`] }
  if (CODES.get(kind)?.test(id)) return { uris: [BASE + `${kind}/${id}`] }
  return hasUuid && PART_OF_UUID.test(id.toLowerCase()) ? { uris: [], truncated: true } : undefined
}

/** A UUID alone may be that of a skill or of an occupation; a code tells by its form. */
function bareCode(text: string): EscoReference | undefined {
  const id = text.trim().replace(/^urn:uuid:/i, '')
  if (id.length > 100) return undefined
  const lower = id.toLowerCase()
  if (UUID.test(lower)) return { uris: [`${BASE}skill/${lower}`, `${BASE}occupation/${lower}`] }
  const kind = CODE_KINDS.find((name) => CODES.get(name)?.test(id))
  if (kind) return concept(kind, id)
  return lower.length >= 9 && PART_OF_UUID.test(lower) ? { uris: [], truncated: true } : undefined
}

/** A bare number may be any code: only those that begin with their letter are told apart. */
const CODE_KINDS = ['isco', 'skill'] as const

function readEuropean(text: string): URL | undefined {
  const full = text.startsWith('data.europa.eu/') ? `http://${text}` : text
  if (full.length > 2_000 || !/^https?:\/\//i.test(full) || !URL.canParse(full)) return undefined
  const url = new URL(full)
  return url.port === '' && url.username === '' && url.password === '' ? url : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

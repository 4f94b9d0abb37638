/** JSON-LD in a page: the credential itself, or the page's own words about one. */

/** Types of which a credential is, in all formats that are JSON (`type` or `@type`). */
const CREDENTIAL_TYPES: ReadonlySet<unknown> = new Set([
  'VerifiableCredential',
  'VerifiablePresentation',
  'OpenBadgeCredential',
  'AchievementCredential',
  'ClrCredential',
  'Assertion',
  'EuropeanDigitalCredential',
])

/** What a page says of itself in words of schema.org, with nobody's signature and at no issuer's address. */
const DESCRIPTION = 'EducationalOccupationalCredential'

/** Documents in one script; a list of more is no single badge, and none of it is read. */
const MAXIMUM_DOCUMENTS = 8

export interface CredentialScript {
  /** Texts of what may be a credential. */
  credentials: string[]
  /** Addresses that a description gives for what it describes; as written. */
  described: string[]
}

/** @param text of a script; one that is no JSON holds nothing */
export function readCredentialScript(text: string): CredentialScript {
  const documents = documentsIn(text)
  return {
    credentials: documents
      .filter(({ json }) => typesOf(json).some((type) => CREDENTIAL_TYPES.has(type)))
      .map((document) => document.text),
    described: documents
      .filter(({ json }) => typesOf(json).includes(DESCRIPTION))
      .map(({ json }) => json.url)
      .filter((url) => typeof url === 'string'),
  }
}

type Json = Record<string, unknown>

interface Document {
  json: Json
  text: string
}

function documentsIn(text: string): Document[] {
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return [{ json: value, text }]
    if (!Array.isArray(value) || value.length > MAXIMUM_DOCUMENTS) return []
    const several: unknown[] = value
    return several.filter(isObject).map((json) => ({ json, text: JSON.stringify(json) }))
  } catch {
    return []
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf(document: Json): unknown[] {
  return [document.type, document['@type']].flat()
}

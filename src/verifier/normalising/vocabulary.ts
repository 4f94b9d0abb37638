/**
 * The vocabulary of Open Badges 1.1 to 2.1: which IRI each term stands for, and the one name that an
 * IRI has in a normal form. Open Badges 2.0, "Open Badges Vocabulary".
 */
import openBadges1 from '../json-ld/contexts/badges/open-badges-1.json'
import openBadges2 from '../json-ld/contexts/badges/open-badges-2.json'

export const CONTEXT_1 = 'https://w3id.org/openbadges/v1'
export const CONTEXT_2 = 'https://w3id.org/openbadges/v2'

/** Contexts by the URL that they are expanded under. */
export const BADGE_CONTEXTS: ReadonlyMap<string, object> = new Map<string, object>([
  [CONTEXT_1, openBadges1],
  [CONTEXT_2, openBadges2],
])

/** Contexts by the addresses that they were published at. */
export const OPEN_BADGES_1_CONTEXT =
  /^https?:\/\/(w3id\.org\/openbadges\/v1|openbadgespec\.org\/v1\/|[a-z.]{0,40}openbadges\.org\/(v1|1\.[01])\/)/
export const OPEN_BADGES_2_CONTEXT =
  /^https?:\/\/(w3id\.org\/openbadges\/v2|openbadgespec\.org\/v2\/context\.json|purl\.imsglobal\.org\/spec\/ob\/v2p[01].*)$/
const EXTENSION = /\/extensions\/[A-Za-z]{1,60}Extension\/(v\dp\d\/)?context\.json$/

/** The bundled context that a URL stands for; several addresses were published. */
export function badgeContext(url: string): string | undefined {
  if (OPEN_BADGES_2_CONTEXT.test(url)) return CONTEXT_2
  return OPEN_BADGES_1_CONTEXT.test(url) ? CONTEXT_1 : undefined
}

/** Contexts of extensions are about the inside of an extension, wherever they are named. */
export function isExtensionContext(url: string): boolean {
  return EXTENSION.test(url)
}

interface Definition {
  '@id': string
  '@type'?: string
}

/** Terms and keywords aliases with the IRI (or keyword) that each stands for. */
export const STANDARD_TERMS: ReadonlyMap<string, string> = collect()

function collect(): Map<string, string> {
  const written = new Map<string, string>()
  for (const context of [openBadges1['@context'], openBadges2['@context']])
    for (const [term, definition] of Object.entries(context as Record<string, string | Definition>))
      written.set(term, typeof definition === 'string' ? definition : definition['@id'])
  const expand = (value: string): string => {
    const colon = value.indexOf(':')
    const base = written.get(colon < 0 ? value : value.slice(0, colon))
    if (base === undefined || value.startsWith('@')) return value
    return colon < 0 ? expand(base) : base + value.slice(colon + 1)
  }
  return new Map([...written].map(([term, value]) => [term, expand(value)]))
}

/** Second names, which the normal form does not use. */
const ALIASES = new Set(['verify', 'hosted', 'signed', 'IssuerOrg', 'revokedAssertions'])

/** Words of a later standard, which issuers of Open Badges 2 write as well: an end is an end. */
const LATER_TERMS = {
  validFrom: 'https://www.w3.org/2018/credentials#validFrom',
  validUntil: 'https://www.w3.org/2018/credentials#validUntil',
}

/** What holds where a document names no context: hosts forget it, and older ones had none. */
export const INITIAL_CONTEXT = { '@context': { ...openBadges2['@context'], ...LATER_TERMS } }

const NAMES: ReadonlyMap<string, string> = new Map(
  [...STANDARD_TERMS, ...Object.entries(LATER_TERMS)]
    .filter(([term, iri]) => !ALIASES.has(term) && !/[#/]$|^@/.test(iri))
    .map(([term, iri]) => [iri, term]),
)

export const EXTENSIONS_IRI = 'https://w3id.org/openbadges/extensions#'
const VERIFY_IRI = 'https://w3id.org/openbadges#verify'
const REVOKED_IRI = 'https://w3id.org/openbadges#revoked'
/** The context has no word for it, but keys say by it that they were withdrawn, and when. */
const KEY_REVOKED_IRI = 'https://w3id.org/security#revoked'

/** What the name of a property depends on besides its IRI. */
export interface NameScope {
  /** Open Badges 1.1 says `verify` where 2.0 says `verification`. */
  version: 1 | 2
  /** Types of the node, in their normal form: a revocation list has its own name for `obi:revoked`. */
  types: readonly string[]
}

/** The one name of a property; an IRI that is not of the vocabulary keeps itself as its name. */
export function propertyName(iri: string, { version, types }: NameScope): string {
  if (iri === VERIFY_IRI && version === 1) return 'verify'
  if (iri === REVOKED_IRI && types.includes('RevocationList')) return 'revokedAssertions'
  if (iri === KEY_REVOKED_IRI) return 'revoked'
  return NAMES.get(iri) ?? iri
}

/** The short name of a type; `recipient.type` may be a property's name, as `email` or `id`. */
export function typeName(iri: string): string {
  // A type that is spelled like an alias of a keyword becomes that keyword.
  if (iri === '@id' || iri === '@type') return iri.slice(1)
  if (iri.startsWith(EXTENSIONS_IRI)) return `extensions:${iri.slice(EXTENSIONS_IRI.length)}`
  return NAMES.get(iri) ?? iri
}

/** Properties that are read as text in a language; in all others a language says nothing. */
export const TEXTS: ReadonlySet<string> = new Set([
  'name',
  'description',
  'narrative',
  'caption',
  'targetName',
  'targetDescription',
])

/** Properties that decide, or that say who, what and when: two values would say two things. */
export const SINGLE_VALUED: readonly string[] = [
  'recipient',
  'badge',
  'issuer',
  'issuedOn',
  'expires',
  'validFrom',
  'validUntil',
  'verification',
  'verify',
  'revoked',
  'identity',
  'hashed',
  'salt',
  'uid',
  'publicKeyPem',
]

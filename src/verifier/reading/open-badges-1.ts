/**
 * Open Badges 0.5, 1.0 and 1.1 → the terms of Open Badges 2.0, in which they are judged and read on.
 *
 * Mozilla Open Badges, "Assertions" (0.5); Open Badges 1.0 and 1.1, "Assertion", "BadgeClass" and
 * "IssuerOrganization". Only what these define is taken over, and of an issuer what narrows its word: the
 * keys and the scope that it names in the words of a later generation.
 */
import type { JsonObject, JsonValue } from '../verification'
import { plainDate } from './dates'
import { asArray, asId, asObject, asObjects, asString, compact, isObject } from './json-values'

type Maybe = JsonValue | undefined

/** What a document of an older generation may say of itself; absent where it does not. */
type Terms = Record<string, Maybe>

/** "verify": its kind as written ('' where it has none), and the address that it names. */
function verifyOf({ verify }: JsonObject): { type: string; url: string | undefined } {
  const object = asObject(verify)
  return { type: asString(asArray(object?.type)[0]) ?? '', url: asId(object?.url) }
}

/** `signed` names where the key is; everything else names where the assertion is. */
export function isSignedType(type: string): boolean {
  return /^signed/i.test(type)
}

/** An Assertion of 1.0 or 1.1. */
export function assertionOf1(json: JsonObject): JsonObject {
  const { type, url } = verifyOf(json)
  const signed = isSignedType(type)
  return withTerms({
    '@context': json['@context'],
    id: signed ? asString(json.id) : url,
    type: 'Assertion',
    uid: textOf(json.uid),
    recipient: identityOf(json),
    badge: objectAs(badgeClassOf1, json.badge),
    verification: withTerms({ type, creator: signed ? url : undefined }),
    issuedOn: plainDate(json.issuedOn),
    expires: plainDate(json.expires),
    validFrom: json.validFrom,
    validUntil: json.validUntil,
    evidence: json.evidence,
    image: json.image,
    revoked: json.revoked,
  })
}

/** A linked document that is embedded, also in a list of one (more are refused before); else its address. */
function objectAs(read: (json: JsonObject) => JsonObject, value: Maybe): Maybe {
  const object = asObject(value)
  return object === undefined ? value : read(object)
}

/** A BadgeClass of 1.0 or 1.1. `address`: where it was read; absent where it is embedded. */
export function badgeClassOf1(json: JsonObject, address?: string): JsonObject {
  return withTerms({
    '@context': json['@context'],
    id: address ?? asString(json.id),
    type: 'BadgeClass',
    name: json.name,
    description: json.description,
    image: json.image,
    criteria: json.criteria,
    issuer: objectAs(issuerOf1, json.issuer),
    alignment: asObjects(json.alignment).map(alignmentOf1),
    tags: json.tags,
  })
}

/**
 * An IssuerOrganization of 1.0 or 1.1. In 1.0 nothing but its address tells which one it is; 1.1 states
 * an `id`, which then has to be that address.
 *
 * @param address where it was read; absent where it is embedded
 */
export function issuerOf1(json: JsonObject, address?: string): JsonObject {
  const own = asString(json.id)
  return withTerms({
    '@context': json['@context'],
    id: json['@context'] === undefined ? (address ?? own) : (own ?? address),
    type: 'Issuer',
    name: json.name,
    url: json.url,
    description: json.description,
    image: json.image,
    email: json.email,
    revocationList: json.revocationList,
    verification: json.verification,
    ...Object.fromEntries(ISSUER_KEYS.map((name) => [name, json[name]])),
  })
}

/** Where an issuer of a later generation says which keys speak for it. */
export const ISSUER_KEYS = ['publicKey', 'verificationMethod', 'assertionMethod']

/** "AlignmentObject": `name`, `url` and `description`. */
function alignmentOf1({ name, url, description }: JsonObject): JsonObject {
  return withTerms({ targetName: name, targetUrl: url, targetDescription: description })
}

/** 0.5 has no context; the badge stands inside the assertion, and the issuer inside the badge. */
export function isVersion05(json: JsonObject): boolean {
  if (json['@context'] !== undefined || typeof json.recipient !== 'string') return false
  return isObject(asObject(json.badge)?.issuer)
}

/**
 * An assertion of 0.5: badge and issuer stand in it, and it does not say where it lives.
 *
 * @param address where it was read; without one it has no `id`
 */
export function assertionOf05(json: JsonObject, address?: string): JsonObject {
  const badge = asObject(json.badge) ?? {}
  const issuer = asObject(badge.issuer) ?? {}
  const origin = originOf(issuer.origin)
  return withTerms({
    id: address,
    type: 'Assertion',
    recipient: recipientOf05(json),
    badge: withTerms({
      type: 'BadgeClass',
      name: badge.name,
      description: badge.description,
      image: absolute(badge.image, origin),
      criteria: absolute(badge.criteria, origin),
      version: badge.version,
      issuer: withTerms({
        id: origin,
        type: 'Issuer',
        name: issuer.name,
        url: origin,
        description: issuer.org,
        email: issuer.contact,
      }),
    }),
    issuedOn: plainDate(json.issued_on),
    expires: plainDate(json.expires),
    validFrom: json.validFrom,
    validUntil: json.validUntil,
    evidence: absolute(json.evidence, origin),
    revoked: json.revoked,
  })
}

/** "recipient": an address, or `algorithm$hash` of it, whose `salt` stands beside it. */
function recipientOf05({ recipient, salt }: JsonObject): JsonObject | undefined {
  const identity = asString(recipient)
  if (identity === undefined) return undefined
  const hashed = identity.includes('$') && !identity.includes('@')
  return withTerms({ type: 'email', identity, hashed, salt })
}

/**
 * "IdentityObject"; the only type that 1.0 knows is `email`, which is often not said. Issuers that came from
 * 0.5 write what it had there. What is neither stays as it is: dropped, it would contradict nothing.
 */
function identityOf(json: JsonObject): Maybe {
  const identity = asObject(json.recipient)
  if (identity === undefined) return recipientOf05(json) ?? json.recipient
  const { type, hashed } = identity
  return { ...identity, type: type ?? 'email', hashed: hashed === true || hashed === 'true' }
}

/** "issuer.origin": scheme, host and port, and nothing behind them. */
function originOf(value: Maybe): string | undefined {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined
  return url.href === `${url.origin}/` ? url.origin : undefined
}

/** Paths in 0.5 begin at the origin of the issuer. */
function absolute(value: Maybe, origin: string | undefined): Maybe {
  return typeof value === 'string' && /^\/(?!\/)/.test(value) && origin !== undefined
    ? origin + value
    : value
}

/** Text that an issuer may also have written as a number. */
function textOf(value: Maybe): string | undefined {
  return typeof value === 'number' ? String(value) : asString(value)
}

function withTerms(terms: Terms): JsonObject {
  return compact<JsonObject>(terms)
}

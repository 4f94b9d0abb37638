/**
 * Open Badges 2.0/2.1 Assertion, BadgeClass and Profile → Credential.
 * Open Badges 2.0, section "Open Badges Vocabulary".
 */
import type {
  Achievement,
  Alignment,
  Credential,
  Criteria,
  Evidence,
  ImageReference,
  IssuerProfile,
  Recipient,
  Validity,
} from '../credential'
import type { JsonObject, JsonValue } from '../verification'
import { plainDate, saysNoEnd, strictest } from './dates'
import { readIdentityObject } from './identity-object'
import { readRelated } from './related'
import { readExtensions } from '../validation/extensions'
import {
  asArray,
  asId,
  asObject,
  asObjects,
  asString,
  asStrings,
  asText,
  compact,
  declaredLanguage,
  isObject,
  typesOf,
} from './json-values'

type Maybe = JsonValue | undefined

/** The three linked documents of an award, as far as they could be read. */
export interface Award2 {
  assertion: JsonObject
  badge: JsonObject
  issuer: JsonObject
}

export function readCredential2({ assertion, badge, issuer }: Award2, format: string): Credential {
  const language = declaredLanguage(assertion)
  return compact<Credential>({
    id: asId(assertion),
    format,
    types: typesOf(assertion),
    issuer: readProfile2(issuer),
    achievements: [readBadgeClass(badge)],
    recipient: readRecipient(asObject(assertion.recipient)),
    issuedOn: asString(plainDate(assertion.issuedOn)),
    ...validityOfAssertion(assertion),
    evidence: asArray(assertion.evidence).map((item) => readEvidence(item, language)),
    narrative: asText(assertion.narrative, language),
    image: readImage(assertion.image),
    results: [],
    extensions: readExtensions(assertion),
    endorsementCount: asArray(assertion.endorsement).length + asArray(badge.endorsement).length,
  })
}

/**
 * Open Badges 2.0, "Assertion": `issuedOn` and `expires`. `validFrom` and `validUntil` are words of a later
 * standard, and mean the same wherever they stand: an end that nobody reads would be no end.
 */
export function validityOfAssertion(assertion: JsonObject): Validity {
  const { issuedOn, expires, validFrom, validUntil } = assertion
  const end = saysNoEnd(expires) ? undefined : plainDate(expires)
  return compact<Validity>({
    validFrom: strictest(plainDate(issuedOn), plainDate(validFrom), 1),
    validUntil: strictest(end, plainDate(validUntil), -1),
  })
}

export function readProfile2(profile: JsonObject): IssuerProfile {
  const language = declaredLanguage(profile)
  return compact<IssuerProfile>({
    id: asId(profile) ?? '',
    types: typesOf(profile),
    name: asText(profile.name, language),
    url: asString(profile.url),
    email: asString(profile.email),
    telephone: asString(profile.telephone),
    description: asText(profile.description, language),
    image: readImage(profile.image),
    country: asString(asObject(profile.address)?.addressCountry),
    extensions: readExtensions(profile),
  })
}

export function readBadgeClass(badge: JsonObject): Achievement {
  const language = declaredLanguage(badge)
  return compact<Achievement>({
    id: asId(badge),
    types: typesOf(badge),
    name: asText(badge.name, language),
    description: asText(badge.description, language),
    criteria: readCriteria(badge.criteria, language),
    image: readImage(badge.image),
    alignments: asObjects(badge.alignment).map((item) => readAlignment(item, language)),
    tags: asStrings(badge.tags),
    language,
    version: asString(badge.version),
    resultDescriptions: [],
    related: readRelated(badge.related),
    extensions: readExtensions(badge),
  })
}

/** A URL, or a Criteria object with `id` and `narrative`. */
function readCriteria(value: Maybe, language?: string): Criteria | undefined {
  const url = asId(value)
  const narrative = isObject(value) ? asText(value.narrative, language) : undefined
  if (url === undefined && narrative === undefined) return undefined
  return compact<Criteria>({ url, narrative })
}

function readAlignment(alignment: JsonObject, language?: string): Alignment {
  return compact<Alignment>({
    targetName: asText(alignment.targetName, language),
    targetUrl: asString(alignment.targetUrl),
    targetDescription: asText(alignment.targetDescription, language),
    targetCode: asString(alignment.targetCode),
    targetFramework: asString(alignment.targetFramework),
    targetType: undefined,
  })
}

function readImage(value: Maybe): ImageReference | undefined {
  const url = asId(value)
  if (url === undefined) return undefined
  return compact<ImageReference>({
    url,
    caption: isObject(value) ? asText(value.caption) : undefined,
  })
}

function readEvidence(value: JsonValue, language?: string): Evidence {
  const evidence = isObject(value) ? value : {}
  const id = asId(value)
  return compact<Evidence>({
    id,
    url: id,
    name: asText(evidence.name, language),
    narrative: asText(evidence.narrative, language),
    description: asText(evidence.description, language),
    genre: asString(evidence.genre),
    audience: asString(evidence.audience),
  })
}

/** "IdentityObject": of several types the first is the one that counts; the others are not tried. */
function readRecipient(recipient: JsonObject | undefined): Recipient {
  const identity =
    recipient && readIdentityObject(recipient, recipient.identity, asStrings(recipient.type)[0])
  return { identities: identity ? [identity] : [] }
}

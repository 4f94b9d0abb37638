/**
 * Open Badges 3.0 AchievementCredential → Credential. Open Badges Specification v3.0, section B
 * (data model). Property names are read exactly as the contexts define them, with no other names
 * as a fallback: a fallback could show what the proof does not cover in that meaning.
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
  Result,
  ResultDescription,
  RubricLevel,
  Validity,
} from '../credential'
import type { JsonObject, JsonValue } from '../verification'
import { strictest } from './dates'
import { readIdentityObject } from './identity-object'
import { readRelated } from './related'
import { readExtensions } from '../validation/extensions'
import { embeddedEndorsements } from './embedded-endorsements'
import {
  asId,
  asNode,
  asNumber,
  asObject,
  asObjects,
  asSet,
  asString,
  asStrings,
  asText,
  compact,
  isObject,
  typesOf,
} from './json-values'

type Maybe = JsonValue | undefined

export function readCredential3(document: JsonObject, format: string): Credential {
  const subject = asNode(document.credentialSubject) ?? {}
  return compact<Credential>({
    id: asString(document.id),
    format,
    types: typesOf(document),
    name: asText(document.name),
    description: asText(document.description),
    issuer: readProfile3(document.issuer),
    achievements: asObjects(subject.achievement).map(readAchievement),
    recipient: readRecipient(subject),
    issuedOn: asString(document.awardedDate),
    ...validityOf(document),
    evidence: asSet(document.evidence).map(readEvidence),
    narrative: asText(subject.narrative),
    image: readImage(document.image) ?? readImage(subject.image),
    results: asObjects(subject.result).map(readResult),
    extensions: readExtensions(document),
    creditsEarned: asNumber(subject.creditsEarned),
    activityStart: asString(subject.activityStartDate),
    activityEnd: asString(subject.activityEndDate),
    licenseNumber: asString(subject.licenseNumber),
    role: asString(subject.role),
    term: asString(subject.term),
    endorsementCount: embeddedEndorsements(document).length,
  })
}

/** VC data model 2.0, section 4.9; 1.1, sections 4.6 and 4.7. */
export function validityOf(document: JsonObject): Validity {
  return compact<Validity>({
    validFrom: strictest(document.validFrom, document.issuanceDate, 1),
    validUntil: strictest(document.validUntil, document.expirationDate, -1),
  })
}

export function readProfile3(value: Maybe): IssuerProfile {
  const profile = asObject(value) ?? {}
  const address = asObject(profile.address)
  return compact<IssuerProfile>({
    id: asId(value) ?? '',
    types: typesOf(profile),
    name: asText(profile.name),
    url: asString(profile.url),
    email: asString(profile.email),
    telephone: asString(profile.phone),
    description: asText(profile.description),
    image: readImage(profile.image),
    // B.1.2 (Address): the code of a country, and its name.
    country: asString(address?.addressCountryCode) ?? asString(address?.addressCountry),
    identifiers: readIdentifiers(profile.otherIdentifier),
    extensions: readExtensions(profile),
  })
}

/** Open Badges 3.0, B.1.12 (IdentifierEntry). */
function readIdentifiers(value: Maybe): IssuerProfile['identifiers'] {
  const identifiers = asObjects(value).flatMap(({ identifier, identifierType }) => {
    const text = asString(identifier)
    const type = asString(identifierType)
    return text === undefined ? [] : [{ value: text, ...(type !== undefined && { type }) }]
  })
  return identifiers.length > 0 ? identifiers : undefined
}

export function readImage(value: Maybe): ImageReference | undefined {
  const url = asId(value)
  if (url === undefined) return undefined
  return compact<ImageReference>({
    url,
    caption: asText(asObject(value)?.caption),
  })
}

export function readAchievement(achievement: JsonObject): Achievement {
  return compact<Achievement>({
    id: asString(achievement.id),
    types: typesOf(achievement),
    name: asText(achievement.name),
    description: asText(achievement.description),
    achievementType: asString(achievement.achievementType),
    criteria: readCriteria(asNode(achievement.criteria)),
    image: readImage(achievement.image),
    alignments: asObjects(achievement.alignment).map(readAlignment),
    tags: asStrings(achievement.tag),
    creditsAvailable: asNumber(achievement.creditsAvailable),
    fieldOfStudy: asString(achievement.fieldOfStudy),
    humanCode: asString(achievement.humanCode),
    specialization: asString(achievement.specialization),
    language: asString(achievement.inLanguage),
    creator:
      asSet(achievement.creator).length === 0 ? undefined : readProfile3(achievement.creator),
    version: asString(achievement.version),
    resultDescriptions: asObjects(achievement.resultDescription).map(readResultDescription),
    related: readRelated(achievement.related),
    extensions: readExtensions(achievement),
  })
}

function readCriteria(criteria: JsonObject | undefined): Criteria | undefined {
  if (criteria === undefined) return undefined
  return compact<Criteria>({ url: asString(criteria.id), narrative: asText(criteria.narrative) })
}

export function readAlignment(alignment: JsonObject): Alignment {
  return compact<Alignment>({
    targetName: asText(alignment.targetName),
    targetUrl: asString(alignment.targetUrl),
    targetDescription: asText(alignment.targetDescription),
    targetCode: asString(alignment.targetCode),
    targetFramework: asString(alignment.targetFramework),
    targetType: asString(alignment.targetType),
  })
}

function readResultDescription(description: JsonObject): ResultDescription {
  return compact<ResultDescription>({
    id: asString(description.id),
    name: asText(description.name),
    resultType: asString(description.resultType),
    requiredValue: asString(description.requiredValue),
    allowedValues: someOf(asStrings(description.allowedValue)),
    valueMin: asString(description.valueMin),
    valueMax: asString(description.valueMax),
    requiredLevel: asId(description.requiredLevel),
    levels: someOf(asObjects(description.rubricCriterionLevel).map(readRubricLevel)),
  })
}

function readRubricLevel(level: JsonObject): RubricLevel {
  return compact<RubricLevel>({
    id: asString(level.id),
    name: asText(level.name),
    level: asString(level.level),
    points: asString(level.points),
    description: asText(level.description),
  })
}

function someOf<Value>(values: Value[]): Value[] | undefined {
  return values.length > 0 ? values : undefined
}

function readResult(result: JsonObject): Result {
  return compact<Result>({
    resultDescription: asId(result.resultDescription),
    value: asString(result.value),
    status: asString(result.status),
    achievedLevel: asId(result.achievedLevel),
    alignments: asObjects(result.alignment).map(readAlignment),
  })
}

function readEvidence(value: JsonValue): Evidence {
  const evidence = isObject(value) ? value : {}
  const id = asId(value)
  return compact<Evidence>({
    id,
    url: id,
    name: asText(evidence.name),
    narrative: asText(evidence.narrative),
    description: asText(evidence.description),
    genre: asString(evidence.genre),
    audience: asString(evidence.audience),
  })
}

function readRecipient(subject: JsonObject): Recipient {
  const identities = asObjects(subject.identifier).map((identity) =>
    readIdentityObject(identity, identity.identityHash, asString(identity.identityType)),
  )
  return compact<Recipient>({
    id: asString(subject.id),
    identities: identities.filter((identity) => identity !== undefined),
  })
}

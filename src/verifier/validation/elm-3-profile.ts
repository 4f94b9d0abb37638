/**
 * What a European Digital Credential cannot be without: the properties with `sh:minCount 1` in the shapes of
 * the application profile EDC-Generic 1.1.0 ("SHACL constraints for EDC Application Profile", European
 * Commission, 2023-06-05, CC BY 4.0), by the names of its JSON-LD context. What was left out are classes
 * that say nothing to whoever reads a credential, such as statistics of grades.
 */
import { nodesOf } from '../reading/elm-3-nodes'
import { asArray, asId, isObject, typesOf } from '../reading/json-values'
import { reason, type Check } from '../report'
import type { JsonObject, JsonValue } from '../verification'

const PROFILE = 'EDC-Generic'

/** By class. The credential itself is told by its place, whatever else it is. */
const REQUIRED: ReadonlyMap<string, readonly string[]> = new Map([
  ['Accreditation', ['dcType', 'title', 'accreditingAgent']],
  ['AwardingProcess', ['awardingBody']],
  ['CreditPoint', ['framework', 'point']],
  ['DisplayParameter', ['title', 'language', 'primaryLanguage', 'individualDisplay']],
  ['LearningAchievement', ['title', 'awardedBy']],
  ['LearningAchievementSpecification', ['title']],
  ['LearningActivity', ['title', 'awardedBy']],
  ['LearningActivitySpecification', ['title']],
  ['LearningAssessment', ['title', 'grade', 'awardedBy']],
  ['LearningAssessmentSpecification', ['title']],
  ['LearningEntitlement', ['title', 'awardedBy']],
  ['LearningEntitlementSpecification', ['title', 'dcType', 'entitlementStatus']],
  ['LearningOutcome', ['title']],
  ['Organisation', ['location', 'legalName']],
  ['Person', ['hasClaim']],
  ['Qualification', ['title']],
])

const OF_CREDENTIAL = [
  'credentialProfiles',
  'displayParameter',
  'issuer',
  'credentialSubject',
  'issued',
  'validFrom',
  'credentialSchema',
]

/** Paths that are named; a person reads no more. */
const MOST_NAMED = 20

/**
 * The check `profile`. What is missing is said with its path. It says something about quality and nothing
 * about authenticity, as a missing descriptor does, so that no verdict follows from it.
 */
export function checkProfile(credential: JsonObject): Check {
  const missing = missingPaths(credential)
  const reasons = missing.map((path) => reason('profile-property-missing', { path }))
  return reasons.length > 0
    ? { id: 'profile', outcome: 'warned', reasons }
    : {
        id: 'profile',
        outcome: 'passed',
        reasons: [reason('profile-conforms', { profile: PROFILE })],
      }
}

interface Place {
  value: JsonValue
  path: string
}

/** In reading order. What is only named is not looked at where it is named. */
function missingPaths(credential: JsonObject): string[] {
  const of = nodesOf(credential)
  const missing = OF_CREDENTIAL.filter((name) => isMissing(credential[name]))
  const pending: Place[] = membersOf(credential, '')
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const { value, path } = place
    if (missing.length >= MOST_NAMED) break
    // One by one: as arguments of one call, a hundred thousand are more than the stack takes.
    for (const inside of placesIn(value, path)) pending.push(inside)
    if (!isObject(value)) continue
    const described = isOnlyNamed(value) ? (of(asId(value))[0] ?? value) : value
    const required = typesOf(value).flatMap((type) => REQUIRED.get(type) ?? [])
    for (const name of new Set(required))
      if (isMissing(described[name])) missing.push(`${path}.${name}`)
  }
  return missing.slice(0, MOST_NAMED)
}

/** In reverse, since the last is looked at first. */
function placesIn(value: JsonValue, path: string): Place[] {
  if (isObject(value)) return membersOf(value, `${path}.`)
  if (!Array.isArray(value)) return []
  return value.map((item, at) => ({ value: item, path: `${path}[${at}]` })).reverse()
}

function membersOf(object: JsonObject, prefix: string): Place[] {
  return Object.entries(object)
    .map(([name, value]) => ({ value, path: `${prefix}${name.slice(0, LONGEST_NAME)}` }))
    .reverse()
}

const LONGEST_NAME = 60

function isOnlyNamed(node: JsonObject): boolean {
  return Object.keys(node).every((name) => name === 'id' || name === 'type')
}

function isMissing(value: JsonValue | undefined): boolean {
  return value === '' || asArray(value).length === 0
}

/**
 * Does a credential conform to the schemas that it names? Open Badges 3.0, section B.1.21
 * (CredentialSchema); Verifiable Credentials JSON Schema; VC data model 2.0, section 4.11.
 *
 * Schemas are never asked for: who reads what would be told to their host, and a schema that its host may
 * change proves nothing. Those of the standard stand here, as tables of its data model.
 */
import { asId, asSet, isObject, typesOf } from '../reading/json-values'
import { reason, type Check, type Reason } from '../report'
import type { JsonObject, JsonValue } from '../verification'
import { formatCheck } from './award'
import { OPEN_BADGES_3 } from './open-badges-3-classes'
import { tooLarge, validate, type Violation } from './validate'

type Class = keyof typeof OPEN_BADGES_3

/** Schemas of the standard by their name; each is published under `json/` and under `json-ld/`. */
const SCHEMAS: Record<string, Class> = {
  'ob/v3p0/ob_v3p0_achievementcredential_schema': 'AchievementCredential',
  'ob/v3p0/ob_v3p0_anyachievementcredential_schema': 'AchievementCredential',
  'ob/v3p0/ob_v3p0_endorsementcredential_schema': 'EndorsementCredential',
  'ob/v3p0/ob_v3p0_anyendorsementcredential_schema': 'EndorsementCredential',
  'ob/v3p0/ob_v3p0_profile_schema': 'Profile',
  'clr/v2p0/clr_v2p0_clrcredential_schema': 'ClrCredential',
  'clr/v2p0/clr_v2p0_achievementcredential_schema': 'AchievementCredential',
  'clr/v2p0/clr_v2p0_endorsementcredential_schema': 'EndorsementCredential',
}

const ADDRESS =
  /^https:\/\/purl\.imsglobal\.org\/spec\/(ob\/v3p0|clr\/v2p0)\/schema\/json(?:-ld)?\/([a-z0-9_]{1,80})\.json$/

/** Ways to name a JSON schema by its address. */
const TYPES: ReadonlySet<string> = new Set([
  '1EdTechJsonSchemaValidator2019',
  'JsonSchemaValidator2019',
  'JsonSchemaValidator2018',
  'JsonSchema',
])

/** The last of them stands for all that are not looked at. */
const MOST_SCHEMAS = 8

/**
 * The check `schema`: `warned` where the credential is not as a schema of the standard says that it names
 * itself, which is for a person to look at; `unknown` where a schema could not be compared with, which
 * changes no verdict; `passed` where all could, and it conforms.
 */
export function judgeSchemas(credential: JsonObject, { partly }: Disclosure): Check {
  const schemas = asSet(credential.credentialSchema)
  if (schemas.length === 0)
    return { id: 'schema', outcome: 'not-applicable', reasons: [reason('schema-none')] }
  const looked = schemas.slice(0, MOST_SCHEMAS)
  const judged = unique(looked.flatMap((schema) => judgeSchema(schema, credential, partly)))
  if (schemas.length > MOST_SCHEMAS)
    judged.push(reason('schema-not-bundled', { url: nameOf(schemas[MOST_SCHEMAS]) }))
  const ordered = judged.toSorted((a, b) => rank(a) - rank(b))
  const [worst] = ordered
  return {
    id: 'schema',
    outcome: OUTCOMES[rank(worst ?? reason('schema-none'))] ?? 'unknown',
    reasons: ordered,
  }
}

/**
 * The check `format` of a credential that names no schema of the standard: what its class demands holds
 * all the same. `undefined` where nothing essential is missing, and nothing is there several times that
 * there is one of: which of them is shown would be up to whoever holds the credential.
 */
export function validateCredential(
  credential: JsonObject,
  { partly }: Disclosure,
): Check | undefined {
  const className = classOf(credential)
  if (namesStandardSchema(credential)) return undefined
  const violations = validate(credential, className ?? 'Credential', OPEN_BADGES_3)
  if (violations === undefined) return formatCheck([tooLarge('credential')])
  return formatCheck(violations.flatMap((violation) => decisive(violation, className, partly)))
}

/** A credential of no class that is known here may lack what it will. */
function decisive(
  { essential, several, ...rest }: Violation,
  className: Class | undefined,
  partly: boolean,
): Violation[] {
  const isWrong = className !== undefined && essential && !(partly && rest.missing)
  return isWrong || several ? [{ ...rest, essential: true }] : []
}

/** `partly`: its holder chose what to show, so that what is missing may be there. */
export interface Disclosure {
  partly: boolean
}

function classOf(credential: JsonObject): Class | undefined {
  const types = typesOf(credential)
  if (types.includes('ClrCredential')) return 'ClrCredential'
  if (types.includes('EndorsementCredential')) return 'EndorsementCredential'
  return types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')
    ? 'AchievementCredential'
    : undefined
}

function namesStandardSchema(credential: JsonObject): boolean {
  return asSet(credential.credentialSchema)
    .slice(0, MOST_SCHEMAS)
    .some((schema) => isSupported(schema) && classNamed(asId(schema) ?? '') !== undefined)
}

function isSupported(schema: JsonValue): boolean {
  return isObject(schema) && typesOf(schema).some((type) => TYPES.has(type))
}

function classNamed(url: string): Class | undefined {
  const [, specification, name] = ADDRESS.exec(url) ?? []
  const key = `${specification ?? ''}/${name ?? ''}`
  return Object.hasOwn(SCHEMAS, key) ? SCHEMAS[key] : undefined
}

function judgeSchema(schema: JsonValue, credential: JsonObject, partly: boolean): Reason[] {
  if (!isSupported(schema)) {
    const type = isObject(schema) ? typesOf(schema)[0] : undefined
    return [reason('schema-not-supported', { type: (type ?? '').slice(0, 100) })]
  }
  const url = asId(schema) ?? ''
  const className = classNamed(url)
  if (className === undefined) return [reason('schema-not-bundled', { url: nameOf(schema) })]
  const violations = validate(credential, className, OPEN_BADGES_3)
  if (violations === undefined) return [reason('schema-not-compared', { schema: url })]
  if (violations.length === 0) return [reason('schema-conforms', { schema: url })]
  const said = partly ? violations.filter(({ missing }) => !missing) : violations
  if (said.length === 0) return [reason('schema-not-compared', { schema: url })]
  return said.map(({ property, expected }) =>
    reason('schema-violated', { schema: url, path: property, expected }),
  )
}

function nameOf(schema: JsonValue | undefined): string {
  return (asId(schema) ?? '').slice(0, 500)
}

const OUTCOMES = ['warned', 'unknown', 'passed'] as const

function rank({ code }: Reason): number {
  if (code === 'schema-violated') return 0
  return code === 'schema-conforms' ? 2 : 1
}

function unique(reasons: Reason[]): Reason[] {
  const texts = new Set<string>()
  return reasons.filter((item) => {
    const text = JSON.stringify(item)
    return !texts.has(text) && texts.add(text)
  })
}

import {
  decidedBy,
  type CredentialFormat,
  type Document,
  type Judgement,
} from '../judging/judgement'
import { asObject, asString, contextUrls, isObject, typesOf } from '../reading/json-values'
import { reason, type Check, type ReportKind } from '../report'
import type { JsonObject } from '../verification'

interface NamedFormat {
  name: string
  kind: ReportKind
  matches: (json: JsonObject, types: string[]) => boolean
}

/** Old, new and neighbouring formats that are recognised, so that the report can name them. */
const NAMED: NamedFormat[] = [
  { name: 'OpenBadges/0.5', kind: 'credential', matches: isOpenBadges05 },
  { name: 'OpenBadges/1.1', kind: 'credential', matches: isOpenBadges11 },
  { name: 'OpenBadges/1.0', kind: 'credential', matches: isOpenBadges10 },
  { name: 'CLR/2.0', kind: 'clr', matches: (_, types) => types.includes('ClrCredential') },
  { name: 'Blockcerts', kind: 'credential', matches: isBlockcerts },
  {
    name: 'ELM/3',
    kind: 'credential',
    matches: (_, types) => types.includes('EuropeanDigitalCredential'),
  },
  {
    name: 'ELM/3',
    kind: 'unsealed',
    matches: ({ credential, deliveryDetails }) =>
      isObject(credential) && deliveryDetails !== undefined,
  },
  {
    name: 'Endorsement/3.0',
    kind: 'endorsement',
    matches: (_, types) => types.includes('EndorsementCredential'),
  },
  {
    name: 'VerifiablePresentation',
    kind: 'presentation',
    matches: (_, types) => types.includes('VerifiablePresentation'),
  },
]

/** Recognised and named; verifying them is not supported by this version. */
export const namedOnly: CredentialFormat = {
  title: 'Open Badges 0.5, 1.0, 1.1; CLR 2.0; ELM 3; Blockcerts; endorsements; presentations',

  recognise({ json }) {
    return find(json)?.name
  },

  judge(document, format) {
    return Promise.resolve(named(document, format))
  },
}

function named({ json }: Document, format: string): Judgement {
  const check: Check = {
    id: 'format',
    outcome: 'unknown',
    reasons: [reason('format-not-supported', { format })],
  }
  return decidedBy(check, find(json)?.kind ?? 'credential')
}

function find(json: JsonObject): NamedFormat | undefined {
  const types = typesOf(json)
  return NAMED.find(({ matches }) => matches(json, types))
}

/** Mozilla's first format: the badge stands inside the assertion and carries a version. */
function isOpenBadges05({ badge, recipient }: JsonObject): boolean {
  const version = asString(asObject(badge)?.version)
  return typeof recipient === 'string' && version?.startsWith('0.') === true
}

const OPEN_BADGES_1_CONTEXT =
  /^https?:\/\/(w3id\.org\/openbadges\/v1|openbadgespec\.org\/v1\/|[a-z.]*openbadges\.org\/v1\/)/

/** 1.1 is 1.0 with a JSON-LD context. */
function isOpenBadges11(json: JsonObject): boolean {
  return contextUrls(json).some((url) => OPEN_BADGES_1_CONTEXT.test(url))
}

/** 1.0 has no context; `verify` is its own word for what 2.0 calls `verification`. */
function isOpenBadges10(json: JsonObject): boolean {
  return isObject(json.verify) && json.badge !== undefined && json['@context'] === undefined
}

function isBlockcerts(json: JsonObject, types: string[]): boolean {
  const proofTypes = typesOf(asObject(json.proof) ?? {})
  const signatureTypes = typesOf(asObject(json.signature) ?? {})
  return (
    types.includes('BlockcertsCredential') ||
    [...proofTypes, ...signatureTypes].some((type) => type.startsWith('MerkleProof20'))
  )
}

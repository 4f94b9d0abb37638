import {
  decidedBy,
  type CredentialFormat,
  type Document,
  type Judgement,
} from '../judging/judgement'
import { asObject, typesOf } from '../reading/json-values'
import { reason, type Check, type ReportKind } from '../report'
import type { JsonObject } from '../verification'

interface NamedFormat {
  name: string
  kind: ReportKind
  matches: (json: JsonObject, types: string[]) => boolean
}

/** New and neighbouring formats that are recognised, so that the report can name them. */
const NAMED: NamedFormat[] = [{ name: 'Blockcerts', kind: 'credential', matches: isBlockcerts }]

/** Recognised and named; verifying them is not supported by this version. */
export const namedOnly: CredentialFormat = {
  title: 'Blockcerts',

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

function isBlockcerts(json: JsonObject, types: string[]): boolean {
  const proofTypes = typesOf(asObject(json.proof) ?? {})
  const signatureTypes = typesOf(asObject(json.signature) ?? {})
  return (
    types.includes('BlockcertsCredential') ||
    [...proofTypes, ...signatureTypes].some((type) => type.startsWith('MerkleProof20'))
  )
}

/** Credentials as the readers of formats give them, for tests of what a badge says of itself. */
import type { Achievement, Credential, IssuerProfile } from '../../../../src/verifier/credential'
import type { DescriptorId } from '../../../../src/verifier/descriptors/descriptor-ids'
import type {
  DescriptorRow,
  DescriptorTable,
} from '../../../../src/verifier/descriptors/descriptor-table'
import { descriptorTables } from '../../../../src/verifier/descriptors/fill-table'
import { subjectOf } from '../../../../src/verifier/descriptors/subject'

export interface Described {
  achievement?: Partial<Achievement>
  achievements?: Partial<Achievement>[]
  issuer?: Partial<IssuerProfile>
  criteria?: string
  credential?: Partial<Credential>
}

export function described(parts: Described = {}): Credential {
  const { achievement = {}, achievements = [achievement], issuer, criteria, credential } = parts
  return {
    format: 'OpenBadges/3.0',
    types: ['OpenBadgeCredential'],
    issuer: { id: 'https://issuer.example/', types: ['Profile'], ...issuer },
    achievements: achievements.map((item) => ({
      types: ['Achievement'],
      alignments: [],
      tags: [],
      resultDescriptions: [],
      ...(criteria !== undefined && { criteria: { narrative: { und: criteria } } }),
      ...item,
    })),
    recipient: { identities: [] },
    evidence: [],
    results: [],
    endorsementCount: 0,
    ...credential,
  }
}

export function tablesOf(credential: Credential): DescriptorTable[] {
  return descriptorTables(subjectOf(credential))
}

/** The row of a descriptor in the first framework that asks for it. */
export function rowOf(descriptor: DescriptorId, parts: Described): DescriptorRow {
  const rows = tablesOf(described(parts)).flatMap((table) => table.rows)
  const row = rows.find((one) => one.descriptor === descriptor)
  if (row === undefined) throw new Error(`expected a framework that asks for ${descriptor}`)
  return row
}

/** Texts of a row and where each was found. */
export function saidOf(descriptor: DescriptorId, parts: Described): [string, object][] {
  return rowOf(descriptor, parts).values.map(({ text, source }) => [text, source])
}

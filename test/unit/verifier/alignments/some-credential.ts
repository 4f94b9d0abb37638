/** Credentials as small as these tests need them. */
import {
  searchedParts,
  type SearchedPart,
} from '../../../../src/verifier/alignments/searched-criteria'
import type { Achievement, Alignment, Credential } from '../../../../src/verifier/credential'
import type { DescriptorId } from '../../../../src/verifier/descriptors/descriptor-ids'

export function achievement(fields: Partial<Achievement> = {}): Achievement {
  return { types: ['Achievement'], alignments: [], tags: [], resultDescriptions: [], ...fields }
}

export function credential(
  achievements: Partial<Achievement>[],
  fields: Partial<Credential> = {},
): Credential {
  return {
    format: 'OpenBadges/3.0',
    types: ['OpenBadgeCredential'],
    issuer: { id: 'https://issuer.example', types: ['Profile'] },
    achievements: achievements.map(achievement),
    recipient: { identities: [] },
    evidence: [],
    results: [],
    endorsementCount: 0,
    ...fields,
  }
}

export function aligned(...alignments: Alignment[]): Credential {
  return credential([{ alignments }])
}

export function extended(type: string, value: unknown): Credential {
  return credential([{ extensions: [{ type, values: { [type]: value } }] }])
}

export function prose(plain: string): SearchedPart[] {
  return searchedParts([{ structured: false, sections: [], plain }], [achievement()])
}

/** Criteria with these sections, each [descriptor, heading, value]. */
export function sections(...parts: [DescriptorId, string, string][]): SearchedPart[] {
  const criteria = {
    structured: true,
    sections: parts.map(([descriptor, heading, value], index) => ({
      ...{ descriptor, heading, value },
      index: index + 1,
    })),
    plain: parts.map(([, heading, value]) => `${heading}: ${value}`).join('\n'),
  }
  return searchedParts([criteria], [achievement()])
}

/** Reports as small as the tests of a profile need them. */
import { createHash } from 'node:crypto'
import type { ProfileSource } from '../../../src/profile/awards'
import type { Achievement, Alignment, Credential } from '../../../src/verifier/credential'
import {
  reason,
  type AlignmentResult,
  type EscoFinding,
  type Reason,
  type Verdict,
  type VerificationReport,
} from '../../../src/verifier/report'
import { achievement } from '../verifier/alignments/some-credential'

export const UNIVERSITY = 'did:web:university.example'

interface Facts {
  verdict?: Verdict
  issuer?: string
  issuerName?: string
  eqf?: number
  /** Any value at all: what is no number of credits must not become one. */
  ects?: unknown
  hours?: number
  /** Names of ESCO skills, each `found` unless a finding says otherwise. */
  skills?: (string | Partial<EscoFinding>)[]
  achievement?: Partial<Achievement>
  /** Instead of one. */
  achievements?: Partial<Achievement>[]
  credential?: Partial<Credential>
  report?: Partial<VerificationReport>
}

/** A badge of the page with this id; each id is another achievement unless the facts say otherwise. */
export function badge(id: string, facts: Facts = {}): ProfileSource {
  const { verdict = 'trusted', issuer = UNIVERSITY, issuerName = 'University' } = facts
  const credential = credentialOf(id, facts)
  const report: VerificationReport = {
    schema: 1,
    kind: 'credential',
    verdict,
    ...{ reason: 'issuer-listed', reasons: [recognition(verdict, issuer)] },
    ...{ authenticity: 'holds', currency: 'current', conformity: 'conforms' },
    issuer: {
      standing: verdict === 'trusted' ? 'listed' : 'unknown',
      id: issuer,
      claimedName: issuerName,
    },
    holder: 'not-asked',
    ...{ checks: [], parts: [], needs: [], requests: [], versions: {} },
    credential,
    ...(facts.skills && { alignments: facts.skills.map(alignmentOf) }),
    source: { sha256: sha256(JSON.stringify(credential)), carrier: 'json' },
    checkedAt: '2026-06-01T00:00:00Z',
    ...facts.report,
  }
  return { id, report }
}

function credentialOf(id: string, facts: Facts): Credential {
  const { issuer = UNIVERSITY, achievements = [{ id: `urn:achievement:${id}` }] } = facts
  const items = achievements.map((item) =>
    achievement({ name: { en: `Badge ${id}` }, ...stated(facts), ...item, ...facts.achievement }),
  )
  return {
    id: `urn:credential:${id}`,
    format: 'OpenBadges/3.0',
    types: ['OpenBadgeCredential'],
    issuer: { id: issuer, types: ['Profile'], country: 'AT' },
    achievements: items,
    recipient: { id: 'did:example:holder', identities: [] },
    issuedOn: '2026-03-14T00:00:00Z',
    ...{ evidence: [], results: [], endorsementCount: 0 },
    ...facts.credential,
  }
}

function stated({ eqf, ects, hours }: Facts): Partial<Achievement> {
  const extension = (type: string, value: unknown) =>
    value === undefined ? [] : [{ type, values: { [type]: value } }]
  return {
    alignments: eqf === undefined ? [] : [eqfAlignment(eqf)],
    extensions: [...extension('ECTS', ects), ...extension('StudyLoad', hours)],
  }
}

export function eqfAlignment(level: number): Alignment {
  return { targetFramework: 'EQF', targetCode: String(level) }
}

function alignmentOf(skill: string | Partial<EscoFinding>, index: number): AlignmentResult {
  const uri = (name: string) => `http://data.europa.eu/esco/skill/${sha256(name).slice(0, 8)}`
  const esco: EscoFinding =
    typeof skill === 'string'
      ? { result: 'found', uri: uri(skill), label: skill, concept: 'skill' }
      : { result: 'unchecked', ...skill }
  return {
    at: { place: 'alignment', index: index + 1 },
    kind: 'esco',
    name: { en: typeof skill === 'string' ? skill : 'What the badge calls it' },
    esco,
  }
}

function recognition(verdict: Verdict, issuer: string): Reason {
  return verdict === 'trusted'
    ? reason('issuer-listed', { name: 'Registered University', list: 'Providers' })
    : reason('issuer-unknown', { issuer: new URL(issuer).pathname, claimedName: 'Anything' })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

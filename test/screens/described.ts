/** Reports whose badge says what a micro-credential should say: fully, partly, and in contradiction. */
import type { Achievement, Alignment, Credential } from '../../src/verifier/credential'
import { descriptorTables } from '../../src/verifier/descriptors/fill-table'
import { subjectOf } from '../../src/verifier/descriptors/subject'
import type { AlignmentResult, EscoFinding, VerificationReport } from '../../src/verifier/report'
import { CREDENTIAL } from './credential'
import { AUTHENTIC, TRUSTED } from './reports'

const CRITERIA = [
  'Learning outcomes: cleans, models and explains data sets of moderate size; presents what follows from them.',
  'Notional workload: 3 ECTS (80 hours).',
  'Level: EQF 6.',
  'Type of assessment: supervised project, graded by two examiners.',
  'Form of participation: online, with two days on site.',
  'Quality assurance: institutional accreditation, ESG 2015.',
  'Credit: 3 ECTS.',
  'Language: English.',
  'Certification: conforms to the JV-Campus guideline 1.1.',
  'Prerequisites:',
].join('\n')

const ESCO = 'http://data.europa.eu/esco/skill/'

const alignments: Alignment[] = [
  skill('perform data analysis', '2b92a5b2-6758-4ee3-9fb4-b6387a55cc8f'),
  skill('data pictures', '143769b6-2ac5-4d8c-9e4d-9d3c9e7f0f11'),
  skill('use punched cards', '5f1f8f0a-22a5-4c06-a2b4-6d3f6c1f4a22'),
  { targetName: { en: 'statistics' }, targetUrl: 'urn:uuid:9d0e4c2a-0000-4000-8000-000000000001' },
  skill('data storytelling', '00000000-0000-4000-8000-000000000000'),
  skill('think critically', '11111111-0000-4000-8000-000000000000'),
  {
    targetName: { en: 'Level 6' },
    targetUrl: 'http://data.europa.eu/snb/eqf/6',
    targetFramework: 'European Qualifications Framework',
    targetCode: '6',
  },
]

function skill(name: string, id: string): Alignment {
  return { targetName: { en: name }, targetUrl: ESCO + id, targetFramework: 'ESCO' }
}

const source = { version: '1.2.0', source: 'offline', asOf: '2026-05-12T00:00:00Z' } as const

const FINDINGS: (EscoFinding | undefined)[] = [
  { result: 'found', label: 'perform data analysis', concept: 'skill', ...source },
  {
    result: 'label-differs',
    label: 'data visualisation software',
    concept: 'knowledge',
    ...source,
  },
  { result: 'obsolete', label: 'use punched cards', concept: 'skill', ...source },
  { result: 'label-only', label: 'statistics', concept: 'knowledge', ...source },
  { result: 'not-found', ...source },
  { result: 'unchecked' },
]

const results = alignments.map((alignment, index): AlignmentResult => {
  const { targetName: name, targetCode: code, targetFramework: framework, targetUrl } = alignment
  const esco = FINDINGS[index]
  return {
    at: { place: 'alignment', index: index + 1 },
    kind: esco === undefined ? 'eqf' : 'esco',
    ...(name && { name }),
    ...(code !== undefined && { code }),
    ...(framework !== undefined && { framework }),
    ...(targetUrl?.startsWith('http') && { link: targetUrl }),
    ...(esco && { esco }),
  }
})

function described(
  report: VerificationReport,
  changes: Partial<Achievement>,
  found: AlignmentResult[] = [],
): VerificationReport {
  const achievement: Achievement = { ...CREDENTIAL.achievements[0]!, ...changes }
  const credential: Credential = { ...CREDENTIAL, achievements: [achievement] }
  const subject = subjectOf(credential)
  const { levels, workload } = subject
  const descriptors = descriptorTables(subject)
  return { ...report, credential, alignments: found, descriptors, levels, workload }
}

/** Says all, and its skills are in every state. */
export const COMPLETE = described(
  TRUSTED,
  { criteria: { narrative: { en: CRITERIA } }, alignments },
  results,
)

/** Its criteria are one text, and nothing else is said. */
export const SPARSE = described(AUTHENTIC, {
  criteria: { narrative: { en: 'Was there on both days.' } },
  alignments: [],
  creditsAvailable: -3,
})

/** Two levels, one that is none, and hours that its credits do not stand for. */
export const CONTRADICTORY = described(AUTHENTIC, {
  criteria: {
    narrative: {
      en: 'Learning outcomes: reads a balance sheet.\nLevel: EQF 5\nWorkload: 6 ECTS (20 hours)\nType of assessment:',
    },
  },
  alignments: [
    { targetName: { en: 'EQF level 7' }, targetFramework: 'EQF', targetCode: '7' },
    { targetName: { en: 'EQF level 9' }, targetFramework: 'EQF', targetCode: '9' },
  ],
  extensions: [{ type: 'ECTS', values: { ECTS: 6 } }],
})

import type { PageHealth } from '../../src/platform/health-shapes'
import type { OwnFinding, OwnIdentity } from '../../src/platform/own-identity-shapes'
import { reason } from '../../src/verifier/report'

/** With and without a name of the user's, and one as long as names get. */
export const IDENTITIES: OwnIdentity[] = [
  { id: '1', kind: 'email', label: 'University', inMemory: true },
  { id: '2', kind: 'person', label: '', inMemory: false },
  {
    id: '3',
    kind: 'url',
    label: 'Portfolio\u202E with a name that is ver'.padEnd(60, 'y'),
    inMemory: false,
  },
]

const by = { kind: 'email', label: 'University' } as const

export const OWN: Record<string, OwnFinding> = {
  trusted: { is: 'yours', by },
  japanese: { is: 'yours', by: { kind: 'person', label: '' } },
  authentic: { is: 'others' },
  expired: { is: 'yours', by },
  altered: { is: 'names-you', by },
}

/** Every kind of fault, and one badge of which hardly anything is known. */
export const HEALTH: PageHealth = {
  ...{ host: 'jobs.example', judgedAt: '2026-11-22T12:00:00Z', knowsOwn: true },
  ...{ others: 1, notChecked: 2 },
  badges: [
    {
      ...{ id: 'trusted', name: 'Data Analysis Foundations', own: { is: 'yours', by } },
      findings: [
        { topic: 'verifies', state: 'ok', code: 'verifies' },
        { topic: 'data', state: 'look', code: 'data-stripped', host: 'badges.school.example' },
        { topic: 'hosted', state: 'ok', code: 'hosted-reachable', host: 'badges.school.example' },
        { topic: 'picture', state: 'ok', code: 'picture-same' },
        { topic: 'end', state: 'look', code: 'end-soon', date: '2026-12-24T00:00:00Z', days: 31 },
        {
          ...{ topic: 'descriptors', state: 'look', code: 'descriptors-missing' },
          descriptors: ['workload', 'assessment-type', 'participation-form', 'quality-assurance'],
          framework: { id: 'eu-annex-1', document: 'Council Recommendation' },
        },
      ],
    },
    {
      ...{ id: 'altered', name: 'Financial Analyst Level II', own: { is: 'names-you', by } },
      findings: [
        {
          ...{ topic: 'verifies', state: 'look', code: 'does-not-verify' },
          reason: reason('altered', { suite: 'eddsa-jcs-2022' }),
        },
        { topic: 'data', state: 'look', code: 'data-not-genuine' },
        {
          ...{ topic: 'hosted', state: 'look', code: 'hosted-revoked' },
          host: 'badges.school.example',
        },
        { topic: 'picture', state: 'unknown', code: 'picture-not-compared' },
        { topic: 'end', state: 'unknown', code: 'end-unproven' },
        { topic: 'descriptors', state: 'unknown', code: 'descriptors-unproven' },
      ],
    },
    {
      ...{ id: 'japanese', name: '食品安全マネジメント基礎', own: { is: 'unknown' } },
      findings: [
        { topic: 'verifies', state: 'ok', code: 'verifies-recognised' },
        { topic: 'data', state: 'ok', code: 'data-in-picture' },
        { topic: 'hosted', state: 'ok', code: 'hosted-not-needed' },
        { topic: 'picture', state: 'unknown', code: 'picture-none' },
        { topic: 'end', state: 'ok', code: 'end-none' },
        { topic: 'descriptors', state: 'ok', code: 'descriptors-complete' },
      ],
    },
  ],
}

export const HEALTHY: PageHealth = {
  ...{ host: 'jobs.example', judgedAt: '2026-11-22T12:00:00Z', knowsOwn: false },
  ...{ others: 0, notChecked: 0 },
  badges: [
    {
      ...{ id: 'trusted', name: 'Data Analysis Foundations' },
      findings: [{ topic: 'verifies', state: 'ok', code: 'verifies' }],
    },
  ],
}

/** Reports with credentials inside: a learner record, and a badge with endorsements. */
import {
  reason,
  type Check,
  type PartPlace,
  type VerificationReport,
} from '../../src/verifier/report'
import { CREDENTIAL } from './credential'
import { ALTERED, AUTHENTIC, EXPIRED, TRUSTED, UNVERIFIABLE } from './reports'

function part(
  report: VerificationReport,
  name: string,
  place: PartPlace = { role: 'credential', subject: 'same' },
): VerificationReport {
  const achievement = { ...CREDENTIAL.achievements[0]!, name: { en: name } }
  const credential = { ...CREDENTIAL, achievements: [achievement] }
  return { ...embedded(report), place, credential }
}

function embedded(report: VerificationReport): VerificationReport {
  const carrier = 'embedded' as const
  const found: Check = {
    id: 'carrier',
    outcome: 'passed',
    reasons: [reason('carrier-found', { carrier })],
  }
  const checks = [found, ...report.checks.filter(({ id }) => id !== 'carrier')]
  return { ...report, checks, source: { ...report.source, carrier }, requests: [] }
}

function withCheck(checks: Check[], check: Check): Check[] {
  return [...checks.filter(({ id }) => id !== check.id), check]
}

const partsCheck: Check = {
  id: 'parts',
  outcome: 'failed',
  reasons: [
    reason('parts-fail', { count: 1, total: 4 }),
    reason('parts-need-attention', { count: 1, total: 4 }),
    reason('parts-not-checked', { count: 1, total: 4 }),
  ],
}

export const CLR: VerificationReport = {
  ...TRUSTED,
  kind: 'clr',
  verdict: 'attention',
  reason: 'parts-fail',
  reasons: [...partsCheck.reasons, ...TRUSTED.reasons],
  conformity: 'questionable',
  format: 'CLR/2.0',
  checks: withCheck(TRUSTED.checks, partsCheck),
  credential: {
    ...CREDENTIAL,
    format: 'CLR/2.0',
    name: { en: 'Transcript of studies' },
    achievements: [],
    results: [],
    evidence: [],
  },
  parts: [
    part(AUTHENTIC, 'Machine Learning in Production'),
    part(EXPIRED, 'Data Protection Practitioner', { role: 'credential', subject: 'differs' }),
    part(ALTERED, 'Financial Analyst Level II'),
    part(UNVERIFIABLE, 'Cloud Fundamentals for teams that move between several providers'),
  ],
}

const COMMENT = { en: 'We have examined with this university for ten years and stand behind it.' }

function endorsement(report: VerificationReport, place: Partial<PartPlace>): VerificationReport {
  return {
    ...embedded(report),
    kind: 'endorsement',
    format: 'Endorsement/3.0',
    place: { role: 'endorsement', subject: 'same', ...place },
    credential: {
      ...CREDENTIAL,
      name: { en: 'Endorsement of Data Analysis Foundations' },
      achievements: [],
      endorses: { id: CREDENTIAL.achievements[0]!.id!, comment: COMMENT },
    },
  }
}

const endorsementsCheck: Check = {
  id: 'endorsements',
  outcome: 'warned',
  reasons: [
    reason('endorsements-fail', { count: 1 }),
    reason('endorsements-hold', { count: 1, recognised: 0 }),
  ],
}

export const ENDORSED: VerificationReport = {
  ...TRUSTED,
  verdict: 'attention',
  reason: 'endorsements-fail',
  reasons: [...endorsementsCheck.reasons, ...TRUSTED.reasons],
  conformity: 'questionable',
  checks: withCheck(TRUSTED.checks, endorsementsCheck),
  credential: { ...CREDENTIAL, endorsementCount: 2 },
  parts: [endorsement(AUTHENTIC, {}), endorsement(ALTERED, { subject: 'same' })],
}

/** Reports of sealed European Digital Credentials: the four kinds of seals, and what is wrong with some. */
import {
  reason,
  type Check,
  type CheckId,
  type Outcome,
  type Reason,
  type Seal,
  type Verdict,
  type VerificationReport,
} from '../../src/verifier/report'
import { readElm3 } from '../../src/verifier/reading/elm-3'
import type { JsonObject } from '../../src/verifier/verification'
import { europeanCredential } from '../fixtures/elm-3'
import { CREDENTIAL } from './credential'
import { TRUSTED } from './reports'

const SEALER = 'Example University of Technology'
const AUTHORITY = 'Example Timestamping Authority'

const QUALIFIED: Seal = {
  level: 'qualified',
  algorithm: 'ES256',
  certificate: {
    subject: {
      organisation: SEALER,
      identifier: 'NTRAT-123456a',
      commonName: `${SEALER} eSeal 2025`,
      country: 'AT',
    },
    issuer: {
      organisation: 'Example Trust Services GmbH',
      identifier: 'VATAT-U12345678',
      commonName: 'Example Qualified Seal CA 3',
      country: 'AT',
    },
    serialNumber: '3A7F00C1D2',
    notBefore: '2025-01-10T00:00:00Z',
    notAfter: '2028-01-10T00:00:00Z',
    sha256: '0f'.repeat(32),
    statements: { qualified: true, device: true, forSeals: true },
    forTests: false,
  },
  chain: [
    { organisation: SEALER },
    { organisation: 'Example Trust Services GmbH', commonName: 'Example Qualified Seal CA 3' },
    { commonName: 'Example Root CA', country: 'AT' },
  ],
  time: {
    at: '2026-03-14T09:21:07Z',
    source: 'timestamp',
    authority: { organisation: AUTHORITY, country: 'AT' },
  },
  sealer: 'issuer',
  trustedList: {
    ...{ country: 'AT', service: 'Example Qualified Seal CA 3', issued: '2026-10-28T00:00:00Z' },
    nextUpdate: '2027-04-28T00:00:00Z',
  },
}

const { trustedList: _, ...UNLISTED } = QUALIFIED

const NAMED = { name: { en: 'Data Analysis Foundations' }, issuer: CREDENTIAL.issuer }

const check = (id: CheckId, outcome: Outcome, ...reasons: Reason[]): Check => ({
  id,
  outcome,
  reasons,
})

const sealedBy = reason('issuer-sealed', { name: SEALER })
const unknown = reason('issuer-unknown', { issuer: 'urn:x509:sha256:0f0f0f0f' })
const onList = { service: 'Example Qualified Seal CA 3', country: 'AT', issued: '2026-10-28' }
const listed = reason('trusted-list-qualified', onList)

const CHECKS: Check[] = [
  check('carrier', 'passed', reason('carrier-found', { carrier: 'json' })),
  check('format', 'passed', reason('format-recognised', { format: 'ELM/3' })),
  check('profile', 'passed', reason('profile-conforms', { profile: 'Generic' })),
  check('proof', 'passed', reason('seal-holds', { algorithm: 'ES256', sealer: SEALER })),
  check(
    'certificate',
    'passed',
    reason('certificate-fits', { sealer: SEALER, issuer: 'Example Qualified Seal CA 3' }),
  ),
  check('chain', 'passed', reason('chain-whole', { root: 'Example Root CA' })),
  check(
    'seal-time',
    'passed',
    reason('seal-time-trusted', { date: '2026-03-14T09:21:07Z', authority: AUTHORITY }),
    reason('certificate-in-force', { until: '2028-01-10T00:00:00Z' }),
  ),
  check(
    'seal-revocation',
    'passed',
    reason('certificate-not-revoked', {
      authority: 'Example OCSP 2026',
      date: '2026-03-14T09:21:09Z',
    }),
  ),
  check('trusted-list', 'passed', listed),
  check('sealer', 'passed', reason('sealer-is-issuer', { name: SEALER })),
  check('dates', 'passed', reason('in-force', { from: '2026-03-14T00:00:00Z' })),
  check('status', 'not-applicable', reason('no-status-published')),
  check('accreditation', 'not-applicable', reason('accreditation-none')),
  check('issuer', 'passed', sealedBy),
  check('recipient', 'not-applicable', reason('holder-not-asked')),
]

interface Sealed {
  verdict: Verdict
  seal: Seal
  reasons: Reason[]
  checks?: Check[]
}

function sealed({ verdict, seal, reasons, checks = [] }: Sealed): VerificationReport {
  const { organisation: sealer = '' } = seal.certificate.subject
  const standing = verdict === 'trusted' ? 'sealed' : 'unknown'
  const [first] = reasons
  if (first === undefined) throw new Error('A report has a reason')
  return {
    ...TRUSTED,
    verdict,
    reasons,
    reason: first.code,
    authenticity: verdict === 'invalid' ? 'fails' : 'holds',
    conformity: verdict === 'attention' ? 'questionable' : 'conforms',
    format: 'ELM/3',
    issuer: {
      ...{ standing, id: `urn:x509:sha256:${seal.certificate.sha256}`, claimedName: SEALER },
      seal: { level: seal.level, sealer },
    },
    seal,
    checks: CHECKS.map((each) => checks.find(({ id }) => id === each.id) ?? each),
    credential: { ...readElm3(europeanCredential() as JsonObject, 'ELM/3'), ...NAMED },
    source: { ...TRUSTED.source, carrier: 'json' },
  }
}

const notAsked = reason('trusted-list-not-asked', { country: 'AT' })
const selfDeclared = reason('seal-time-self-declared', { date: '2026-03-14T09:21:07Z' })
const differs = reason('sealer-differs', { sealer: 'Example Seals Ltd', issuer: SEALER })
const revoked = reason('certificate-revoked', { date: '2025-12-01T00:00:00Z' })
const lacks = reason('trusted-list-lacks', { issuer: 'Home-made CA', country: 'AT' })
const incomplete = reason('chain-incomplete', { issuer: 'Home-made CA' })
const onListToo = reason('trusted-list-qualified-certificate', onList)
const issuerUnknown = check('issuer', 'unknown', unknown)

export const SEALED: Record<string, VerificationReport> = {
  qualified: sealed({ verdict: 'trusted', seal: QUALIFIED, reasons: [sealedBy] }),
  'qualified-certificate': sealed({
    verdict: 'authentic',
    seal: {
      ...QUALIFIED,
      level: 'advanced-qualified-certificate',
      certificate: {
        ...QUALIFIED.certificate,
        statements: { qualified: true, device: false, forSeals: true },
      },
    },
    reasons: [unknown],
    checks: [check('trusted-list', 'passed', onListToo), issuerUnknown],
  }),
  advanced: sealed({
    verdict: 'attention',
    seal: {
      ...{ ...UNLISTED, level: 'advanced' },
      time: { at: '2026-03-14T09:21:07Z', source: 'self-declared' },
    },
    reasons: [selfDeclared, notAsked, unknown],
    checks: [
      check('seal-time', 'warned', selfDeclared),
      check('trusted-list', 'unknown', notAsked),
      check('sealer', 'unknown', reason('sealer-unproven', { name: SEALER })),
      issuerUnknown,
    ],
  }),
  'unknown-chain': sealed({
    verdict: 'attention',
    seal: {
      ...{ ...UNLISTED, level: 'unknown-chain' },
      certificate: {
        ...QUALIFIED.certificate,
        issuer: { commonName: 'Home-made CA' },
        statements: { qualified: false, device: false, forSeals: false },
      },
      chain: [{ organisation: SEALER }],
      time: { source: 'none' },
    },
    reasons: [incomplete, lacks, reason('seal-time-none'), unknown],
    checks: [
      check('chain', 'unknown', incomplete),
      check('seal-time', 'unknown', reason('seal-time-none')),
      check('trusted-list', 'failed', lacks),
      issuerUnknown,
    ],
  }),
  'other-sealer': sealed({
    verdict: 'attention',
    seal: {
      ...QUALIFIED,
      sealer: 'other',
      certificate: {
        ...QUALIFIED.certificate,
        subject: { organisation: 'Example Seals Ltd', identifier: 'VATIE-1234567T', country: 'IE' },
      },
    },
    reasons: [differs, unknown],
    checks: [check('sealer', 'warned', differs), issuerUnknown],
  }),
  revoked: sealed({
    verdict: 'invalid',
    seal: UNLISTED,
    reasons: [revoked],
    checks: [check('seal-revocation', 'failed', revoked)],
  }),
}

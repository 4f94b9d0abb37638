import {
  reason,
  type Check,
  type CheckId,
  type Outcome,
  type Reason,
  type VerificationReport,
} from '../../src/verifier/report'
import { CREDENTIAL } from './credential'

const OB3 = 'https://www.imsglobal.org/spec/ob/v3p0/'

function check(id: CheckId, outcome: Outcome, reasons: Reason[], spec?: string): Check {
  return spec === undefined ? { id, outcome, reasons } : { id, outcome, reasons, spec: OB3 + spec }
}

const notReached = (id: CheckId): Check => check(id, 'not-applicable', [reason('not-reached')])
const carrier = check(
  'carrier',
  'passed',
  [reason('carrier-found', { carrier: 'png-itxt' })],
  '#baking',
)
const format = check('format', 'passed', [
  reason('format-recognised', { format: 'OpenBadges/3.0' }),
])
const signature = reason('signature-holds', {
  suite: 'eddsa-rdfc-2022',
  method: 'did:web:tech.example#k1',
})
const proof = check('proof', 'passed', [signature], '#proof')
const key = check('key', 'passed', [
  reason('key-listed-by-issuer', {
    issuer: 'did:web:tech.example',
    method: 'did:web:tech.example#k1',
  }),
])
const inForce = reason('in-force', { from: '2026-03-14T00:00:00Z', until: '2029-03-14T00:00:00Z' })
const dates = check('dates', 'passed', [inForce], '#validity')
const status = check(
  'status',
  'passed',
  [reason('not-revoked', { host: 'tech.example' })],
  '#status',
)
const listed = reason('issuer-listed', {
  name: 'Example University of Technology',
  list: 'Accredited providers, second-level audit',
  updated: '2026-11-02T00:00:00Z',
})
const recipient = check('recipient', 'not-applicable', [reason('holder-not-asked')])
const endorsements = check('endorsements', 'not-applicable', [reason('endorsements-none')])

export const TRUSTED: VerificationReport = {
  schema: 1,
  kind: 'credential',
  verdict: 'trusted',
  reason: 'issuer-listed',
  reasons: [listed, signature, inForce],
  authenticity: 'holds',
  currency: 'current',
  conformity: 'conforms',
  issuer: {
    standing: 'listed',
    id: 'did:web:tech.example',
    claimedName: 'Example University of Technology',
  },
  holder: 'not-asked',
  format: 'OpenBadges/3.0',
  checks: [
    carrier,
    format,
    proof,
    key,
    dates,
    status,
    check('issuer', 'passed', [listed]),
    recipient,
    endorsements,
  ],
  credential: CREDENTIAL,
  parts: [],
  needs: [],
  requests: [
    {
      host: 'tech.example',
      url: 'https://tech.example/.well-known/did.json',
      purpose: 'key',
      status: 200,
      ms: 84.2,
    },
    {
      host: 'tech.example',
      url: 'https://tech.example/status/3',
      purpose: 'status',
      status: 200,
      ms: 41.7,
    },
  ],
  source: {
    sha256: '5d41402abc4b2a76b9719d911017c592ae2f1c7c0a2fd0f4c1bb6d2f9f1e0c3d',
    imageSha256: '7b502c3a1f48c8609ae212cdfb639dee39673f5e1c2a4b6d8e0f1a3b5c7d9e1f',
    carrier: 'png-itxt',
    text: JSON.stringify({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: 'did:web:tech.example' },
    }),
  },
  checkedAt: '2026-11-21T10:42:00Z',
  freshUntil: '2026-11-21T22:42:00Z',
  versions: { verifier: '0.1.0', contexts: '2026-11-01' },
}

function variant(changes: Partial<VerificationReport>): VerificationReport {
  const reasons = changes.reasons ?? TRUSTED.reasons
  return { ...TRUSTED, reason: reasons[0]?.code ?? TRUSTED.reason, ...changes }
}

const unknown = reason('issuer-unknown', {
  issuer: 'skills.example',
  claimedName: 'Grand Institute',
})
const skills = {
  standing: 'unknown',
  id: 'https://skills.example/issuer',
  claimedName: 'Grand Institute',
} as const
const unrecognised = check('issuer', 'unknown', [unknown])

export const AUTHENTIC = variant({
  verdict: 'authentic',
  reasons: [unknown, signature],
  issuer: skills,
  checks: [
    carrier,
    format,
    check('proof', 'passed', [reason('hosted-copy-read', { host: 'skills.example' })]),
    check('key', 'passed', [
      reason('hosted-in-scope', { host: 'skills.example', issuerHost: 'skills.example' }),
    ]),
    check('copy', 'passed', [reason('baked-copy-agrees')]),
    dates,
    check('status', 'not-applicable', [reason('no-status-published')]),
    unrecognised,
    recipient,
    endorsements,
  ],
})

const expired = reason('expired', { date: '2026-01-31T00:00:00Z' })
export const EXPIRED = variant({
  verdict: 'attention',
  reasons: [expired, listed],
  currency: 'expired',
  checks: TRUSTED.checks.map((each) =>
    each.id === 'dates' ? check('dates', 'failed', [expired]) : each,
  ),
  credential: { ...CREDENTIAL, validUntil: '2026-01-31T00:00:00Z' },
})

const altered = reason('altered', { suite: 'eddsa-rdfc-2022' })
const afterProof: CheckId[] = [
  'key',
  'copy',
  'dates',
  'status',
  'issuer',
  'recipient',
  'endorsements',
]
export const ALTERED = variant({
  verdict: 'invalid',
  reasons: [altered],
  authenticity: 'fails',
  issuer: { standing: 'unknown', id: 'https://badges.example/', claimedName: 'Famous Bank' },
  checks: [
    carrier,
    format,
    check('proof', 'failed', [altered], '#proof'),
    ...afterProof.map(notReached),
  ],
})

const silent = reason('host-unreachable', { host: 'cloud.example' })
export const UNVERIFIABLE = variant({
  verdict: 'unverifiable',
  reasons: [silent],
  authenticity: 'unknown',
  issuer: { standing: 'unknown', id: 'https://cloud.example/issuer' },
  checks: [carrier, format, check('proof', 'unknown', [silent]), ...afterProof.map(notReached)],
  requests: [
    { host: 'cloud.example', url: 'https://cloud.example/a/1', purpose: 'assertion', ms: 10_000 },
  ],
})

const noData = reason('no-badge-data')
export const NONE = variant({
  kind: 'none',
  verdict: 'none',
  reasons: [noData],
  authenticity: 'unknown',
  issuer: { standing: 'unknown', id: '' },
  checks: [check('carrier', 'failed', [noData])],
})
Reflect.deleteProperty(NONE, 'credential')

export const MATCHED = variant({
  holder: 'matches',
  checks: TRUSTED.checks.map((each) =>
    each.id === 'recipient' ? check('recipient', 'passed', [reason('holder-matches')]) : each,
  ),
})

const LONG =
  '<img src=x onerror=alert(1)> \u202Egnp.egdab\u202C ' + 'Unbrokenverylongname'.repeat(500)
export const HOSTILE = variant({
  verdict: 'authentic',
  reasons: [reason('issuer-unknown', { issuer: 'evil.example', claimedName: LONG })],
  issuer: { standing: 'unknown', id: 'https://evil.example/', claimedName: LONG },
  checks: AUTHENTIC.checks,
  credential: {
    ...CREDENTIAL,
    issuer: {
      id: 'https://evil.example/',
      types: [],
      name: { und: LONG },
      url: 'javascript:alert(1)',
    },
    achievements: [
      {
        ...CREDENTIAL.achievements[0]!,
        name: { und: LONG },
        description: { ar: 'شهادة <script>alert(1)</script> في تحليل البيانات' },
        criteria: { url: 'javascript:alert(document.domain)', narrative: { und: LONG } },
        alignments: [
          { targetName: { und: LONG }, targetUrl: 'data:text/html,<script>alert(1)</script>' },
        ],
        tags: [LONG],
      },
    ],
    evidence: [
      { url: 'https://user:secret@evil.example/' + 'path/'.repeat(60), name: { und: LONG } },
    ],
  },
  source: { ...TRUSTED.source, text: `{"name":"a\u202Eb","n":"${'x'.repeat(400)}"}` },
})

import { describe, expect, it } from 'vitest'
import { issuerBySeal } from '../../../../src/verifier/issuers/sealed-issuer'
import type { Seal } from '../../../../src/verifier/seals/seal'

const SEAL: Seal = {
  level: 'qualified',
  algorithm: 'RS256',
  certificate: {
    subject: { organisation: 'University of Example', commonName: 'Seal 1' },
    issuer: { commonName: 'CA' },
    serialNumber: '01',
    notBefore: '2024-01-01T00:00:00Z',
    notAfter: '2030-01-01T00:00:00Z',
    sha256: 'ab'.repeat(32),
    statements: { qualified: true, device: true, forSeals: true },
    forTests: false,
  },
  chain: [],
  time: { at: '2026-01-15T10:00:00Z', source: 'timestamp' },
  sealer: 'issuer',
}

describe('a seal vouches for an issuer', () => {
  it('that is the sealer, under the name of the certificate', () => {
    expect(issuerBySeal(SEAL)).toEqual({
      standing: 'sealed',
      check: {
        id: 'issuer',
        outcome: 'passed',
        reasons: [{ code: 'issuer-sealed', params: { name: 'University of Example' } }],
      },
    })
  })

  it.each<[string, Partial<Seal>]>([
    ['it is qualified by its certificate alone', { level: 'advanced-qualified-certificate' }],
    ['no list has qualified it', { level: 'advanced' }],
    ['its chain is unknown', { level: 'unknown-chain' }],
    ['the sealer is another', { sealer: 'other' }],
    ['the sealer cannot be compared', { sealer: 'unknown' }],
    ['the sealer alone says when', { time: { source: 'self-declared' } }],
    ['a clock that nobody vouches for says when', { time: { source: 'unproven-timestamp' } }],
    ['nobody says when', { time: { source: 'none' } }],
  ])('never where %s', (_, change) => {
    expect(issuerBySeal({ ...SEAL, ...change })).toBeUndefined()
  })
})

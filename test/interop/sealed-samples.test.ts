/**
 * Two genuine European Digital Credentials, sealed in 2023 with a certificate for tests and timestamps of an
 * authority that is for tests, too: both verify, and neither is vouched for by anybody.
 */
import { describe, expect, it } from 'vitest'
import { parseSealedDocument } from '../../src/verifier/proofs/jades'
import { judgeSeal, type SealFinding } from '../../src/verifier/seals/judge-seal'
import type { Verification } from '../../src/verifier/verification'
import { corpusJson, hasCorpus } from './w3c-corpus'

const SAMPLES = {
  'Sample-CertOfPart-signed.jsonld': '2023-09-27T12:07:04.000Z',
  'Sample-MC-Annex1-signed.jsonld': '2023-09-27T11:54:20.000Z',
}

const PARTIES = {
  issuer: { names: ['ORGANIZACION TEST'], identifiers: ['VATES-A00000000'] },
  awardingBodies: [],
}

/** Nobody may be asked. */
const verification = {
  environment: { fetch: () => Promise.reject(new Error('asked')) },
  http: {},
  now: new Date('2026-02-01T00:00:00Z'),
} as unknown as Verification

async function judge(file: string, alter = (text: string) => text): Promise<SealFinding> {
  const json = corpusJson(`elm/${file}`)
  const document = parseSealedDocument({ ...json, payload: alter(json.payload as string) })
  if ('reason' in document) throw new Error(document.reason.code)
  return judgeSeal(document, PARTIES, verification)
}

function reasonsOf({ checks }: SealFinding, id: string): unknown[] {
  return checks.filter((check) => check.id === id).flatMap(({ reasons }) => reasons)
}

describe.skipIf(!hasCorpus('elm')).each(Object.entries(SAMPLES))('%s', (file, stampedAt) => {
  it('holds, under a certificate for tests', async () => {
    const found = await judge(file)
    expect(found).toMatchObject({
      authenticity: 'holds',
      questionable: true,
      issuerId: expect.stringMatching(/^urn:x509:sha256:c858624a/) as string,
      seal: {
        algorithm: 'RS256',
        level: 'unknown-chain',
        sealer: 'issuer',
        certificate: {
          notAfter: '2025-05-10T14:31:15.000Z',
          statements: { qualified: true, device: false, forSeals: true },
          forTests: true,
        },
      },
    })
    expect(found.seal?.chain.map(({ commonName }) => commonName)).toEqual([
      'TEST SEAL',
      'ANF AC Qualified Certificates for eSeal',
    ])
    expect(reasonsOf(found, 'chain')).toMatchObject([
      { code: 'chain-incomplete', params: { issuer: 'ANF Global Root CA' } },
    ])
  })

  it('was stamped by an authority that nobody vouches for, and has expired since', async () => {
    const found = await judge(file)
    expect(found.seal?.time).toEqual({
      at: stampedAt,
      source: 'unproven-timestamp',
      authority: { organisation: 'Nowina Solutions', commonName: 'good-tsa', country: 'LU' },
    })
    expect(reasonsOf(found, 'seal-time')).toMatchObject([
      { code: 'seal-time-unproven', params: { authority: 'good-tsa' } },
      { code: 'certificate-expired-since' },
    ])
  })

  it('holds an answer that its certificate was not revoked', async () => {
    expect(reasonsOf(await judge(file), 'seal-revocation')).toMatchObject([
      {
        code: 'certificate-not-revoked',
        params: { authority: 'ANF AC Qualified Certificates for eSeal Responder 1468' },
      },
    ])
  })

  it('does not hold with one letter changed', async () => {
    const found = await judge(file, (text) => text.replace('TEST', 'BEST'))
    expect(found).toMatchObject({ authenticity: 'fails', issuerId: '' })
    expect(reasonsOf(found, 'proof')).toMatchObject([{ code: 'altered' }])
  })
})

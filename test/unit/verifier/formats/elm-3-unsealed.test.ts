/** European Digital Credentials that nobody sealed: they are read and named, and are never fine. */
import { describe, expect, it } from 'vitest'
import { verifyBadge } from '../../../../src/verifier'
import { europeanCredential } from '../../../fixtures/elm-3'
import { UNIVERSITY } from '../../../fixtures/issuers'
import { credential as openBadge } from '../../../fixtures/open-badges-3'
import { signDataIntegrity, signVcJwt, type CredentialJson } from '../../../fixtures/signing'
import { fakeWeb } from '../fake-web'

async function verify(document: unknown) {
  const web = fakeWeb({})
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  const fetch = web.fetch
  const report = await verifyBadge({ text }, { fetch, now: () => new Date('2026-01-15T12:00:00Z') })
  const check = (id: string) => report.checks.find((one) => one.id === id)
  return { report, asked: web.asked, check }
}

describe.each(['1.1', '2.0'] as const)('on VC data model %s', (model) => {
  it('without a seal: read, named so, and nobody is asked', async () => {
    const { report, asked, check } = await verify(europeanCredential({ model }))
    expect(report).toMatchObject({
      kind: 'unsealed',
      format: 'ELM/3',
      verdict: 'unverifiable',
      reason: 'not-sealed',
      authenticity: 'unknown',
      issuer: { id: '', standing: 'unknown' },
      credential: { name: { en: 'Micro-credential in Data Analysis' } },
    })
    expect(check('profile')?.outcome).toBe('passed')
    for (const id of ['dates', 'status', 'accreditation', 'issuer', 'recipient'])
      expect(check(id)?.outcome, id).toBe('not-applicable')
    expect(report.descriptors?.[0]?.completeness.present).toBe(11)
    expect(asked).toEqual([])
  })
})

describe('a file for uploading', () => {
  it('is not a credential yet', async () => {
    const document = { credential: europeanCredential(), deliveryDetails: { deliveryAddress: [] } }
    const { report } = await verify(document)
    expect(report).toMatchObject({
      kind: 'unsealed',
      format: 'ELM/3',
      verdict: 'unverifiable',
      reason: 'not-issued-yet',
      credential: { name: { en: 'Micro-credential in Data Analysis' } },
    })
  })

  it('says what is missing of what a credential must have', async () => {
    const credential = europeanCredential({}, { credentialSchema: undefined })
    const { check } = await verify({ credential, deliveryDetails: {} })
    expect(check('profile')).toMatchObject({
      outcome: 'warned',
      reasons: [{ code: 'profile-property-missing', params: { path: 'credentialSchema' } }],
    })
  })
})

describe('secured as other credentials are', () => {
  const issuer = {
    id: UNIVERSITY.id,
    type: 'Organisation',
    legalName: { en: 'Famous University' },
  }

  it('as a VC-JWT it is judged as one, and the name in it is only claimed', async () => {
    const text = await signVcJwt(
      europeanCredential({ model: '2.0' }, { issuer }) as CredentialJson,
      UNIVERSITY,
    )
    const { report, check } = await verify(text)
    expect(report.format).toBe('ELM/3')
    expect(report.kind).toBe('credential')
    expect(report.verdict).not.toBe('trusted')
    expect(check('proof')).toBeDefined()
  })

  it('with a proof over terms that nobody here knows it is not checked', async () => {
    const { report } = await verify({
      ...europeanCredential(),
      proof: { type: 'DataIntegrityProof' },
    })
    expect(report).toMatchObject({ format: 'ELM/3', authenticity: 'unknown' })
    expect(report.verdict).toBe('unverifiable')
  })
})

describe('pretending', () => {
  it('an Open Badge that calls itself European as well is judged as a badge', async () => {
    const badge = openBadge({ slug: 'a', name: 'A', description: 'B' }, UNIVERSITY)
    const type = [...badge.type, 'EuropeanDigitalCredential']
    const { report } = await verify({ ...badge, type })
    expect(report.format).toBe('OpenBadges/3.0')
  })

  it.each([
    ['two kinds of signatures', { signatures: [{}], signature: 'c2ln' }],
    ['no signatures', { signatures: [] }],
    ['a signature that is none', { signatures: [7] }],
  ])('a payload with %s is not checked', async (_, signatures) => {
    const payload = JSON.stringify(europeanCredential())
    const { report } = await verify({ payload, ...signatures })
    expect(report).toMatchObject({ verdict: 'unverifiable', authenticity: 'unknown' })
  })

  it.each([
    ['no JSON', 'not JSON'],
    ['a list', '[]'],
    ['a prototype', '{"__proto__":{"type":"EuropeanDigitalCredential"}}'],
    ['nesting without end', '['.repeat(1_000)],
    ['half a character', '{"a":"\\ud800"}'.replace('\\\\', '\\')],
  ])('a payload of %s is not checked, and nothing is thrown', async (_, payload) => {
    const { report } = await verify({
      payload,
      signatures: [{ protected: 'e30', signature: 'c2ln' }],
    })
    expect(['unverifiable', 'none']).toContain(report.verdict)
  })

  it('a name that stands twice, outside or inside the payload, is not chosen between', async () => {
    const payload = JSON.stringify(europeanCredential())
    const signatures = [
      { protected: Buffer.from('{"alg":"RS256"}').toString('base64url'), signature: 'c2ln' },
    ]
    const outside = `{"payload":"{}",${JSON.stringify({ payload, signatures }).slice(1)}`
    const twice = payload.replace('{', '{"issuer":"https://famous.example",')
    const inside = JSON.stringify({ payload: Buffer.from(twice).toString('base64url'), signatures })
    for (const text of [outside, inside]) {
      const { report } = await verify(text)
      expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'proof-malformed' })
    }
  })

  it('another credential in a seal is named, and not judged by what stands in it', async () => {
    const badge = await signDataIntegrity(
      openBadge({ slug: 'a', name: 'A', description: 'B' }, UNIVERSITY),
      UNIVERSITY,
    )
    const header = Buffer.from('{"alg":"RS256"}').toString('base64url')
    const payload = Buffer.from(JSON.stringify(badge)).toString('base64url')
    const { report } = await verify({ payload, protected: header, signature: 'c2ln' })
    expect(report).toMatchObject({
      verdict: 'unverifiable',
      format: 'OpenBadges/3.0',
      reasons: [{ code: 'format-not-supported', params: { format: 'JAdES' } }],
    })
  })
})

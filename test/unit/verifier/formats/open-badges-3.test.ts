import { gzipSync } from 'node:zlib'
import { CompactSign, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { judgeAgain, verifyBadge } from '../../../../src/verifier'
import type { VerifierEnvironment } from '../../../../src/verifier/environment'
import {
  CHAMBER,
  controllerDocument,
  didWebUrl,
  GRAND_UNIVERSITY,
  GUILD,
  STRANGER,
  UNIVERSITY,
  type KeyedIssuer,
} from '../../../fixtures/issuers'
import {
  credential,
  credentialOfDataModel1,
  type Achievement,
} from '../../../fixtures/open-badges-3'
import { signDataIntegrity, signVcJwt, type CredentialJson } from '../../../fixtures/signing'
import { answer, fakeWeb } from '../fake-web'

const NOW = new Date('2026-01-15T12:00:00Z')
const ACHIEVEMENT: Achievement = {
  slug: 'attack',
  name: 'Data Analysis Foundations',
  description: 'Cleans and explains data',
  narrative: 'A supervised project',
}
const DID_DOCUMENTS = Object.fromEntries(
  [UNIVERSITY, GRAND_UNIVERSITY].map((issuer) => [
    didWebUrl(issuer.id),
    controllerDocument(issuer),
  ]),
)

function verify(
  document: object | string,
  pages: Parameters<typeof fakeWeb>[0] = DID_DOCUMENTS,
  more: Partial<VerifierEnvironment> = {},
) {
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  return verifyBadge({ text }, { fetch: fakeWeb(pages).fetch, now: () => NOW, ...more })
}

const signed = (issuer: KeyedIssuer, more: object = {}) =>
  signDataIntegrity({ ...credential(ACHIEVEMENT, issuer), ...more }, issuer)

describe('Data Integrity', () => {
  it('is authentic from a did:key without asking anybody', async () => {
    const report = await verify(await signed(GUILD), {})
    expect(report).toMatchObject({ verdict: 'authentic', reason: 'issuer-unknown', requests: [] })
    expect(report.credential).toMatchObject({
      format: 'OpenBadges/3.0',
      issuer: { name: { und: 'Nordic Data Guild' } },
      achievements: [
        {
          name: { und: ACHIEVEMENT.name },
          criteria: { narrative: { und: ACHIEVEMENT.narrative } },
        },
      ],
    })
  })

  it('is authentic from a did:web whose document lists the key', async () => {
    expect(await verify(await signed(UNIVERSITY))).toMatchObject({ verdict: 'authentic' })
  })

  it('does not verify once a letter was altered', async () => {
    const document = await signed(GUILD)
    const report = await verify({ ...document, name: 'Doctor of Medicine' })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'altered', currency: 'unknown' })
    for (const { id, outcome } of report.checks)
      if (!['carrier', 'format'].includes(id)) expect(outcome, id).not.toBe('passed')
  })

  it('refuses a foreign key under the same issuer', async () => {
    const forged = { ...credential(ACHIEVEMENT, GRAND_UNIVERSITY) }
    const report = await verify(await signDataIntegrity(forged, STRANGER))
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'key-not-issuers' })
  })

  it('takes no key from the fragment of did:web:victim#attackerKey', async () => {
    const { key } = STRANGER
    if (!('publicKeyMultibase' in key)) throw new Error('expected an Ed25519 key')
    const method = `${GRAND_UNIVERSITY.id}#${key.publicKeyMultibase}`
    const forged = await signDataIntegrity(credential(ACHIEVEMENT, GRAND_UNIVERSITY), {
      id: GRAND_UNIVERSITY.id,
      method,
      key,
    })
    expect(await verify(forged)).toMatchObject({ verdict: 'invalid', reason: 'key-not-issuers' })
  })

  it('refuses a did:key proof for an unrelated issuer, and cannot tell while that issuer is down', async () => {
    const forged = await signDataIntegrity(credential(ACHIEVEMENT, GRAND_UNIVERSITY), STRANGER)
    expect((await verify(forged)).verdict).toBe('invalid')
    const down = await verify(forged, { [didWebUrl(GRAND_UNIVERSITY.id)]: answer(503) })
    expect(down).toMatchObject({ verdict: 'unverifiable', reason: 'http-status' })
  })

  it('names terms that no context defines, and does not show them', async () => {
    const document = await signed(GUILD)
    const report = await verify({ ...document, honours: 'summa cum laude' })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'terms-not-signed' })
    expect(report.reasons[0]?.params).toEqual({ terms: ['honours'] })
    expect(JSON.stringify(report.credential)).not.toContain('summa cum laude')
  })

  it('names a context that it does not know, and never loads it', async () => {
    const document = await signed(GUILD)
    const context = [...document['@context'], 'https://evil.example/context.json']
    const web = fakeWeb({ 'https://evil.example/context.json': { '@context': {} } })
    const report = await verifyBadge(
      { text: JSON.stringify({ ...document, '@context': context }) },
      { fetch: web.fetch, now: () => NOW },
    )
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'unknown-context' })
    expect(report.reasons[0]?.params).toEqual({ url: 'https://evil.example/context.json' })
    expect(web.asked).toEqual([])
  })

  it.each([
    ['hides the name behind another word', { title: 'https://schema.org/name' }],
    ['redefines a protected term', { achievement: 'https://evil.example/achievement' }],
    ['sets a vocabulary for everything', { '@vocab': 'https://evil.example/' }],
  ])('is not fooled by a context that %s', async (_, context) => {
    const { name: real, ...document } = await signed(GUILD)
    const forged = {
      ...document,
      '@context': [...document['@context'], context],
      title: real,
      name: 'Doctor of Medicine',
    }
    const report = await verify(forged)
    expect(['invalid', 'unverifiable']).toContain(report.verdict)
  })

  it('needs a person where several subjects leave open whose achievement is shown', async () => {
    const { credentialSubject } = credential(ACHIEVEMENT, GUILD)
    const two = [credentialSubject, { ...credentialSubject, id: 'did:example:other' }]
    const report = await verify(await signed(GUILD, { credentialSubject: two }), {})
    expect(report).toMatchObject({ verdict: 'attention', reason: 'property-invalid' })
  })

  it('shows no achievement of a credential that is no badge', async () => {
    const { type: _type, ...document } = credential(ACHIEVEMENT, GUILD)
    const plain = { ...document, type: ['VerifiableCredential'] }
    const report = await verify(await signDataIntegrity(plain, GUILD), {})
    expect(report).toMatchObject({ verdict: 'authentic', format: 'VerifiableCredential/2.0' })
    expect(report.credential?.achievements).toEqual([])
  })

  it('is nobody’s word without a proof', async () => {
    const report = await verify(credential(ACHIEVEMENT, GUILD))
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'no-proof' })
  })

  it('is not yet in force, or expired, by the clock it is given', async () => {
    const document = await signDataIntegrity(
      credential(
        { ...ACHIEVEMENT, validFrom: '2026-01-01T00:00:00Z', validUntil: '2026-02-01T00:00:00Z' },
        GUILD,
      ),
      GUILD,
    )
    const at = (date: string) => verify(document, {}, { now: () => new Date(date) })
    expect((await at('2026-01-31T23:59:59Z')).verdict).toBe('authentic')
    expect(await at('2026-02-01T00:00:01Z')).toMatchObject({
      verdict: 'attention',
      reason: 'expired',
    })
    expect(await at('2025-12-31T23:54:59Z')).toMatchObject({
      verdict: 'attention',
      reason: 'not-yet-valid',
    })
  })
})

describe('VC-JWT', () => {
  const pages = { [CHAMBER.id]: controllerDocument(CHAMBER), ...DID_DOCUMENTS }

  it.each([
    ['RS256, https issuer, VC 2.0', () => signVcJwt(credential(ACHIEVEMENT, CHAMBER), CHAMBER)],
    ['EdDSA, did:web, VC 2.0', () => signVcJwt(credential(ACHIEVEMENT, UNIVERSITY), UNIVERSITY)],
    [
      'EdDSA, did:key, VC 1.1',
      () => signVcJwt(credentialOfDataModel1(ACHIEVEMENT, GUILD), GUILD, 'vc-1.1'),
    ],
  ])('is authentic: %s', async (_, sign) => {
    const report = await verify(await sign(), pages)
    expect(report).toMatchObject({ verdict: 'authentic', format: 'OpenBadges/3.0' })
    expect(report.credential?.achievements[0]?.name).toEqual({ und: ACHIEVEMENT.name })
  })

  async function jwt(payload: object, header: object, by: KeyedIssuer): Promise<string> {
    const algorithm = 'publicKeyMultibase' in by.key ? 'EdDSA' : 'RS256'
    return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: algorithm, ...header })
      .sign(await importJWK(by.key.privateJwk, algorithm))
  }

  const payload = (issuer: KeyedIssuer): CredentialJson => credential(ACHIEVEMENT, issuer)

  it('refuses a header key for a foreign issuer', async () => {
    const jwk = STRANGER.key.publicJwk
    const forged = await jwt(payload(GRAND_UNIVERSITY), { jwk }, STRANGER)
    expect(await verify(forged, pages)).toMatchObject({
      verdict: 'invalid',
      reason: 'key-not-issuers',
    })
  })

  it('refuses a kid that leads to the attacker’s own document', async () => {
    const kid = 'https://evil.example/keys/1'
    const evil = { id: kid, controller: GRAND_UNIVERSITY.id, publicKeyJwk: STRANGER.key.publicJwk }
    const forged = await jwt(payload(GRAND_UNIVERSITY), { kid }, STRANGER)
    const report = await verify(forged, { ...pages, [kid]: evil })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'key-not-issuers' })
  })

  it('refuses none, and a public key used as a shared secret', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const alg of ['none', 'None', 'HS256']) {
      const forged = `${part({ alg })}.${part(payload(GUILD))}.AAAA`
      expect(await verify(forged), alg).toMatchObject({
        verdict: 'invalid',
        reason: 'algorithm-refused',
      })
    }
    const empty = await verify(`${part({ alg: 'none' })}.${part(payload(GUILD))}.`)
    expect(empty.verdict).not.toBe('authentic')
  })

  it.each([
    ['iss', { iss: GRAND_UNIVERSITY.id }],
    ['sub', { sub: 'did:example:other' }],
    ['jti', { jti: 'urn:uuid:other' }],
  ])('refuses a claim %s that contradicts the credential', async (claim, change) => {
    const document = { ...payload(GUILD), validUntil: '2026-12-31T00:00:00Z' }
    const subject = { ...document.credentialSubject, id: 'did:example:holder' }
    const forged = await jwt(
      { ...document, credentialSubject: subject, ...change },
      { kid: GUILD.method },
      GUILD,
    )
    const report = await verify(forged, pages)
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'claim-differs' })
    expect(report.reasons[0]?.params).toEqual({ claim })
  })

  it.each([
    ['2026-12-31T00:00:00Z', { exp: 4102444800, nbf: 1 }, 'authentic issuer-unknown'],
    ['2025-12-31T00:00:00Z', { exp: 4102444800, nbf: 1 }, 'attention expired'],
    ['2026-12-31T00:00:00Z', { exp: 1767225600 }, 'attention proof-expired'],
  ])('an end at %s with %j for the signature is %s', async (validUntil, change, expected) => {
    const document = { ...payload(GUILD), validFrom: '2025-01-01T00:00:00Z', validUntil }
    const text = await jwt({ ...document, ...change }, { kid: GUILD.method }, GUILD)
    const { verdict, reason } = await verify(text, pages)
    expect(`${verdict} ${reason}`).toBe(expected)
  })

  it.each([
    ['an unknown type', [{ id: 'https://status.example/1', type: 'FancyStatus2030' }]],
    ['a bare address', 'https://status.example/1'],
    ['an unknown one behind others', [null, { type: 'FancyStatus2030' }]],
  ])('never takes a status of %s for "not revoked"', async (_, credentialStatus) => {
    const forged = await jwt({ ...payload(GUILD), credentialStatus }, { kid: GUILD.method }, GUILD)
    const report = await verify(forged, pages)
    expect(report).toMatchObject({ verdict: 'attention', currency: 'unknown' })
  })

  it.each([
    ['a list', ['2020-01-01T00:00:00Z']],
    ['a value object', { '@value': '2020-01-01T00:00:00Z' }],
  ])('never takes an end that is %s for no end, now or later', async (_, validUntil) => {
    const document = { ...payload(GUILD), validUntil }
    const report = await verify(await jwt(document, { kid: GUILD.method }, GUILD), pages)
    expect(report).toMatchObject({ verdict: 'attention', currency: 'unknown' })
    expect(judgeAgain(report, NOW)).toMatchObject({ verdict: 'attention', currency: 'unknown' })
  })

  it('lets the strictest of contradicting ends decide', async () => {
    const document = { ...payload(GUILD), validUntil: '2030-01-01T00:00:00Z' }
    const both = { ...document, expirationDate: '2020-01-01T00:00:00Z' }
    const report = await verify(await jwt(both, { kid: GUILD.method }, GUILD), pages)
    expect(report).toMatchObject({ verdict: 'attention', reason: 'expired' })
  })

  it.each([
    [7, 'attention'],
    [8, 'authentic'],
  ])(
    'has a person read what the issuer adds as a status message (entry %i)',
    async (at, verdict) => {
      const url = 'https://status.example/messages'
      const bits = new Uint8Array(16_384)
      bits[0] = 1
      const list = {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        id: url,
        type: ['VerifiableCredential', 'BitstringStatusListCredential'],
        issuer: GUILD.id,
        credentialSubject: {
          type: 'BitstringStatusList',
          statusPurpose: 'message',
          encodedList: `u${gzipSync(bits).toString('base64url')}`,
        },
      }
      const credentialStatus = {
        type: 'BitstringStatusListEntry',
        statusPurpose: 'message',
        statusListIndex: String(at),
        statusListCredential: url,
        statusMessage: [
          { status: '0x0', message: 'nothing to add' },
          { status: '0x1', message: 'under review' },
        ],
      }
      const header = { kid: GUILD.method }
      const signedList = await jwt(list, header, GUILD)
      const document = await jwt({ ...payload(GUILD), credentialStatus }, header, GUILD)
      const report = await verify(document, { [url]: () => new Response(signedList) })
      expect(report.verdict, JSON.stringify(report.checks)).toBe(verdict)
      if (verdict === 'attention') expect(report.reason).toBe('status-message')
    },
  )

  it('does not verify once the payload was altered', async () => {
    const [head, , tail] = (await signVcJwt(payload(GUILD), GUILD)).split('.')
    const other = Buffer.from(JSON.stringify({ ...payload(GUILD), name: 'Doctor' })).toString(
      'base64url',
    )
    expect(await verify([head, other, tail].join('.'))).toMatchObject({
      verdict: 'invalid',
      reason: 'altered',
    })
  })
})

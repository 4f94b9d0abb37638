import { describe, expect, it } from 'vitest'
import { verifyBadge } from '../../../../src/verifier/index'
import { unwrapEnvelope } from '../../../../src/verifier/proofs/enveloped'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { NOW } from '../fake-verification'
import { badge, ed25519, signJws } from '../signing'
import { expectLittleWork } from '../../cpu-time'

const key = await ed25519(1)
const attacker = await ed25519(2)
const header = { kid: key.method, typ: 'vc+jwt' }
const jwt = await signJws(badge(key.did), key, header)

function envelope(data: string, more: JsonObject = {}): JsonObject {
  return {
    '@context': 'https://www.w3.org/ns/credentials/v2',
    id: `data:${data}`,
    type: 'EnvelopedVerifiableCredential',
    ...more,
  }
}

describe('unwrapEnvelope', () => {
  it.each([
    'application/vc+jwt',
    'application/vc+ld+json+jwt',
    'application/vc-ld+jwt',
    'Application/VC+JWT',
  ])('%s', (mediaType) => {
    expect(unwrapEnvelope(envelope(`${mediaType},${jwt}`))).toEqual({ text: jwt })
  })

  it('is for envelopes alone', () => {
    expect(unwrapEnvelope(badge(key.did))).toBeUndefined()
    const type = ['EnvelopedVerifiableCredential']
    expect(unwrapEnvelope(envelope(`application/vc+jwt,${jwt}`, { type }))).toEqual({ text: jwt })
  })

  it.each(['application/vp+jwt', 'application/vp+ld+json+jwt', 'application/vp-ld+jwt'])(
    'of a presentation: %s',
    (mediaType) => {
      const type = 'EnvelopedVerifiablePresentation'
      expect(unwrapEnvelope(envelope(`${mediaType},${jwt}`, { type }))).toEqual({ text: jwt })
    },
  )

  it.each<[string, JsonValue]>([
    ['application/vp+jwt', 'EnvelopedVerifiableCredential'],
    ['application/vc+jwt', 'EnvelopedVerifiablePresentation'],
    ['application/vc+jwt', ['EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation']],
  ])('%s is not for %j', (mediaType, type) => {
    expect(unwrapEnvelope(envelope(`${mediaType},${jwt}`, { type }))).toMatchObject({
      reason: { code: 'property-invalid', params: { property: 'id' } },
    })
  })

  it('looks through a long URL once', async () => {
    const long = envelope(`application/vc+jwt,${'a'.repeat(450_000)}.${'b'.repeat(450_000)}.c!`)
    await expectLittleWork(0.5, () => {
      expect(unwrapEnvelope(long)).toHaveProperty('reason')
    })
  })

  it.each([
    ['application/vp+sd-jwt', `${jwt}~`, 'SD-JWT'],
    ['application/vp+cose;base64', '0oRD', 'COSE'],
    ['application/vc+sd-jwt', `${jwt}~`, 'SD-JWT'],
    ['application/dc+sd-jwt', `${jwt}~`, 'SD-JWT'],
    ['application/vc+jwt', `${jwt}~WyJhIl0~`, 'SD-JWT'],
    ['application/vc+cose;base64', '0oRD', 'COSE'],
    ['application/vc-ld+cose', '0oRD', 'COSE'],
    ['image/png;base64', 'AAAA', 'image/png'],
  ])('names what cannot be verified: %s', (mediaType, data, format) => {
    expect(unwrapEnvelope(envelope(`${mediaType},${data}`))).toEqual({
      reason: { code: 'format-not-supported', params: { format } },
    })
  })

  it.each<[string, JsonObject]>([
    ['no id', envelope('', { id: 'not-a-credential' })],
    ['an id that is no text', envelope('', { id: 7 })],
    ['no data', envelope('application/vc+jwt')],
    ['JSON for a JWT', envelope('application/vc+jwt,{"issuer":"x"}')],
    ['a URL for a JWT', envelope('application/vc+jwt,https://attacker.example/')],
    ['an envelope in an envelope', envelope('application/vc+jwt,data:application/vc+jwt,x')],
  ])('%s', (_, json) => {
    expect(unwrapEnvelope(json)).toMatchObject({
      reason: { code: 'property-invalid', params: { property: 'id' } },
    })
  })
})

describe('an enveloped credential', () => {
  const verify = (json: JsonObject) =>
    verifyBadge(
      { text: JSON.stringify(json) },
      { fetch: () => Promise.reject(new Error('closed')), now: () => NOW },
    )

  it('is verified as the JWT that it holds', async () => {
    const report = await verify(envelope(`application/vc+jwt,${jwt}`))
    expect(report).toMatchObject({ verdict: 'authentic', format: 'OpenBadges/3.0' })
  })

  it('says nothing beside it', async () => {
    const lies: JsonObject = {
      ...badge(attacker.did, { name: 'Welding, level 9' }),
      validUntil: '2020-01-01',
    }
    const { '@context': _, id: __, type: ___, ...claims } = lies
    const report = await verify(envelope(`application/vc+jwt,${jwt}`, claims))
    expect(report.verdict).toBe('authentic')
    expect(JSON.stringify(report.credential)).not.toContain('level 9')
    expect(JSON.stringify(report.credential)).not.toContain(attacker.did)
  })

  it('is altered where its JWT is, and unknown where nothing is inside', async () => {
    const forged = await signJws(badge(key.did), attacker, header)
    expect(await verify(envelope(`application/vc+jwt,${forged}`))).toMatchObject({
      verdict: 'invalid',
      reason: 'altered',
    })
    expect(await verify(envelope('application/vc+cose;base64,0oRD'))).toMatchObject({
      verdict: 'unverifiable',
      reason: 'format-not-supported',
    })
  })

  it('cannot hold a JWT that anybody could have made', async () => {
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${jwt.split('.')[1]}.`
    expect(await verify(envelope(`application/vc+jwt,${none}`))).toMatchObject({
      verdict: 'invalid',
      reason: 'algorithm-refused',
    })
  })
})

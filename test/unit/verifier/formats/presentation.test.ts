import { describe, expect, it } from 'vitest'
import { compareRecipient } from '../../../../src/verifier'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import {
  badgeNamed,
  CHEAT,
  checkOf,
  codesOf,
  COLLEGE,
  endorsementOf,
  GUILD,
  LEARNER,
  signedBadge,
  signedClr,
  verify,
} from '../parts-world'
import { signJws } from '../signing'

const welding = await signedBadge('Welding', GUILD)
const brazing = await signedBadge('Brazing', COLLEGE)
const VC2 = 'https://www.w3.org/ns/credentials/v2'

function presentation(credentials: JsonValue, more: JsonObject = {}): JsonObject {
  return {
    '@context': [VC2],
    type: 'VerifiablePresentation',
    verifiableCredential: credentials,
    ...more,
  }
}

describe('a presentation', () => {
  it('is as good as what it holds', async () => {
    const report = await verify(presentation([welding, brazing]))
    expect(report).toMatchObject({
      verdict: 'authentic',
      kind: 'presentation',
      reason: 'parts-hold',
      issuer: { id: '', standing: 'unknown' },
    })
    expect(report.parts.map(({ verdict }) => verdict)).toEqual(['authentic', 'authentic'])
  })

  it('is trusted only where every issuer in it is', async () => {
    const listed = (...ids: string[]) => ({
      trustLists: [
        { id: 'l', name: 'L', issuers: ids.map((id) => ({ id, name: 'College of Crafts' })) },
      ],
    })
    const both = await verify(presentation([welding, brazing]), {}, listed(GUILD.did, COLLEGE.did))
    expect(both.verdict).toBe('trusted')
    const one = await verify(presentation([welding, brazing]), {}, listed(GUILD.did))
    expect(one.verdict).toBe('authentic')
  })

  it('does not count an endorsement as a credential of somebody', async () => {
    const endorsement = await endorsementOf('urn:badge:Welding')
    const alone = await verify(presentation([endorsement]))
    expect(alone).toMatchObject({ verdict: 'unverifiable', reason: 'parts-none' })
    const beside = await verify(presentation([welding, endorsement]))
    expect(checkOf(beside, 'parts').reasons).toEqual([{ code: 'parts-hold', params: { count: 1 } }])
    expect(checkOf(beside, 'endorsements').outcome).toBe('unknown')
  })

  it.each<[string, () => Promise<JsonObject | string>]>([
    ['one credential that is no list', () => Promise.resolve(presentation(welding))],
    [
      'VC data model 1.1 as a JWT',
      () =>
        signJws(
          {
            iss: LEARNER,
            vp: {
              '@context': ['https://www.w3.org/2018/credentials/v1'],
              type: ['VerifiablePresentation'],
              verifiableCredential: [welding],
            },
          },
          CHEAT,
          { kid: CHEAT.method },
        ),
    ],
    ['VC data model 2.0 as a JWT', () => signJws(presentation([welding]), CHEAT)],
    ['with a learner record', async () => presentation([await signedClr([welding])])],
  ])('is read: %s', async (_, make) => {
    const report = await verify(await make())
    expect(report).toMatchObject({ kind: 'presentation', verdict: 'authentic' })
  })

  it('says that its own proof was not judged', async () => {
    const proof = { type: 'DataIntegrityProof', proofPurpose: 'authentication' }
    const report = await verify(presentation([welding], { proof, holder: LEARNER }))
    expect(checkOf(report, 'proof')).toMatchObject({
      outcome: 'not-applicable',
      reasons: [{ code: 'holder-proof-not-judged' }],
    })
  })

  it('matches a person only where what it holds does', async () => {
    const report = await verify(presentation([welding], { holder: 'did:example:cheat' }))
    expect(report).toMatchObject({ verdict: 'attention', reason: 'part-subject-differs' })
    expect(await compareRecipient(report, 'did:example:cheat')).toMatchObject({ holder: 'differs' })
    expect(await compareRecipient(report, LEARNER)).toMatchObject({ holder: 'matches' })
  })
})

/** VC data model 2.0, section 4.13. */
function envelope(jwt: string, kind: 'Credential' | 'Presentation'): JsonObject {
  const mediaType = kind === 'Credential' ? 'application/vc+jwt' : 'application/vp+jwt'
  return { '@context': VC2, id: `data:${mediaType},${jwt}`, type: `EnvelopedVerifiable${kind}` }
}

describe('an enveloped presentation', () => {
  const envelopeOf = async (credentials: JsonValue, more: JsonObject = {}) =>
    envelope(
      await signJws(presentation(credentials, more), CHEAT, { typ: 'vp+jwt' }),
      'Presentation',
    )

  it('is as good as what it holds, and its own proof is not judged', async () => {
    const jwt = await signJws(badgeNamed('Welding', GUILD), GUILD, { kid: GUILD.method })
    const report = await verify(await envelopeOf([envelope(jwt, 'Credential'), brazing]))
    expect(report).toMatchObject({
      verdict: 'authentic',
      kind: 'presentation',
      reason: 'parts-hold',
    })
    expect(report.parts.map(({ verdict }) => verdict)).toEqual(['authentic', 'authentic'])
    expect(codesOf(report, 'proof')).toEqual(['holder-proof-not-judged'])
  })

  it('lends nothing to what was altered, and nothing beside it is read', async () => {
    const altered = { ...welding, name: 'Doctor of Medicine' }
    expect(await verify(await envelopeOf([altered]))).toMatchObject({ verdict: 'invalid' })
    const beside = {
      ...(await envelopeOf([])),
      verifiableCredential: [welding],
      proof: welding.proof!,
    }
    expect(await verify(beside)).toMatchObject({ verdict: 'unverifiable', reason: 'parts-none' })
  })

  it.each(['vc+jwt', 'jwt', 'vp+jwt;charset=utf-8'])(
    'is not one as application/%s',
    async (name) => {
      const honest = await envelopeOf([welding])
      const id = (honest.id as string).replace('vp+jwt', name)
      expect((await verify({ ...honest, id })).verdict).toBe('unverifiable')
    },
  )

  it('inside others is opened as deep as other parts are', async () => {
    let nested: JsonObject = welding
    const verdicts: string[] = []
    for (let depth = 0; depth < 5; depth++) {
      nested = await envelopeOf([nested])
      verdicts.push((await verify(nested)).verdict)
    }
    expect(verdicts).toEqual([
      ...Array<string>(3).fill('authentic'),
      'unverifiable',
      'unverifiable',
    ])
  })

  it('is not opened where it is the payload of a JWT', async () => {
    const inner = await envelopeOf([welding])
    expect(await verify(await signJws(inner, CHEAT))).toMatchObject({ verdict: 'unverifiable' })
  })

  it('larger than a document may be is not read', async () => {
    const large = await envelopeOf([welding], { name: 'x'.repeat(800_000) })
    expect(await verify(large)).toMatchObject({ verdict: 'unverifiable', reason: 'text-too-large' })
  })
})

describe('an attack on a presentation', () => {
  it('of nothing, even signed, is no word of anybody', async () => {
    for (const empty of [
      presentation([]),
      presentation(null),
      { type: 'VerifiablePresentation' },
    ]) {
      expect(await verify(empty)).toMatchObject({ verdict: 'unverifiable', reason: 'parts-none' })
      const signed = await signJws(empty, CHEAT, { kid: CHEAT.method })
      expect((await verify(signed)).verdict).toBe('unverifiable')
    }
  })

  it('the holder’s own signature lends nothing to what was altered or never signed', async () => {
    const altered = { ...welding, name: 'Doctor of Medicine' }
    const sign = (credential: JsonObject) =>
      signJws(presentation([credential, brazing]), CHEAT, { kid: CHEAT.method })
    expect(await verify(await sign(altered))).toMatchObject({
      verdict: 'invalid',
      reason: 'parts-fail',
    })
    expect(await verify(await sign(badgeNamed('Law', GUILD)))).toMatchObject({
      verdict: 'unverifiable',
      reason: 'parts-not-checked',
    })
  })

  it('more credentials than are looked at', async () => {
    const many = await Promise.all(
      Array.from({ length: 3 }, (_, index) => signedBadge(`Badge ${index}`, GUILD)),
    )
    const report = await verify(presentation(many), {}, { limits: { parts: 2 } })
    expect(report).toMatchObject({ verdict: 'attention', reason: 'parts-too-many' })
  })

  it('that calls itself a badge as well is judged as the badge that it is not', async () => {
    const type = ['VerifiablePresentation', 'VerifiableCredential', 'OpenBadgeCredential']
    const report = await verify(presentation([welding], { type }))
    expect(report.verdict).toBe('unverifiable')
    expect(codesOf(report, 'proof')).toContain('property-missing')
  })
})

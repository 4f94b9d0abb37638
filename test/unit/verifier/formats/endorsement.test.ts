import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { fakeWeb } from '../fake-web'
import {
  badgeNamed,
  BOARD,
  CHEAT,
  COMMENT,
  checkOf,
  codesOf,
  endorsementOf,
  GUILD,
  signedBadge,
  subjectOf,
  verify,
} from '../parts-world'
import { suiteProof } from '../proofs/suite-signing'
import { signJws } from '../signing'

const WELDING = badgeNamed('Welding', GUILD)
const WELDING_ID = WELDING.id as string
const ACHIEVEMENT_ID = 'https://college.example/achievements/welding-2'

const OTHER_SUBJECT = subjectOf('did:example:other', {
  achievement: { ...(subjectOf('x').achievement as JsonObject), id: 'urn:achievement:other' },
})

const genuine = await endorsementOf(WELDING_ID)

async function jcsSigned(document: JsonObject): Promise<JsonObject> {
  const options = { '@context': document['@context']! }
  return { ...document, proof: await suiteProof(document, GUILD, 'eddsa-jcs-2022', options) }
}

/** A badge with these endorsements, under a proof of its own issuer. */
async function endorsed(...endorsement: JsonValue[]) {
  return verify(await signedBadge('Welding', GUILD, { endorsement }))
}

describe('an EndorsementCredential alone', () => {
  it('is a credential about a thing, and nobody’s award', async () => {
    const report = await verify(genuine, {}, { recipients: ['mira@mail.example'] })
    expect(report).toMatchObject({
      verdict: 'authentic',
      kind: 'endorsement',
      format: 'Endorsement/3.0',
      holder: 'not-asked',
    })
    expect(report.credential).toMatchObject({
      endorses: { id: WELDING_ID, comment: { und: COMMENT } },
      achievements: [],
      recipient: { identities: [] },
    })
  })

  it('does not verify once its comment was altered', async () => {
    const credentialSubject = { ...(genuine.credentialSubject as JsonObject) }
    credentialSubject.endorsementComment = 'The best of all.'
    expect(await verify({ ...genuine, credentialSubject })).toMatchObject({ verdict: 'invalid' })
  })
})

describe('endorsements in a badge', () => {
  it('hold where each holds and is about what it stands in', async () => {
    const jwt = await signJws(withoutProof(await endorsementOf(ACHIEVEMENT_ID)), BOARD, {
      kid: BOARD.method,
    })
    const credentialSubject = subjectOf('did:example:learner')
    const achievement = { ...(credentialSubject.achievement as JsonObject), endorsementJwt: [jwt] }
    const issuer = {
      ...(WELDING.issuer as JsonObject),
      endorsement: [await endorsementOf(GUILD.did)],
    }
    const document = {
      ...WELDING,
      issuer,
      credentialSubject: { ...credentialSubject, achievement },
      endorsement: [genuine],
    }
    const report = await verify(await signJws(document, GUILD, { kid: GUILD.method }))
    expect(report).toMatchObject({ verdict: 'authentic', credential: { endorsementCount: 3 } })
    expect(checkOf(report, 'endorsements')).toMatchObject({
      // An endorsement by a key that nobody knows is no praise from anybody known.
      outcome: 'unknown',
      reasons: [{ code: 'endorsements-hold', params: { count: 3, recognised: 0 } }],
    })
    expect(report.parts.map(({ kind, place }) => [kind, place])).toEqual(
      Array(3).fill(['endorsement', { role: 'endorsement', subject: 'same' }]),
    )
  })

  it('never make a badge better: one by a listed issuer does not make it trusted', async () => {
    const issuers = [{ id: BOARD.did, name: 'Board of Trades' }]
    const trustLists = [{ id: 'https://list.example/', name: 'Official list', issuers }]
    const document = await signedBadge('Welding', GUILD, { endorsement: [genuine] })
    const report = await verify(document, {}, { trustLists })
    expect(report.parts[0]?.verdict).toBe('trusted')
    expect(report).toMatchObject({ verdict: 'authentic', issuer: { standing: 'unknown' } })
  })

  it('are asked for with the badge, and leave its verdict alone where nobody may be', async () => {
    const issuer = { id: 'https://board.example/i', type: ['Profile'] }
    const far = await endorsementOf(WELDING_ID, BOARD, { issuer })
    const web = fakeWeb({})
    const report = await verify(
      await signedBadge('Welding', GUILD, { endorsement: [far] }),
      {},
      { fetch: web.fetch, ask: () => Promise.resolve(false) },
    )
    expect(report).toMatchObject({ verdict: 'authentic', needs: [{ host: 'board.example' }] })
    expect(checkOf(report, 'endorsements')).toMatchObject({
      outcome: 'unknown',
      reasons: [{ code: 'endorsements-not-checked', params: { count: 1 } }],
    })
    expect(web.asked).toEqual([])
  })

  /** No context of Open Badges defines `endorsementJwt`, so that a proof over RDF does not cover it. */
  describe('as JWTs, which no context defines', async () => {
    const jwtAbout = async (id: string) =>
      signJws(withoutProof(await endorsementOf(id)), BOARD, { kid: BOARD.method })
    const endorsementJwt = [await jwtAbout(WELDING_ID)]

    const subject = WELDING.credentialSubject as JsonObject
    const places: [string, JsonObject][] = [
      ['the badge', { endorsementJwt }],
      ['its issuer', { issuer: { ...(WELDING.issuer as JsonObject), endorsementJwt } }],
      [
        'its achievement',
        {
          credentialSubject: {
            ...subject,
            achievement: { ...(subject.achievement as JsonObject), endorsementJwt },
          },
        },
      ],
    ]

    it.each(places)(
      'added to %s under its proof, are named and not looked into',
      async (_, added) => {
        const report = await verify({ ...(await signedBadge('Welding', GUILD)), ...added })
        expect(report).toMatchObject({
          verdict: 'unverifiable',
          reason: 'terms-not-signed',
          authenticity: 'unknown',
          parts: [],
          credential: { endorsementCount: 0 },
        })
        expect(checkOf(report, 'proof').reasons).toEqual([
          { code: 'terms-not-signed', params: { terms: ['endorsementJwt'] } },
        ])
        expect(codesOf(report, 'endorsements')).toEqual(['endorsements-none'])
      },
    )

    it('are not looked into behind however many other names', async () => {
      const others = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`a${at}`, 'x']))
      const added = { ...others, endorsementJwt }
      const report = await verify({ ...(await signedBadge('Welding', GUILD)), ...added })
      expect(report).toMatchObject({ verdict: 'unverifiable', parts: [] })
      expect(codesOf(report, 'endorsements')).not.toContain('endorsements-hold')
    })

    it('in a signed JWT are covered: taken out or added, it is altered', async () => {
      const jws = await signJws({ ...WELDING, endorsementJwt }, GUILD, { kid: GUILD.method })
      expect(await verify(jws)).toMatchObject({ verdict: 'authentic', parts: [{}] })
      const [head, , signature] = jws.split('.')
      expect((await verify(`${head}.${base64url(WELDING)}.${signature}`)).verdict).toBe('invalid')
    })

    it('under a suite that signs JSON are covered, too', async () => {
      const signed = await jcsSigned({ ...WELDING, endorsementJwt })
      expect(await verify(signed)).toMatchObject({ authenticity: 'holds', parts: [{}] })
      const { endorsementJwt: __, ...cut } = signed
      expect((await verify(cut)).verdict).toBe('invalid')
      const added = { ...(await jcsSigned(WELDING)), endorsementJwt }
      expect((await verify(added)).verdict).toBe('invalid')
    })
  })

  it('in a badge that was altered are not looked into', async () => {
    const document = await signedBadge('Welding', GUILD, { endorsement: [genuine] })
    const report = await verify({ ...document, name: 'Welding, master' })
    expect(report).toMatchObject({ verdict: 'invalid', parts: [] })
    expect(codesOf(report, 'endorsements')).toEqual(['not-reached'])
  })
})

describe('an attack with an endorsement', () => {
  it.each<[string, () => Promise<JsonValue>, string]>([
    [
      'copied from another badge',
      () => endorsementOf('urn:badge:Surgery'),
      'endorsement-subject-differs',
    ],
    [
      'about the achievement, in the place of one about the badge',
      () => endorsementOf(ACHIEVEMENT_ID),
      'endorsement-subject-differs',
    ],
    [
      'signed by somebody else than it names',
      () => endorsementOf(WELDING_ID, CHEAT, { issuer: { id: BOARD.did, type: ['Profile'] } }),
      'endorsements-fail',
    ],
    ['altered', () => Promise.resolve({ ...genuine, name: 'High praise' }), 'endorsements-fail'],
    [
      'that is itself a badge',
      () => signedBadge('Other', BOARD, { credentialSubject: OTHER_SUBJECT }),
      'endorsement-not-one',
    ],
    [
      'that is a JWT without a signature',
      () => Promise.resolve(`${base64url({ alg: 'none' })}.${base64url(genuine)}.`),
      'endorsements-fail',
    ],
  ])('%s is for a person to look at', async (_, make, code) => {
    const report = await endorsed(await make())
    expect(report).toMatchObject({ verdict: 'attention', reason: code, authenticity: 'holds' })
    expect(checkOf(report, 'endorsements').outcome).toBe('warned')
  })

  it.each<[string, () => Promise<JsonValue>, string]>([
    [
      'expired',
      () => endorsementOf(WELDING_ID, BOARD, { validUntil: '2025-12-31T00:00:00Z' }),
      'endorsements-not-in-force',
    ],
    ['by the issuer itself', () => endorsementOf(WELDING_ID, GUILD), 'endorsement-by-issuer'],
    [
      'without a proof',
      async () => withoutProof(await endorsementOf(WELDING_ID)),
      'endorsements-not-checked',
    ],
    [
      'that is only an address',
      () => Promise.resolve('https://board.example/e'),
      'endorsements-not-checked',
    ],
  ])('%s is not counted, and not held against the badge', async (_, make, code) => {
    const document = { ...WELDING, endorsement: [await make()] }
    const report = await verify(await signJws(document, GUILD, { kid: GUILD.method }))
    expect(codesOf(report, 'endorsements')).toEqual([code])
    expect(checkOf(report, 'endorsements').outcome).not.toBe('passed')
    expect(report.verdict).toBe('authentic')
    expect(report.requests).toEqual([])
  })

  it('one genuine beside a forged one does not cover it', async () => {
    const report = await endorsed(genuine, { ...genuine, id: 'urn:e:2', name: 'More' })
    expect(codesOf(report, 'endorsements')).toEqual(['endorsements-fail', 'endorsements-hold'])
    expect(report.verdict).toBe('attention')
  })
})

function base64url(value: JsonValue): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function withoutProof({ proof: _, ...document }: JsonObject): JsonObject {
  return document
}

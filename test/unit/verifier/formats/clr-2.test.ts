import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../src/verifier/verification'
import { answer, fakeWeb } from '../fake-web'
import {
  badgeNamed,
  CHEAT,
  checkOf,
  clr,
  codesOf,
  COLLEGE,
  GUILD,
  LEARNER,
  signedBadge,
  signedClr,
  subjectOf,
  verify,
} from '../parts-world'
import { signDocument, signJws } from '../signing'

const welding = await signedBadge('Welding', GUILD)
const brazing = await signedBadge('Brazing', COLLEGE)

describe('a learner record', () => {
  it('holds where it and each credential in it hold, and is read', async () => {
    const report = await verify(await signedClr([welding, brazing]))
    expect(report).toMatchObject({ verdict: 'authentic', kind: 'clr', format: 'CLR/2.0' })
    expect(report.credential).toMatchObject({
      name: { und: 'Transcript of studies' },
      recipient: { id: LEARNER },
    })
    expect(checkOf(report, 'parts')).toMatchObject({
      outcome: 'passed',
      reasons: [{ code: 'parts-hold', params: { count: 2 } }],
    })
    expect(
      report.parts.map(({ verdict, issuer, source }) => [verdict, issuer.id, source.carrier]),
    ).toEqual([
      ['authentic', GUILD.did, 'embedded'],
      ['authentic', COLLEGE.did, 'embedded'],
    ])
  })

  it('lists the achievements that it describes itself', async () => {
    const achievement = { ...(subjectOf(LEARNER).achievement as JsonObject), name: 'Journeyman' }
    const { credentialSubject } = clr(COLLEGE, [welding])
    const subject = { ...credentialSubject, achievement: [achievement] }
    const report = await verify(await signedClr([], { credentialSubject: subject }))
    expect(report).toMatchObject({ verdict: 'authentic' })
    expect(report.credential?.achievements[0]?.name).toEqual({ und: 'Journeyman' })
  })

  it('holds as a JWT, with JWTs and envelopes in it', async () => {
    const header = { kid: GUILD.method, typ: 'vc+jwt' }
    const jwt = await signJws(badgeNamed('Welding', GUILD), GUILD, header)
    const envelope = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      id: `data:application/vc+jwt,${jwt}`,
      type: 'EnvelopedVerifiableCredential',
    }
    const record = await signJws(clr(COLLEGE, [jwt, envelope, brazing]), COLLEGE, {
      kid: COLLEGE.method,
    })
    const report = await verify(record)
    expect(report).toMatchObject({ verdict: 'authentic', kind: 'clr' })
    expect(codesOf(report, 'parts')).toEqual(['parts-hold'])
    expect(report.parts).toHaveLength(3)
  })

  it('is for a person to look at where a credential in it is expired', async () => {
    const old = await signedBadge('Soldering', GUILD, { validUntil: '2025-12-31T00:00:00Z' })
    const report = await verify(await signedClr([welding, old]))
    expect(report).toMatchObject({ verdict: 'attention', reason: 'parts-need-attention' })
    expect(report.parts[1]).toMatchObject({ verdict: 'attention', reason: 'expired' })
  })

  it('leaves it open where an issuer in it cannot be asked, and nobody was asked without consent', async () => {
    const issuer = { id: 'https://guild.example/issuer', type: ['Profile'] }
    const far = await signDocument(badgeNamed('Turning', GUILD, { issuer }), GUILD)
    const web = fakeWeb({})
    const report = await verify(
      await signedClr([welding, far]),
      {},
      {
        fetch: web.fetch,
        ask: () => Promise.resolve(false),
      },
    )
    expect(report).toMatchObject({ verdict: 'attention', reason: 'parts-not-checked' })
    expect(report.needs).toMatchObject([{ host: 'guild.example' }])
    expect(web.asked).toEqual([])
    const asked = await verify(await signedClr([far]), { [issuer.id]: answer(503) })
    expect(asked.requests.map(({ host }) => host)).toContain('guild.example')
    expect(asked.parts[0]).toMatchObject({ verdict: 'unverifiable', requests: [], needs: [] })
  })

  it('says so where one credential has the context whose meaning is not certain', async () => {
    const context = ['https://www.w3.org/ns/credentials/v2', `${CLR}context.json`]
    const record = { ...clr(COLLEGE, [welding]), '@context': context }
    const report = await verify({ ...record, proof: { ...(welding.proof as JsonObject) } })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'unknown-context' })
    expect(report.parts[0]?.verdict).toBe('authentic')
  })

  const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/'
})

describe('an attack on a learner record', () => {
  it('a credential altered under an outer signature that holds', async () => {
    const promoted = { ...welding, name: 'Welding, master' }
    const report = await verify(await signedClr([promoted, brazing]))
    expect(report).toMatchObject({
      verdict: 'attention',
      reason: 'parts-fail',
      authenticity: 'holds',
    })
    expect(report.parts[0]).toMatchObject({ verdict: 'invalid', reason: 'altered' })
  })

  it('somebody else’s genuine credential in the cheat’s own record', async () => {
    const subject = { credentialSubject: subjectOf('did:example:cheat') }
    const stolen = await signedBadge('Surgery', GUILD)
    const { credentialSubject } = clr(CHEAT, [stolen])
    const own = { ...credentialSubject, id: subject.credentialSubject.id! }
    const report = await verify(await signedClr([stolen], { credentialSubject: own }, CHEAT))
    expect(report.parts[0]).toMatchObject({
      verdict: 'authentic',
      place: { role: 'credential', subject: 'differs' },
    })
    expect(report).toMatchObject({ verdict: 'attention', reason: 'part-subject-differs' })
  })

  it('a credential of which nobody can say whose it is', async () => {
    const identifier = {
      type: 'IdentityObject',
      hashed: true,
      identityHash: `sha256$${'0'.repeat(64)}`,
      identityType: 'emailAddress',
      salt: 'kelp',
    }
    const anybodys = await signedBadge('Filing', GUILD, {
      credentialSubject: subjectOf(undefined, { identifier: [identifier] }),
    })
    const report = await verify(await signedClr([anybodys]))
    expect(report).toMatchObject({ verdict: 'attention', reason: 'part-subject-unknown' })
  })

  it('a credential without a proof, which leans on the outer one', async () => {
    const report = await verify(await signedClr([badgeNamed('Medicine', GUILD), welding]))
    expect(report).toMatchObject({ verdict: 'attention', reason: 'parts-not-checked' })
    expect(report.parts[0]).toMatchObject({ verdict: 'unverifiable', reason: 'no-proof' })
  })

  it('a JWT without a signature', async () => {
    const [, payload = ''] = (await signJws(badgeNamed('Law', GUILD), GUILD)).split('.')
    const header = Buffer.from('{"alg":"none"}').toString('base64url')
    const report = await verify(
      await signJws(clr(COLLEGE, [`${header}.${payload}.`]), COLLEGE, { kid: COLLEGE.method }),
    )
    expect(report).toMatchObject({ verdict: 'attention', reason: 'parts-fail' })
    expect(report.parts[0]).toMatchObject({ verdict: 'invalid', reason: 'algorithm-refused' })
  })

  it('a record that was altered is asked nothing more', async () => {
    const record = await signedClr([welding])
    const report = await verify({ ...record, name: 'Doctoral record' })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'altered', parts: [] })
    expect(codesOf(report, 'parts')).toEqual(['not-reached'])
  })

  it('a failed result moved from one credential to another breaks both', async () => {
    const failed = { result: [{ type: ['Result'], status: 'Failed' }] }
    const examined = await signedBadge('Exam', GUILD, {
      credentialSubject: subjectOf(LEARNER, failed),
    })
    const record = await signedClr([examined, welding])
    const moved = structuredClone(record)
    const [exam, other] = (moved.credentialSubject as { verifiableCredential: JsonObject[] })
      .verifiableCredential as [JsonObject, JsonObject]
    exam.credentialSubject = subjectOf(LEARNER)
    other.credentialSubject = subjectOf(LEARNER, failed)
    const report = await verify(moved)
    expect(report).toMatchObject({ authenticity: 'holds', verdict: 'attention' })
    expect(report.parts.map(({ verdict }) => verdict)).toEqual(['invalid', 'invalid'])
  })

  it('1,000 credentials: no more than the limit are looked at, and it says so', async () => {
    const tiny = Array.from({ length: 1000 }, (_, index) => ({ id: `urn:x:${index}` }))
    const record = await signJws(clr(COLLEGE, tiny), COLLEGE, { kid: COLLEGE.method })
    const report = await verify(record)
    expect(report.verdict).toBe('attention')
    expect(report.parts).toHaveLength(64)
    expect(checkOf(report, 'parts').reasons).toContainEqual({
      code: 'parts-too-many',
      params: { limit: 64, total: 1000 },
    })
  })

  it('records in records, ten deep, end at the limit and are never fine', async () => {
    let nested: JsonObject | string = welding
    for (let depth = 0; depth < 10; depth++)
      nested = await signJws(clr(COLLEGE, [nested]), COLLEGE, { kid: COLLEGE.method })
    const report = await verify(nested)
    expect(report).toMatchObject({ verdict: 'attention', reason: 'parts-need-attention' })
    const deepest = report.parts[0]?.parts[0]?.parts[0]
    expect(deepest).toMatchObject({ verdict: 'attention', reason: 'parts-not-checked', parts: [] })
  })

  it('credentials that each name a new host ask only so many', async () => {
    const many = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        signDocument(
          badgeNamed(`Badge ${index}`, GUILD, {
            issuer: { id: `https://host${index}.example/i`, type: ['Profile'] },
          }),
          GUILD,
        ),
      ),
    )
    const web = fakeWeb({})
    const report = await verify(await signedClr(many), {}, { fetch: web.fetch })
    expect(new Set(web.asked.map((url) => new URL(url).host)).size).toBeLessThanOrEqual(8)
    expect(report).toMatchObject({ verdict: 'attention', reason: 'parts-not-checked' })
    expect(report.parts.map(({ reason }) => reason)).toContain('too-many-hosts')
  })

  it('the same credential twice is refused where the signature could mean another', async () => {
    const record = { ...clr(COLLEGE, [welding, welding]), proof: welding.proof! }
    expect(await verify(record)).toMatchObject({
      verdict: 'unverifiable',
      reason: 'json-ld-invalid',
    })
  })

  it('keys of prototypes and values of the wrong kind are no credentials', async () => {
    const odd = ['__proto__', 7, null, { __proto__: null, constructor: 'x' }, 'https://x.example/']
    const record = await signJws(clr(COLLEGE, odd), COLLEGE, { kid: COLLEGE.method })
    const report = await verify(record)
    expect(report).toMatchObject({ verdict: 'attention', reason: 'parts-not-checked' })
    expect(report.requests).toEqual([])
    for (const { verdict } of report.parts) expect(['unverifiable', 'none']).toContain(verdict)
  })

  it('a record of nothing is for a person to look at', async () => {
    const report = await verify(await signedClr([]))
    expect(report).toMatchObject({ verdict: 'attention', reason: 'parts-none' })
  })
})

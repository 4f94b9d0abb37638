/** Anybody can put a proof of their own beside the issuer's. It must say nothing about the credential. */
import { describe, expect, it } from 'vitest'
import { encodeBase58 } from '../../../../src/verifier/keys/base58'
import { judgeAgain, verifyBadge } from '../../../../src/verifier/index'
import type { JsonObject } from '../../../../src/verifier/verification'
import { NOW } from '../fake-verification'
import { disclose } from '../proofs/selective-signing'
import { ecdsaKey, suiteProof } from '../proofs/suite-signing'
import { badge, ed25519, makeProof, signDocument } from '../signing'

const key = await ed25519(7)
const cheat = await ecdsaKey('P-256')
const ENDS = '2030-06-01T00:00:00Z'
const AFTERWARDS = new Date('2031-01-01T00:00:00Z')

const verify = (document: JsonObject, recipients: string[] = []) =>
  verifyBadge(
    { text: JSON.stringify(document) },
    { fetch: () => Promise.reject(new Error('closed')), now: () => NOW, recipients },
  )

const failed = badge(key.did, {
  credentialSubject: {
    ...(badge(key.did).credentialSubject as JsonObject),
    result: [{ type: ['Result'], status: 'Failed', value: 'F' }],
    identifier: [
      {
        type: 'IdentityObject',
        identityHash: 'alice@x.example',
        identityType: 'emailAddress',
        hashed: false,
      },
    ],
  },
})
const honest = await signDocument(failed, key)

/** Members of a proof that have the names of what the cheat wants to be rid of. */
const NAMES = ['result', 'validUntil', 'identifier', 'credentialSubject', 'achievement']
const worthless: JsonObject = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2026-01-01T00:00:00Z',
  verificationMethod: key.method,
  proofPurpose: 'assertionMethod',
  proofValue: `z${encodeBase58(new Uint8Array(64).fill(1))}`,
  ...Object.fromEntries(NAMES.map((name) => [name, 1])),
}

describe('a second proof that is worth nothing', () => {
  const withSecond = { ...honest, proof: [worthless, honest.proof!] }

  it('takes nothing out of what is shown', async () => {
    const [one, two] = [await verify(honest), await verify(withSecond)]
    expect(two.credential).toEqual(one.credential)
    expect(two.credential).toMatchObject({ validUntil: ENDS, results: [{ status: 'Failed' }] })
    expect(two.verdict).toBe('authentic')
  })

  it('takes no end out of a report that is kept', async () => {
    const kept = judgeAgain(await verify(withSecond), AFTERWARDS)
    expect(kept).toMatchObject({ verdict: 'attention', currency: 'expired' })
  })

  it('takes away nobody whose badge it is', async () => {
    const report = await verify(withSecond, ['bob@x.example'])
    expect(report).toMatchObject({ verdict: 'attention', holder: 'differs' })
  })

  it('is not what is said of the terms that the issuer’s proof covers', async () => {
    const { checks } = await verify(withSecond)
    const codes = checks.flatMap(({ reasons }) => reasons.map(({ code }) => code))
    expect(codes).not.toContain('terms-not-signed')
  })

  it('takes nothing out of what is shown where nothing holds, either', async () => {
    const report = await verify({ ...failed, proof: worthless })
    expect(report.verdict).toBe('unverifiable')
    expect(report.credential?.results).toHaveLength(1)
  })
})

describe('the end of a proof, where there are several', () => {
  const document = badge(key.did, { validUntil: '2040-01-01T00:00:00Z' })
  const ending = { expires: '2026-06-01T00:00:00Z' }
  const ended = { expires: '2026-01-10T00:00:00Z' }
  const own = makeProof(document, key)

  async function keep(proof: JsonObject[]) {
    const kept = await verify({ ...document, proof })
    return [kept.verdict, judgeAgain(kept, NOW).verdict, judgeAgain(kept, AFTERWARDS).verdict]
  }

  it('is not taken from one that does not count', async () => {
    const foreign = await suiteProof(document, cheat, 'ecdsa-rdfc-2019', ending)
    const past = await makeProof(document, key, { options: ended })
    for (const other of [foreign, past, { type: 'X', ...ended }])
      for (const proof of [
        [other, await own],
        [await own, other],
      ])
        expect(await keep(proof)).toEqual(['authentic', 'authentic', 'authentic'])
  })

  it('is that of the one that lasts', async () => {
    const first = await makeProof(document, key, { options: ending })
    const later = await makeProof(document, key, { options: { expires: ENDS } })
    expect(await keep([first, await own])).toEqual(['authentic', 'authentic', 'authentic'])
    expect(await keep([first])).toEqual(['authentic', 'authentic', 'attention'])
    expect(await verify({ ...document, proof: [first, later] })).toMatchObject({ proofUntil: ENDS })
  })

  it.each([
    [ending, ['authentic', 'authentic', 'attention']],
    [ended, ['attention', 'attention', 'attention']],
  ])('is that of the proof that it continues, too: %j', async (end, verdicts) => {
    const first = await makeProof(document, key, { options: { ...end, id: 'urn:proof:1' } })
    const options = { id: 'urn:proof:2', previousProof: 'urn:proof:1' }
    const second = await makeProof(document, key, { options, previous: [first] })
    expect(await keep([{ ...first, proofPurpose: 'x' }, second])).not.toContain('authentic')
    const { checks } = await verify({ ...document, proof: [first, second] })
    expect(await keep([first, second])).toEqual(verdicts)
    expect(checks.find(({ id }) => id === 'proof')).toMatchObject({
      outcome: end === ended ? 'warned' : 'passed',
    })
  })
})

describe('a second proof under which its maker shows a part', () => {
  const { credentialSubject, ...rest } = badge(key.did)
  const { achievement, ...subject } = credentialSubject as JsonObject
  const { criteria: _, ...bare } = achievement as JsonObject
  const lacking = { ...rest, credentialSubject: { ...subject, achievement: bare } }

  it('makes nothing that is missing permitted', async () => {
    const own = await makeProof(lacking, key)
    const { proof } = await disclose(lacking, cheat)
    for (const proofs of [own, [proof!, own], [own, proof!]]) {
      const report = await verify({ ...lacking, proof: proofs })
      expect(report).toMatchObject({ verdict: 'attention', conformity: 'questionable' })
      expect(report.checks.find(({ id }) => id === 'format')).toMatchObject({ outcome: 'warned' })
    }
  })

  it('leaves nothing out of what the whole proof of the issuer covers', async () => {
    const issuer = await ecdsaKey('P-256')
    const document = badge(issuer.did)
    const whole = await suiteProof(document, issuer, 'ecdsa-rdfc-2019')
    const { proof } = await disclose(document, issuer)
    const report = await verify({ ...document, proof: [proof!, whole] })
    expect(report.verdict).toBe('authentic')
    const codes = report.checks.flatMap(({ reasons }) => reasons.map(({ code }) => code))
    expect(codes).toContain('no-status-published')
    expect(codes).not.toContain('disclosed-partly')
  })
})

describe('terms of the document that no context defines', () => {
  it('are not shown where nothing covers them, whatever the members of the proof', async () => {
    const context = ['https://www.w3.org/ns/credentials/v2']
    const report = await verify({ ...honest, '@context': context })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'terms-not-signed' })
    expect(report.credential).toMatchObject({ achievements: [], results: [] })
  })
})

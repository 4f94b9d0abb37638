/**
 * Values that say nothing in RDF, so that anybody can write them into a signed badge: each is refused, or
 * changes nothing of what is read. And values that say something are not read as if they were not there.
 */
import { describe, expect, it } from 'vitest'
import { verifyBadge, type VerificationReport } from '../../../../src/verifier'
import { canonicalize } from '../../../../src/verifier/json-ld/canonicalize'
import { isObject } from '../../../../src/verifier/reading/json-values'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { fakeVerification } from '../fake-verification'
import { fakeWeb } from '../fake-web'
import { badge, ed25519, signDocument } from '../signing'

const key = await ed25519(1)
const signed = await signDocument(badge(key.did), key)

const EMPTY: JsonValue[] = [
  '',
  [],
  null,
  [null],
  [''],
  ['', null],
  {},
  [{}],
  [[]],
  ' ',
  '#a',
  0,
  false,
]

const OF_CREDENTIAL = [
  ...['credentialStatus', 'credentialSchema', 'refreshService', 'termsOfUse', 'relatedResource'],
  ...['evidence', 'endorsement', 'image', 'awardedDate', 'description', 'validUntil'],
]
const OF_SUBJECT = ['identifier', 'result', 'image', 'role', 'source', 'creditsEarned']
const OF_ACHIEVEMENT = [
  ...['alignment', 'creator', 'endorsement', 'image', 'related', 'resultDescription', 'tag'],
  ...['otherIdentifier', 'achievementType', 'inLanguage'],
]
const OF_ISSUER = ['image', 'endorsement', 'otherIdentifier', 'url', 'email', 'parentOrg']
const OF_PROOF = [
  ...['expires', 'previousProof', 'nonce', 'id'],
  ...['created', 'proofPurpose', 'verificationMethod', 'cryptosuite', 'type'],
]

/** The document with another value at a path of members. */
function withValue(document: JsonObject, [name, ...rest]: string[], value: JsonValue): JsonObject {
  const inner = document[name!]
  const changed = rest.length > 0 && isObject(inner) ? withValue(inner, rest, value) : value
  return { ...document, [name!]: changed }
}

async function judge(document: JsonObject): Promise<VerificationReport> {
  const now = () => new Date('2026-07-01T00:00:00Z')
  return verifyBadge({ text: JSON.stringify(document) }, { fetch: fakeWeb({}).fetch, now })
}

/** What the report says, apart from the text that it is about. */
function said({
  verdict,
  authenticity,
  currency,
  conformity,
  checks,
  credential,
}: VerificationReport) {
  return { verdict, authenticity, currency, conformity, checks, credential }
}

const under = (path: string[], names: string[]) => names.map((name) => [...path, name])
const ADDED = [
  ...under([], OF_CREDENTIAL),
  ...under(['credentialSubject'], OF_SUBJECT),
  ...under(['credentialSubject', 'achievement'], OF_ACHIEVEMENT),
  ...under(['issuer'], OF_ISSUER),
]
const path = (names: string[]) => names.join('.')

describe('what is added to a signed badge without a word in RDF', async () => {
  const honest = await judge(signed)
  const { proof: _, ...unsecured } = signed

  it('the badge as it was signed is authentic', () => {
    expect(honest.verdict).toBe('authentic')
  })

  it.each(ADDED.map((names) => [path(names), names] as const))(
    '%s: changes nothing that is read, or is refused',
    async (_name, names) => {
      const form = await canonicalize(unsecured, fakeVerification())
      for (const value of EMPTY) {
        const added = withValue(signed, names, value)
        const report = await judge(added)
        const { proof: __, ...document } = added
        const isCovered = (await canonicalize(document, fakeVerification())) !== form
        if (isCovered) expect(report.verdict, JSON.stringify(value)).not.toBe('authentic')
        else expect(said(report), JSON.stringify(value)).toEqual(said(honest))
      }
    },
  )

  it.each(OF_PROOF)('proof.%s: changes nothing that is read, or is refused', async (name) => {
    const wasThere = isObject(signed.proof) && name in signed.proof
    for (const value of EMPTY) {
      const report = await judge(withValue(signed, ['proof', name], value))
      if (wasThere || report.verdict !== 'authentic')
        expect(['invalid', 'unverifiable'], JSON.stringify(value)).toContain(report.verdict)
      else expect(said(report), JSON.stringify(value)).toEqual(said(honest))
    }
  })
})

describe.each(['domain', 'challenge'])('proof.%s', (name) => {
  it('that says nothing is said all the same, and that it is not looked at', async () => {
    for (const value of [[], [null], ['']]) {
      const report = await judge(withValue(signed, ['proof', name], value))
      const { reasons } = report.checks.find(({ id }) => id === 'proof')!
      const isSaid = reasons.some(({ code }) => code === 'proof-member-ignored')
      expect(isSaid || report.verdict === 'invalid', JSON.stringify(value)).toBe(true)
    }
  })
})

describe('what is signed', () => {
  const CURRENT = 'no-status-published'
  const codes = ({ checks }: VerificationReport) =>
    checks.flatMap(({ reasons }) => reasons.map(({ code }) => code))

  it.each([{}, [{}], 0, false, 'urn:status:1', { type: [] }])(
    'a status %j is not read as none',
    async (credentialStatus) => {
      const report = await judge(await signDocument(badge(key.did, { credentialStatus }), key))
      expect(codes(report)).not.toContain(CURRENT)
      expect(report.verdict).toBe('attention')
    },
  )

  it.each<[string, string]>([
    ['credentialSchema', 'schema-none'],
    ['refreshService', ''],
  ])('a %s of another form is not read as none', async (name, none) => {
    for (const value of [{}, [{}], 0, false, 'urn:x:1']) {
      const report = await judge(await signDocument(badge(key.did, { [name]: value }), key))
      expect(codes(report)).not.toContain(none)
      expect(codes(report)).not.toEqual(codes(await judge(signed)))
    }
  })

  it('an end of another form is not read as none', async () => {
    for (const validUntil of ['', {}, 0, false, { id: 'urn:x:1' }]) {
      const report = await judge(await signDocument(badge(key.did, { validUntil }), key))
      expect(report.verdict, JSON.stringify(validUntil)).not.toBe('authentic')
    }
  })
})

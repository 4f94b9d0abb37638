/** What the end of a key means, for Open Badges 2.0 and 3.0 alike, at first and for a kept report. */
import { generateKeyPairSync } from 'node:crypto'
import { CompactSign } from 'jose'
import { describe, expect, it } from 'vitest'
import { judgeAgain, verifyBadge } from '../../../../src/verifier'
import type { VerificationReport } from '../../../../src/verifier/report'
import { controllerDocument, didWebUrl, UNIVERSITY } from '../../../fixtures/issuers'
import { credential } from '../../../fixtures/open-badges-3'
import { signDataIntegrity } from '../../../fixtures/signing'
import { fakeWeb } from '../fake-web'
import { assertion, badge, BADGE, issuer, ISSUER } from '../formats/open-badges-2-site'

const NOW = new Date('2026-01-15T12:00:00Z')
const ACHIEVEMENT = { slug: 'end', name: 'Data Analysis', description: 'Explains data' }

const SIGNED = JSON.stringify(
  await signDataIntegrity(credential(ACHIEVEMENT, UNIVERSITY), UNIVERSITY),
)

type Verify = (dates: object, now?: Date) => Promise<VerificationReport>

/** The badge of an issuer whose document says this of its key, at a time. */
async function verify(dates: object, now = NOW, listing: object = {}) {
  const document = controllerDocument(UNIVERSITY)
  const [method] = document.verificationMethod as object[]
  const pages = {
    [didWebUrl(UNIVERSITY.id)]: {
      ...document,
      verificationMethod: [{ ...method, ...dates }],
      ...listing,
    },
  }
  return verifyBadge({ text: SIGNED }, { fetch: fakeWeb(pages).fetch, now: () => now })
}

const unlisted: Verify = (dates, now) => verify(dates, now, { assertionMethod: [] })

const KEY = 'https://issuer.example/keys/1.json'
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const publicKeyPem = String(publicKey.export({ type: 'spki', format: 'pem' }))

/** The same of Open Badges 2.0, in a JWS. */
async function verify2(dates: object, now = NOW, signer = privateKey, listing: object = {}) {
  const payload = {
    ...assertion,
    id: 'urn:uuid:a953081a-4bbc-4927-8653-7219bca00e3b',
    verification: { type: 'SignedBadge', creator: KEY },
  }
  const text = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'RS256' })
    .sign(signer)
  const key = { id: KEY, type: 'CryptographicKey', owner: ISSUER, publicKeyPem, ...dates }
  const pages = { [ISSUER]: { ...issuer, publicKey: KEY, ...listing }, [BADGE]: badge, [KEY]: key }
  return verifyBadge({ text }, { fetch: fakeWeb(pages).fetch, now: () => now })
}

const GENERATIONS: [string, Verify][] = [
  ['Open Badges 2.0', (dates, now) => verify2(dates, now)],
  ['Open Badges 3.0', (dates, now) => verify(dates, now)],
]

const PAST = '2026-01-01T00:00:00Z'
const SOON = '2026-02-01T00:00:00Z'
const LATER = '2026-03-01T00:00:00Z'
const ENDS = [undefined, PAST, SOON, LATER]
const TABLE = ENDS.flatMap((expires) =>
  ENDS.map((revoked) => ({ ...(expires && { expires }), ...(revoked && { revoked }) })),
)
/** Before, between and behind all of them, and at the moments themselves. */
const TIMES = [
  '2026-01-15T12:00:00Z',
  '2026-01-31T23:59:59.999Z',
  SOON,
  '2026-02-15T00:00:00Z',
  LATER,
  '2026-04-01T00:00:00Z',
].map((time) => new Date(time))

/** What a report says, apart from when and how long it took. */
function said(report: VerificationReport): unknown {
  const { checkedAt: _, freshUntil: __, requests: ___, ...rest } = report
  return rest
}

describe.each<[string, Verify]>([...GENERATIONS, ['a key not listed for assertions', unlisted]])(
  'the end of a key, %s',
  (_, verifyAt) => {
    it.each(TABLE)('is judged again as it is judged afresh: %j', async (dates) => {
      const fresh = await Promise.all(TIMES.map((now) => verifyAt(dates, now)))
      for (const [at, then] of fresh.entries())
        for (const [later, now] of TIMES.entries()) {
          if (later < at) continue
          const again = judgeAgain(structuredClone(then), now)
          expect(said(again), `${TIMES[at]!.toISOString()} at ${now.toISOString()}`).toEqual(
            said(fresh[later]!),
          )
          expect(judgeAgain(again, now)).toEqual(again)
        }
    })
  },
)

describe.each(GENERATIONS)('a key that its issuer gives an end, %s', (_, verifyAt) => {
  it.each([
    [{ expires: SOON }, { expires: SOON }],
    [
      { expires: SOON, revoked: LATER },
      { expires: SOON, revoked: LATER },
    ],
    // Whatever it is otherwise, it may still be revoked.
    [
      { expires: PAST, revoked: LATER },
      { expires: PAST, revoked: LATER },
    ],
    [{ expires: '2026-02-01T00:00:00', revoked: false }, { expires: '2026-02-01T00:00:00' }],
    [{ expires: ['2026-02-01T00:00:00Z'], revoked: [] }, { expires: SOON }],
  ])('keeps its ends with the report: %j', async (dates, keyEnds) => {
    expect(await verifyAt(dates)).toMatchObject({ authenticity: 'holds', keyEnds })
  })

  it('keeps none where nothing is said', async () => {
    expect(await verifyAt({})).not.toHaveProperty('keyEnds')
    expect(await verifyAt({ expires: null, revoked: false })).not.toHaveProperty('keyEnds')
  })

  it.each(['', ' ', 0])('has none where its fields are empty: %j', async (empty) => {
    const report = await verifyAt({ expires: empty, revoked: empty })
    expect(report.verdict).toBe('authentic')
    expect(judgeAgain(report, new Date(LATER)).verdict).toBe('authentic')
  })

  // Without a time zone UTC is meant, wherever it is read.
  it.each([PAST, '2026-01-15T12:00:00', '2026-01-15', 'someday', 7, true])(
    'is for a person to look at once it has expired: %j',
    async (expires) => {
      expect(await verifyAt({ expires })).toMatchObject({
        verdict: 'attention',
        authenticity: 'holds',
        reason: 'key-expired',
      })
    },
  )

  it.each([PAST, '2026-01-15T12:00:00', 'someday', 7, true, { on: SOON }])(
    'speaks for nobody once it is revoked: %j',
    async (revoked) => {
      expect(await verifyAt({ revoked, expires: PAST })).toMatchObject({
        verdict: 'invalid',
        authenticity: 'fails',
        reason: 'key-revoked',
      })
    },
  )

  it('shows nothing as passed any more once a kept report’s key was revoked', async () => {
    const again = judgeAgain(await verifyAt({ revoked: SOON }), new Date(SOON))
    expect(again).toMatchObject({ verdict: 'invalid', reason: 'key-revoked', holder: 'not-asked' })
    expect(again.reasons[0]?.params).toMatchObject({ date: SOON })
    const passed = again.checks.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id)
    expect(passed).toEqual(['carrier', 'format'])
  })
})

describe('the end of a CryptographicKey, in the words of the security vocabulary', () => {
  const CONTEXT = 'https://w3id.org/openbadges/v2'
  const DATE = { '@type': 'xsd:dateTime', '@value': PAST }

  it.each<[string, object]>([
    ['with its prefix', { 'sec:revoked': PAST }],
    ['as an IRI', { 'https://w3id.org/security#revoked': PAST }],
    ['as an IRI, with its type', { 'https://w3id.org/security#revoked': DATE }],
    ['by a name of its own', { '@context': [CONTEXT, { ended: 'sec:revoked' }], ended: PAST }],
    ['beside another word', { 'sec:revoked': PAST, 'sec:expiration': LATER }],
    ['by the word of Open Badges', { 'obi:revoked': PAST }],
    [
      'in the context of the vocabulary',
      { '@context': 'https://w3id.org/security/v1', revoked: PAST },
    ],
  ])('is honoured %s', async (_, dates) => {
    const report = await verify2({ '@context': CONTEXT, ...dates })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'key-revoked' })
    expect(report.reasons[0]?.params).toMatchObject({ date: PAST })
  })

  it.each<[string, object]>([
    ['revoked in one word and not in the other', { revoked: false, 'sec:revoked': PAST }],
    ['the other way round', { 'sec:revoked': PAST, revoked: false }],
    ['revoked at two dates', { 'sec:revoked': [PAST, LATER] }],
    ['expiring at two dates', { 'sec:expiration': [PAST, LATER] }],
  ])('is not chosen by whoever reads it: %s', async (_, dates) => {
    expect(await verify2({ '@context': CONTEXT, ...dates })).toMatchObject({
      verdict: 'unverifiable',
      reason: 'property-invalid',
    })
  })

  it.each<[string, object]>([
    ['in the listing of the issuer', { publicKey: { id: KEY, revoked: PAST } }],
    ['in the second of two listings', { publicKey: [KEY, { id: KEY, revoked: PAST }] }],
    [
      'beside the key in the listing',
      { publicKey: { id: KEY, owner: ISSUER, publicKeyPem, revoked: PAST } },
    ],
    [
      'in other words',
      { publicKey: { id: KEY, owner: ISSUER, publicKeyPem, 'sec:revoked': PAST } },
    ],
  ])('is honoured %s', async (_, listing) => {
    expect(await verify2({}, NOW, privateKey, listing)).toMatchObject({
      verdict: 'invalid',
      reason: 'key-revoked',
    })
  })

  it('is the earlier one of what the listing and the key say', async () => {
    const listing = { publicKey: [{ id: KEY, expires: SOON }] }
    const report = await verify2({ expires: LATER }, NOW, privateKey, listing)
    expect(report.verdict).toBe('authentic')
    expect(judgeAgain(report, new Date(SOON))).toMatchObject({ reason: 'key-expired' })
    const other = await verify2({ expires: SOON }, NOW, privateKey, {
      publicKey: { id: KEY, expires: LATER },
    })
    expect(judgeAgain(other, new Date(SOON))).toMatchObject({ reason: 'key-expired' })
  })
})

it('lends nothing to what another key signed, whatever its end', async () => {
  const { privateKey: other } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  for (const dates of [{ expires: PAST }, { expires: SOON }, {}])
    expect(await verify2(dates, NOW, other)).toMatchObject({
      verdict: 'invalid',
      reason: 'altered',
    })
})

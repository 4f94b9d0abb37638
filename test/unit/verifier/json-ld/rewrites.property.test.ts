import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VerificationReport } from '../../../../src/verifier/report'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { GUILD, verify } from '../parts-world'
import { badge, signDocument } from '../signing'
import { rewrite } from './rewrites'

/**
 * A holder may write a signed credential in any way that is the same RDF: the signature holds. Whatever
 * is green then shows what the credential shows as it was signed.
 */

const RUNS = Number(process.env.PROPERTY_RUNS ?? 150)

const plain = badge(GUILD.did)
const subject = plain.credentialSubject as JsonObject
const alignment = (targetName: string): JsonObject => ({
  type: ['Alignment'],
  targetName,
  targetUrl: `https://frameworks.example/${targetName}`,
})

const signed = await signDocument(
  {
    ...plain,
    '@context': [
      ...(plain['@context'] as string[]),
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
    ],
    name: [
      { '@value': 'Schweißen', '@language': 'de' },
      { '@value': 'Welding', '@language': 'en' },
    ],
    awardedDate: '2025-05-01T00:00:00Z',
    image: { id: 'https://guild.example/badge.png' },
    evidence: [
      { id: 'https://guild.example/weld', type: ['Evidence'], name: 'A weld', genre: 'Photo' },
      'https://guild.example/second',
    ],
    refreshService: { id: 'https://guild.example/now', type: '1EdTechCredentialRefresh' },
    credentialSubject: {
      ...subject,
      identifier: [
        {
          type: 'IdentityObject',
          identityHash: 'ada@learner.example',
          identityType: 'emailAddress',
          hashed: false,
        },
      ],
      activityStartDate: '2025-01-01T00:00:00Z',
      activityEndDate: '2025-04-01T00:00:00Z',
      creditsEarned: 1.5,
      licenseNumber: 'W-17',
      role: 'observer',
      term: 'Spring',
      narrative: 'Attended.',
      result: [
        {
          type: ['Result'],
          status: 'Failed',
          value: 'F',
          resultDescription: 'urn:uuid:grade',
          alignment: [alignment('joining')],
        },
        { type: ['Result'], value: 'D' },
      ],
      achievement: {
        ...(subject.achievement as JsonObject),
        criteria: { id: 'https://guild.example/criteria' },
        achievementType: 'Badge',
        alignment: [alignment('steel'), alignment('safety')],
        creator: { id: 'https://guild.example/board', type: ['Profile'], name: 'Board' },
        creditsAvailable: 3,
        fieldOfStudy: 'Metal',
        humanCode: 'W2',
        inLanguage: 'en',
        specialization: 'Steel',
        version: '7',
        tag: ['metal', 'heat'],
        resultDescription: [
          {
            id: 'urn:uuid:grade',
            type: ['ResultDescription'],
            name: 'Grade',
            resultType: 'LetterGrade',
            requiredValue: 'C',
          },
        ],
      },
    },
  },
  GUILD,
)

const judge = (document: JsonObject) =>
  verify(document, {}, { recipients: ['ada@learner.example'] })

/** What a person sees and what decides; lists have no order once they are signed. */
function shown(report: VerificationReport): unknown {
  const { credential, authenticity, currency, conformity, holder } = report
  return sorted(
    JSON.parse(
      JSON.stringify({ credential, authenticity, currency, conformity, holder }),
    ) as JsonValue,
  )
}

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) {
    const items = value.map(sorted)
    return items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]))
}

const GREEN = ['trusted', 'authentic']
const original = await judge(signed)

describe('the same RDF in another spelling', () => {
  it('is green as it was signed', () => {
    expect(original).toMatchObject({ verdict: 'authentic', holder: 'matches' })
  })

  it.each([
    ['what is read alike', { other: 3, refused: 0 }, 0.9],
    ['some of what is refused', { other: 10, refused: 300 }, 0.1],
    ['much of what is refused', { other: 5, refused: 20 }, -1],
  ])(
    'is not green, or shows the same: %s',
    async (_, rarity, atLeast) => {
      let green = 0
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (draw) => {
          const { proof, ...unsecured } = signed
          const rewritten = { ...rewrite(unsecured, draw, rarity), proof: proof! }
          const report = await judge(rewritten)
          if (!GREEN.includes(report.verdict)) return
          green++
          expect(shown(report)).toEqual(shown(original))
        }),
        { numRuns: RUNS, endOnFailure: true },
      )
      // The test would say nothing if all were refused.
      expect(green / RUNS).toBeGreaterThan(atLeast)
    },
    120_000,
  )
})

/**
 * The official samples of European Digital Credentials: two that are sealed with a certificate for tests, and one
 * that is not sealed. What they say is read, and what their seals are worth is said.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { personIdentities, verifyBadge, type VerificationReport } from '../../src/verifier'
import { pdfWith } from '../fixtures/pdf'

const FOLDER = join(process.env.CORPUS_DIR ?? '../shared/corpus', 'elm')
const isPresent = existsSync(FOLDER)
if (!isPresent) console.warn(`Skipped: no corpus at ${FOLDER} (set CORPUS_DIR).`)

const ANNEX_1 = 'Sample-MC-Annex1-signed.jsonld'
const PARTICIPATION = 'Sample-CertOfPart-signed.jsonld'
const UNSEALED = 'Sample-MC-Annex1-unsigned.jsonld'

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)))

async function verify(bytes: Uint8Array, recipients: string[] = []) {
  const asked: string[] = []
  const fetch = (input: unknown) => {
    asked.push(String(input))
    return Promise.reject(new TypeError('down'))
  }
  const now = () => new Date('2026-01-15T12:00:00Z')
  const report = await verifyBadge({ bytes }, { fetch, now, recipients })
  expect(asked).toEqual([])
  return report
}

const outcome = ({ checks }: VerificationReport, id: string) =>
  checks.find((check) => check.id === id)?.outcome

describe.skipIf(!isPresent)('official samples', () => {
  test('a micro-credential with all that Annex I asks for', async () => {
    const report = await verify(bytesOf(ANNEX_1))
    expect(report).toMatchObject({
      format: 'ELM/3',
      kind: 'credential',
      authenticity: 'holds',
      // Sealed with a certificate for tests, at a time that an authority for tests states.
      verdict: 'attention',
      issuer: { standing: 'unknown', claimedName: 'ORGANIZACION TEST' },
      seal: { level: 'unknown-chain', sealer: 'issuer', certificate: { forTests: true } },
      credential: {
        name: { en: 'Micro-Credential' },
        issuer: { name: { en: 'ORGANIZACION TEST' }, country: 'IE' },
        issuedOn: '2023-09-27T13:54:17+02:00',
      },
    })
    expect(outcome(report, 'profile')).toBe('passed')
    const { credential, levels, workload, descriptors, alignments } = report
    const [achievement] = credential?.achievements ?? []
    expect(achievement?.name).toEqual({ en: 'Digital micro-credential creation' })
    expect(achievement?.learning).toMatchObject({
      awardedBy: [{ name: { en: 'University of Zed' }, country: 'IE' }],
      outcomes: [
        { title: { en: 'Communication, collaboration and creativity' } },
        { title: { en: 'Developing digital content', es: 'Contento digital' } },
      ],
      workload: ['PT60H'],
      modes: [{ en: 'Blended' }],
      assessments: [
        {
          types: [{ en: 'artefact assessment' }],
          grade: { en: 'Pass' },
          idVerification: { en: 'Unsupervised without ID Verification' },
        },
      ],
      activities: [{ workload: ['P60M'] }],
    })
    expect(levels?.levels).toEqual([6])
    expect(workload?.statements).toMatchObject([
      { unit: 'ects', amount: { from: 2 } },
      { unit: 'hours', amount: { from: 60 } },
    ])
    expect(alignments?.filter(({ kind }) => kind === 'esco')).toHaveLength(4)
    expect(credential?.results[0]?.value).toBe('Pass')
    expect(credential?.image?.url).toMatch(/^data:image\/jpeg;base64,/)
    const missing = descriptors?.[0]?.rows
      .filter(({ obligation, state }) => obligation === 'mandatory' && state !== 'present')
      .map(({ descriptor }) => descriptor)
    // The sample that shows the elements of Annex I states no accreditation.
    expect(missing).toEqual(['quality-assurance'])
  })

  test('a certificate of participation, which is an activity', async () => {
    const report = await verify(bytesOf(PARTICIPATION))
    expect(report).toMatchObject({
      format: 'ELM/3',
      authenticity: 'holds',
      verdict: 'attention',
      credential: {
        name: { en: 'Certificate of Participation' },
        achievements: [
          { types: ['LearningActivity'], name: { en: 'EDC Updates Webinar' }, language: 'en' },
        ],
      },
    })
    expect(report.workload?.statements).toMatchObject([
      { unit: 'other', asWritten: 'P2M' },
      { unit: 'hours', amount: { from: 2 } },
    ])
  })

  test('its owner, by name and day of birth', async () => {
    const bytes = bytesOf(PARTICIPATION)
    expect(await verify(bytes, personIdentities('Andromeda, Ana', '1999-10-02'))).toMatchObject({
      holder: 'matches',
    })
    expect(await verify(bytes, personIdentities('Andromeda, Ana', '1998-10-02'))).toMatchObject({
      holder: 'differs',
    })
  })

  test('a sample that nobody sealed', async () => {
    const report = await verify(bytesOf(UNSEALED))
    expect(report).toMatchObject({
      kind: 'unsealed',
      verdict: 'unverifiable',
      reason: 'not-sealed',
      credential: { name: { en: 'Micro-Credential' } },
    })
  })

  test('inside a PDF it is what it is alone', async () => {
    const report = await verify(pdfWith([{ content: bytesOf(ANNEX_1) }]))
    expect(report).toMatchObject({ source: { carrier: 'pdf' }, authenticity: 'holds' })
  })

  test('one letter of the payload, and it fails', async () => {
    const text = new TextDecoder()
      .decode(bytesOf(ANNEX_1))
      .replace('Ana Andromeda', 'Eve Andromeda')
    const report = await verify(new TextEncoder().encode(text))
    expect(report).toMatchObject({ verdict: 'invalid', authenticity: 'fails' })
  })
})
